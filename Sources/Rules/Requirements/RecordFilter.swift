/// Records of one kind with the given words.
public struct RecordFilter: Sendable, Hashable {
  public let kind: EvidenceKind
  /// Slot and accepted words, all needed.
  public let words: [Condition]

  public struct Condition: Sendable, Hashable {
    public let field: Field
    public let accepted: Set<String>
    public init(field: Field, accepted: Set<String>) {
      self.field = field
      self.accepted = accepted
    }
  }

  public init(kind: EvidenceKind, words: [Condition]) {
    self.kind = kind
    self.words = words
  }
}
