public import Rules
public import Vocabulary

/// One fact that the interview asks for, one a page.
public struct InterviewQuestion: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// Whether there is a record at all: one answer of a list.
    case gate
    /// Yes or no.
    case flag
    /// One answer of a list.
    case choice
    /// Any number of answers of a list, also none.
    case set
    /// A day, or a month.
    case day
    /// A whole number.
    case amount
    /// How many records there are of what a `set` has picked: asked once for each pick.
    case count
  }

  /// What an answer puts on the record.
  public struct Setting: Sendable, Hashable {
    public enum Target: Sendable, Hashable {
      /// The list of a kind: `exists` adds a record, `none` closes the list.
      case list(EvidenceKind)
      case field(Field)
    }

    public let target: Target
    /// As the pack has it: a word of the field, a number, `true`, or one of the words for days.
    public let word: String
  }

  /// One answer to choose.
  public struct Answer: Sendable, Hashable {
    /// Small letters, digits and hyphens.
    public let id: String
    public let text: Phrase
    public let sets: [Setting]
  }

  /// Something that must be so before the question is asked.
  public struct Condition: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
      /// There is such a record.
      case record(EvidenceKind)
      /// The field of the record has one of the words.
      case field(Field)
      /// That question was answered with one of the ids.
      case question(String)
    }

    public let subject: Subject
    public let words: Set<String>
  }

  /// Small letters, digits and hyphens.
  public let id: String
  /// What it asks for first: `program.graduated`, or a kind of record for a gate.
  public let asks: String
  /// Every field that the answer fills; empty for a question about a list.
  public let fields: [Field]
  /// The list that it is about, for a gate, a count or a set of records.
  public let list: EvidenceKind?
  public let kind: Kind
  public let text: Phrase
  public let help: Phrase?
  public let why: Phrase?
  /// For gate, choice and set; others have none.
  public let answers: [Answer]
  /// Set in every record that the answer adds.
  public let each: [Setting]
  /// All needed.
  public let onlyWhen: [Condition]
  /// The word after a number: `hours`.
  public let unit: String?
  /// For amounts and counts, both ends included.
  public let range: ClosedRange<Int>
  /// Whether a day may lie ahead, as a plan or a printed date.
  public let mayLieAhead: Bool

  /// The kind of record that it belongs to.
  public var record: EvidenceKind? { list ?? fields.first?.kind }

  /// Everything that some answer sets, in order, each once.
  public var targets: [Setting.Target] {
    var seen: Set<Setting.Target> = []
    let own = fields.map { Setting.Target.field($0) } + (list.map { [.list($0)] } ?? [])
    return (own + each.map(\.target) + answers.flatMap { $0.sets.map(\.target) }).filter { seen.insert($0).inserted }
  }

  public func answer(_ id: String) -> Answer? { answers.first { $0.id == id } }
}

extension InterviewQuestion.Setting {
  /// Days known only by the day asked: on it or before, before it, on it or after, after it.
  public static let dayWords = ["by-today", "before-today", "from-today", "after-today"]
  /// After the name of an accreditor: it was accredited on some day of the time in the program.
  public static let whileEnrolled = "while-enrolled"
}
