public import Knowledge
public import Rules
public import Vocabulary

/// What can be picked in the fields of records: words of the schema, credentials, states.
public struct RecordChoices: Sendable {
  /// One line of a list.
  public struct Option: Hashable, Sendable {
    public let value: String
    public let text: Phrase

    public init(_ value: String, _ text: Phrase) { (self.value, self.text) = (value, text) }
  }

  private let credentials: [Option]
  private let licenses: [Option]
  private let states: [Option]
  private let subjects: [Option]

  /// Those of an edition of the rules.
  public init(_ base: KnowledgeBase) {
    credentials = base.credentials.map { Option($0.id, Phrase($0.mark, $0.mark)) }
    states = base.jurisdictions.map { Option($0.id, $0.name) }
    licenses = base.jurisdictions.flatMap { state in
      state.licenses.map {
        Option($0.id, Phrase("\(state.name.en): \($0.name.en)", "\(state.name.es): \($0.name.es)"))
      }
    }
    subjects = base.credentials.compactMap { credential in
      base.book.rule(credential.id + "/eligibility").map {
        Option($0.id, Phrase("\(credential.mark): \($0.title.en)", "\(credential.mark): \($0.title.es)"))
      }
    }
  }

  /// The lines to pick from; nil for what is typed.
  public func options(_ field: Field) -> [Option]? {
    switch field.content {
    case .choice(let words), .set(let words), .spans(let words):
      words.map { Option($0, FieldWording.word($0)) }
    case .name:
      switch field.path {
      case "person.jurisdiction": states
      case "license.of": licenses
      case "decision.about": subjects
      case "activity.for", "document.of": credentials
      default: field.name == "of" ? credentials : nil
      }
    case .day, .amount, .flag: nil
    }
  }

  /// Whether a word can be picked there.
  func holds(_ word: String, _ field: Field) -> Bool {
    options(field)?.contains { $0.value == word } ?? false
  }

  /// Whether a field takes any text: what others wrote may stand in it.
  public func isFree(_ field: Field) -> Bool { field.content == .name && options(field) == nil }
}
