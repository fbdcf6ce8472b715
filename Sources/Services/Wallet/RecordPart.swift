public import Rules

/// The two parts of what somebody keeps about themselves. What is known of health is kept apart from all else, and no page shows
/// both.
public enum RecordPart: String, CaseIterable, Hashable, Sendable {
  case record, health

  /// The part that a kind is kept in.
  public init(_ kind: EvidenceKind) { self = kind.isHealth ? .health : .record }

  /// The kinds of this part, in the order of a page.
  public var kinds: [EvidenceKind] {
    EvidenceKind.allCases.filter { RecordPart($0) == self }
  }

  /// A kind of this part, for asking who has access to it.
  var example: EvidenceKind {
    switch self {
    case .record: .person
    case .health: .health
    }
  }
}
