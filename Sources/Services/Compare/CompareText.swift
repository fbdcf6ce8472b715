import Knowledge
import Rules
public import Vocabulary

/// The chooser as text: one block a credential.
public struct CompareText {
  private let language: Language
  private let inquiry: Inquiry
  private let dates: DateWording

  public init(_ language: Language, _ inquiry: Inquiry) {
    self.language = language
    self.inquiry = inquiry
    dates = DateWording(language, asOf: inquiry.asOf)
  }

  public func render(_ comparisons: [Comparison]) -> String {
    var lines = [
      Phrase(
        "In alphabetical order; none is favored. Courses are not counted in the cost to keep.",
        "En orden alfabético; no se favorece ninguna. El costo de mantenerla no incluye cursos.")[language]
    ]
    for comparison in comparisons {
      lines += ["", comparison.credential.mark] + rows(comparison).map { "  \($0.0): \($0.1)" }
    }
    lines += ["", VerdictWording.notice[language], VerdictWording.affiliation[language]]
    return lines.joined(separator: "\n")
  }

  /// The verdict and the day it is first met, in a few words.
  public func headline(_ comparison: Comparison) -> String {
    var text = VerdictWording.word(comparison.assessment.finding)[language]
    if let from = comparison.metFrom, from > inquiry.day {
      text += Phrase(", met from ", ", se cumple desde el ")[language] + dates.day(from)
    }
    return text
  }

  /// Term and text of each line, in order.
  public func rows(_ comparison: Comparison) -> [(String, String)] {
    let answer = comparison.assessment.determination
    var rows: [(String, String)] = [
      (
        Phrase("Exam", "Examen")[language],
        VerdictWording.word(answer.finding)[language] + ". " + VerdictWording.sentence(answer.finding)[language]
      )
    ]
    if let from = comparison.metFrom, from > inquiry.day {
      rows.append((Phrase("From", "Desde")[language], dates.dayWithDistance(from)))
    }
    if let closes = comparison.closes {
      rows.append(
        (
          Phrase("Until", "Hasta")[language],
          closes.isFinite ? dates.dayWithDistance(closes) : Phrase("no end known", "sin fin conocido")[language]
        ))
    }
    let met = comparison.assessment.routes.filter { $0.finding.verdict == .met }.map { $0.text[language] }
    if !met.isEmpty { rows.append((Phrase("Route", "Vía")[language], met.joined(separator: "; "))) }
    if answer.finding.verdict != .met, let explanation = answer.explanation {
      let reasons = Reasons(explanation).deciding(limit: 3).compactMap { $0.text?[language] }
      if !reasons.isEmpty { rows.append((Phrase("Why", "Por qué")[language], reasons.joined(separator: "; "))) }
    }
    rows.append((Phrase("Cost to get it", "Costo de obtenerla")[language], cost(comparison.toGet)))
    rows.append((Phrase("Ten years of fees", "Diez años de cuotas")[language], keeping(comparison)))
    if let period = comparison.period {
      rows.append(
        (
          Phrase("Valid", "Vigencia")[language],
          FieldWording.amount(Quantity(period.months), "months")[language]
            + " [\(VerdictWording.gradeWord(period.grade)[language])]"
        ))
    }
    for duty in comparison.duties.prefix(2) {
      rows.append(
        (
          Phrase("To keep it", "Para mantenerla")[language],
          duty.text[language] + " [\(VerdictWording.gradeWord(duty.grade)[language])]"
        ))
    }
    for retake in comparison.retakes.prefix(2) {
      rows.append(
        (
          Phrase("If an attempt fails", "Si no se aprueba")[language],
          retake.text[language] + " [\(VerdictWording.gradeWord(retake.grade)[language])]"
        ))
    }
    return rows
  }

  private func keeping(_ comparison: Comparison) -> String {
    let lacking = notKnown(comparison)
    if let cost = comparison.toKeep { return self.cost(cost) + (lacking.map { "; " + $0 } ?? "") }
    return lacking ?? cost(nil)
  }

  /// "not known: Renewal fee. Ask the body", for the fees to keep it whose amount nobody states; nil where there is
  /// none.
  public func notKnown(_ comparison: Comparison) -> String? {
    guard !comparison.notKnownToKeep.isEmpty else { return nil }
    return Phrase("not known: ", "no se sabe: ")[language]
      + comparison.notKnownToKeep.map { $0[language] }.joined(separator: "; ")
      + Phrase(". Ask the body", ". Pregunte al organismo")[language]
  }

  public func cost(_ cost: Comparison.Cost?) -> String {
    guard let cost else { return Phrase("not known, ask the body", "no se sabe, pregunte al organismo")[language] }
    return "\(cost.text(language)) [\(VerdictWording.gradeWord(cost.grade)[language])]"
  }
}
