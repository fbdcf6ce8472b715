import Knowledge
import Rules
public import Vocabulary

/// A row's answer as people read it.
public struct RosterWording: Sendable {
  private let language: Language
  private let dates: DateWording

  public init(_ language: Language) {
    self.language = language
    dates = DateWording(language)
  }

  /// "Breaks on Mar 10, 2027 (week 10)".
  public func headline(_ answer: RosterAnswer) -> String {
    guard let reason = answer.reason else {
      return Phrase("Holds on every day", "Se cumple cada día")[language]
    }
    let day = dates.day(reason.day) + week(answer, reason.day)
    switch answer.verdict {
    case .notMet:
      switch reason.finding.grade {
      case .stated: return Phrase("Breaks on \(day)", "Se rompe el \(day)")[language]
      case .presumed: return Phrase("Likely breaks on \(day)", "Probablemente se rompe el \(day)")[language]
      case .reported: return Phrase("Reported: breaks on \(day)", "Según otros: se rompe el \(day)")[language]
      }
    case .undetermined: return Phrase("Not known from \(day)", "No se sabe desde el \(day)")[language]
    case .notCovered: return Phrase("No rule known from \(day)", "Sin regla conocida desde el \(day)")[language]
    case .met: return Phrase("Holds on every day", "Se cumple cada día")[language]
    }
  }

  /// ", week 10": counted from the first day of work.
  private func week(_ answer: RosterAnswer, _ day: CivilDate) -> String {
    let days = answer.days.first.days(to: day)
    if days <= 0 { return Phrase(" (first day)", " (primer día)")[language] }
    let week = days / 7 + 1
    return Phrase(" (week \(week))", " (semana \(week))")[language]
  }

  /// "Employer: A BLS card that is in force (last valid day: Mar 9, 2027)".
  public func reason(_ answer: RosterAnswer) -> String {
    guard let reason = answer.reason else { return "" }
    let text = reason.text[language]
    let facts = reason.facts[language]
    return reason.layer.title[language] + ": " + (text.hasSuffix(".") ? String(text.dropLast()) : text)
      + (facts.isEmpty ? "" : " (\(facts))")
  }

  /// The word for one layer: "yes", "no from Mar 10, 2027", "not known".
  public func layer(_ layer: RosterAnswer.Layer) -> String {
    let word = VerdictWording.within(layer.finding)[language]
    guard let day = layer.day else { return word }
    return word + Phrase(" from ", " desde el ")[language] + dates.day(day)
  }

  /// "12 break, 3 not known, 132 hold".
  public func summary(_ result: RosterResult) -> String {
    let (no, open, yes) = (result.count(.notMet), result.count(.undetermined, .notCovered), result.count(.met))
    return Phrase(
      "\(result.answers.count) rows: \(no) break, \(open) not known, \(yes) hold on every day.",
      "\(result.answers.count) filas: \(no) se rompen, \(open) no se sabe, \(yes) se cumplen cada día.")[language]
  }

  /// How a column was read: "BLS exp → BLS card: last valid day, month first (row 5: 03/25/2027)".
  public func column(_ column: RosterResult.Column) -> String {
    var text = "\(column.column.header) → \(column.column.field.title[language])"
    if let order = column.order {
      text += ", " + order.title[language]
      if let proof = column.proof {
        text += Phrase(" (row \(proof))", " (fila \(proof))")[language]
      } else {
        text += Phrase(" (as you say)", " (según usted)")[language]
      }
    }
    return text
  }
}
