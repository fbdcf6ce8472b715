public import Knowledge
public import Rules
public import Vocabulary

/// A change in words: what would have to be so, and from which day the answer is then met.
public struct FlipWording {
  private let base: KnowledgeBase
  private let language: Language
  private let dates: DateWording

  /// - Parameter base: has the words of the requirements that a change is about.
  public init(_ base: KnowledgeBase, _ language: Language, asOf: CivilDate) {
    self.base = base
    self.language = language
    dates = DateWording(language, asOf: asOf)
  }

  /// Each addition as a line; records that count only together as a line each.
  public func lines(_ flip: Flip) -> [String] {
    flip.additions.flatMap { addition -> [String] in
      if case .completeTogether(let records) = addition { records.map(record) } else { [line(addition)] }
    }
  }

  /// "Then, from Apr 28, 2027 (in 5 months), likely yes."
  public func outcome(_ flip: Flip) -> String {
    let word = VerdictWording.within(flip.finding)[language]
    let day = dates.dayWithDistance(flip.day)
    return Phrase("Then, from \(day), \(word).", "Entonces, desde el \(day), \(word).")[language]
  }

  public func line(_ addition: Addition) -> String {
    switch addition {
    case .supply(_, let field, let value):
      return Phrase("Fact not given: ", "Dato que falta: ")[language] + FieldWording.field(field)[language] + ": "
        + FieldWording.value(value, language)
    case .complete(let record): return self.record(record)
    case .completeTogether(let records): return records.map(self.record).joined(separator: "; ")
    case .happen(_, let field, let day):
      return FieldWording.field(field)[language] + ": " + dates.day(day)
    case .add(_, let field, let amount):
      return FieldWording.field(field)[language] + Phrase(": \(amount) more", ": \(amount) más")[language]
    case .close(let kind):
      let name = FieldWording.kind(kind)[language]
      return Phrase("No other: \(name)", "No hay más: \(name)")[language]
    case .wait(let day): return Phrase("Wait until ", "Esperar hasta el ")[language] + dates.dayWithDistance(day)
    }
  }

  /// A new record with what is said of it.
  private func record(_ record: EvidenceRecord) -> String {
    let details = record.kind.fields.compactMap { field -> String? in
      let value = record.values[field.slot]
      guard value != .unknown, field.name != "about" else { return nil }
      return FieldWording.field(field)[language] + ": " + FieldWording.value(value, language)
    }
    let name = (decision(record) ?? FieldWording.kind(record.kind))[language]
    return Phrase("New: \(name)", "Se agrega: \(name)")[language]
      + (details.isEmpty ? "" : " (" + details.joined(separator: "; ") + ")")
  }

  /// "decision by AAMA on “Category 4, …”", with the words of the requirement that the decision is about.
  private func decision(_ record: EvidenceRecord) -> Phrase? {
    guard record.kind == .decision, case .word(let about) = record["about"],
      let text = base.book.requirements.lazy.filter({ $0.answers(to: about) }).compactMap(\.text).first
    else { return nil }
    let owner = about.split(separator: "/").prefix(2).joined(separator: "/")
    let body = base.credential(owner)?.body
    return Phrase(
      "decision by \(body ?? "the body") on “\(text.en)”", "decisión de \(body ?? "el organismo") sobre «\(text.es)»")
  }
}
