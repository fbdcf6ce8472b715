public import Rules
public import Vocabulary

/// One thing that a person's record says.
public enum RecordContent: Hashable, Sendable {
  /// A piece of evidence. Its `recorded` is not kept: when it became known is what the log says.
  case evidence(EvidenceRecord)
  /// That there is no more of a kind than is recorded, through a day.
  case complete(EvidenceKind, through: CivilDate)

  /// What kind of evidence it is about.
  public var kind: EvidenceKind {
    switch self {
    case .evidence(let record): record.kind
    case .complete(let kind, _): kind
    }
  }
}

extension EvidenceKind {
  /// Whether it tells of a person's health or of what was looked up about them. Such records are kept apart, under a key of
  /// their own.
  public var isHealth: Bool {
    switch self {
    case .health, .screening: true
    case .person, .diploma, .program, .work, .application, .attempt, .certification, .activity, .fee, .card, .document,
      .decision, .license, .training, .personName:
      false
    }
  }
}

/// What names one thing in a person's record, through all its corrections.
public enum RecordSubject {}

/// Names one thing in a person's record. It is random and tells nothing.
public typealias RecordID = Identifier<RecordSubject>
