import Knowledge
import Rules
import Services
import Vocabulary

extension LiveService {
  public func chooser(_ visit: Visit, weights: Weights) async throws -> ChooserPage.Value {
    let language = visit.language
    let comparisons = try Comparer(base).compare(evidence(visit), inquiry(visit))
    let ordered = ChooserOrder(weights: weights).sorted(comparisons)
    let columns = ordered.compactMap { LiveColumn(comparison: $0, visit: visit).value }
    let moved = try evidenceBefore(visit).map { before in
      try self.moved(from: Comparer(base).compare(before, inquiry(visit)), to: comparisons, visit)
    }
    return ChooserPage.Value(
      basis: basis(visit), order: ChooserOrder(weights: weights).words[language], columns: columns,
      footnote: Phrase(
        "Fees are those of the exam, renewal and yearly dues. School and courses are not counted: ask for a quote.",
        "Los costos son los del examen, la renovación y las cuotas anuales. No se cuentan la escuela ni los cursos: pida un precio."
      )[
        language], moved: moved)
  }
}

extension LiveService {
  /// The credentials whose answer the last change turned, before and after.
  private func moved(from before: [Comparison], to after: [Comparison], _ visit: Visit) -> [Fact] {
    let words = CompareText(visit.language, inquiry(visit))
    return after.compactMap { now in
      guard let then = before.first(where: { $0.credential.id == now.credential.id }) else { return nil }
      let (old, new) = (words.headline(then), words.headline(now))
      return old == new ? nil : Fact(now.credential.mark, "\(old) → \(new)")
    }
  }
}

/// The order of the columns: alphabetical, or by what the reader says counts.
struct ChooserOrder {
  let weights: Weights

  var isAlphabetical: Bool { weights == Weights() }

  var words: Phrase {
    isAlphabetical
      ? Phrase(
        "Now in alphabetical order.",
        "Ahora en orden alfabético.")
      : Phrase(
        "Ordered by your choice: the best in each line gets the fewest points. Ties are alphabetical.",
        "En el orden que eligió: la mejor de cada línea recibe menos puntos. Los empates, por orden alfabético.")
  }

  func sorted(_ comparisons: [Comparison]) -> [Comparison] {
    let byName = comparisons.sorted { $0.credential.mark < $1.credential.mark }
    guard !isAlphabetical else { return byName }
    func ranks(_ value: (Comparison) -> Int) -> [Int] {
      let values = byName.map(value)
      let distinct = Set(values).sorted()
      return values.map { distinct.firstIndex(of: $0) ?? 0 }
    }
    // What is not known comes last in its line.
    let get = ranks { $0.toGet?.low.cents ?? .max }
    let keep = ranks { $0.toKeep?.low.cents ?? .max }
    let date = ranks { Int($0.metFrom?.days ?? .max) }
    let score = byName.indices.map {
      weights.get.rawValue * get[$0] + weights.keep.rawValue * keep[$0] + weights.date.rawValue * date[$0]
    }
    return byName.indices.sorted { (score[$0], $0) < (score[$1], $1) }.map { byName[$0] }
  }
}

/// One column of the chooser.
struct LiveColumn {
  let comparison: Comparison
  let visit: Visit

  private var language: Language { visit.language }
  private var wording: LiveWording { LiveWording(visit.language, asOf: visit.today) }

  var value: ChooserPage.Column? {
    let credential = comparison.credential
    guard let path = CredentialPath(credential.id) else { return nil }
    let answer = comparison.assessment.determination
    return ChooserPage.Column(
      credential: path, name: credential.mark, about: "\(credential.name[language]). \(credential.focus[language]).",
      question: Phrase("Does the rule fit for the exam today?", "¿Se cumple hoy la regla para el examen?")[language],
      verdict: Chip(
        wording.sign(answer.finding), wording.word(answer.finding), .page(.reason(path, rule: "eligibility", on: nil))),
      remark: VerdictWording.sentence(answer.finding)[language],
      rows: [when, why, get, keep, duty, retake].compactMap { $0 })
  }

  private var when: ChooserPage.Row {
    let term = Phrase("From and until", "Desde y hasta")[language]
    guard let from = comparison.metFrom else {
      return .init(term, text: Phrase("No day known yet", "Aún sin fecha conocida")[language])
    }
    let closes = comparison.closes ?? .distantFuture
    let until =
      closes.isFinite
      ? Phrase("Until \(wording.dates.dayWithDistance(closes))", "Hasta el \(wording.dates.dayWithDistance(closes))")[
        language]
      : Phrase("No closing day is stated.", "No se indica fecha de cierre.")[language]
    return .init(
      term, day: from > visit.today ? wording.day(from) : nil,
      text: from > visit.today ? "" : Phrase("Now.", "Ahora.")[language] + " " + until,
      fine: from > visit.today ? until : nil)
  }

  private var why: ChooserPage.Row? {
    let answer = comparison.assessment.determination
    if answer.finding.verdict == .met {
      let routes = comparison.assessment.routes.filter { $0.finding.verdict == .met }.map { $0.text[language] }
      return .init(Phrase("By which route", "Por qué vía")[language], text: routes.joined(separator: ". "))
    }
    guard let explanation = answer.explanation else { return nil }
    let reasons = Reasons(explanation).deciding(limit: 2).compactMap { $0.text?[language] }
    let gaps = FieldWording.names(explanation.openGaps).map { $0[language] }.prefix(4)
    let missing = gaps.isEmpty ? nil : Phrase("Not known: ", "No se sabe: ")[language] + gaps.joined(separator: ", ")
    return .init(Phrase("What is missing", "Qué falta")[language], text: reasons.joined(separator: ". "), fine: missing)
  }

  private var get: ChooserPage.Row { money(Phrase("To get it", "Obtenerla"), comparison.toGet) }

  private var keep: ChooserPage.Row {
    let words = CompareText(language, Services.Inquiry(asOf: visit.today))
    return money(
      Phrase("Fees to keep it, ten years", "Cuotas para mantenerla, diez años"), comparison.toKeep,
      notKnown: words.notKnown(comparison).map { $0.prefix(1).uppercased() + $0.dropFirst() + "." })
  }

  private func money(_ term: Phrase, _ cost: Comparison.Cost?, notKnown: String? = nil) -> ChooserPage.Row {
    guard let cost else {
      let ask = Phrase("Not known: ask the body", "No se sabe: pregunte al organismo")
      return .init(term[language], text: notKnown ?? ask[language])
    }
    return .init(
      term[language], amount: cost.text(language), text: notKnown ?? "",
      fine: cost.texts.map { $0[language] }.joined(separator: "; "), grade: wording.grade(cost.grade))
  }

  private var duty: ChooserPage.Row? {
    let period =
      comparison.period.map {
        Phrase("Valid \($0.months) months. ", "Vigencia: \($0.months) meses. ")[language]
      } ?? ""
    return several(Phrase("To keep it", "Para mantenerla"), comparison.duties, before: period)
  }

  private var retake: ChooserPage.Row? {
    several(Phrase("If an attempt fails", "Si no se aprueba"), comparison.retakes, before: "")
  }

  /// Up to three rules in words with the weakest of their grades.
  private func several(_ term: Phrase, _ rules: [(text: Phrase, grade: RuleGrade)], before: String) -> ChooserPage.Row?
  {
    let shown = rules.prefix(3)
    guard let grade = shown.map(\.grade).min() else { return nil }
    let text = shown.map { $0.text[language] }.joined(separator: ". ")
    return .init(term[language], text: before + text, grade: wording.grade(grade))
  }
}
