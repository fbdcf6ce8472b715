public import Rules
public import Vocabulary

/// A person file: who, the day it speaks for, and the evidence.
public struct PersonFile: Sendable, Hashable {
  public var name: String?
  /// The day the file speaks for; lists that are given are complete through it. nil: the day asked.
  public var asOf: CivilDate?
  public var evidence: Evidence

  public init(name: String? = nil, asOf: CivilDate? = nil, evidence: Evidence = Evidence()) {
    self.name = name
    self.asOf = asOf
    self.evidence = evidence
  }
}
