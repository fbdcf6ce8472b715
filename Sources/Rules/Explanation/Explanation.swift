public import Vocabulary

/// The reasons behind a verdict on one day: the evaluation itself, sampled. Nobody writes it by hand.
public struct Explanation: Sendable, Hashable {
  /// What role the node plays for its parent.
  public enum Role: Sendable, Hashable {
    case requirement
    /// One record under `some`.
    case record(String)
    /// One version, with what is known of its dates; dated: whether it is certain on the governing day.
    case version(Version.Dating, isDated: Bool)
    /// One reading of a conflict.
    case reading(Int)
  }

  /// What joins the parts.
  public enum Joint: String, Sendable, Hashable {
    case all, any, atLeast, some, versions, conflict, rule, leaf
  }

  /// A fact that was read.
  public struct Fact: Sendable, Hashable {
    public let record: String
    public let field: Field
    public let value: FactValue
    public let grade: EvidenceGrade
    public let provenance: String?
  }

  /// A sum against its minimum.
  public struct Sum: Sendable, Hashable {
    /// `total`, a category, or the approving body.
    public let what: String
    public let low: Quantity
    public let high: Quantity
    public let needed: Quantity
    public let unit: String
  }

  /// Something nobody said that would help: a field, or whether more records of a kind exist.
  public struct Gap: Sendable, Hashable {
    public let kind: EvidenceKind
    public let field: Field?
    public let record: String?

    /// `program.graduated`, or `program` for a list that is open.
    public var path: String { field?.path ?? kind.rawValue }
  }

  public let requirement: Requirement.ID
  public let path: String
  public let name: String?
  public let text: Phrase?
  public let role: Role
  public let joint: Joint
  public let finding: Finding
  /// The days around the day asked on which the verdict is the same.
  public let span: DayInterval
  public let citations: [Citation]
  public let facts: [Fact]
  public let sums: [Sum]
  public let gaps: [Gap]
  /// The conflict it is about, if it is one.
  public let conflict: Conflict?
  /// Whether the rule has passed its review day when asked.
  public let isStale: Bool
  public let children: [Explanation]
}

extension Explanation {
  /// Every node, parents first.
  public var flattened: [Explanation] { [self] + children.flatMap(\.flattened) }

  /// The facts that nobody gave and that leave the verdict open, in order, each once.
  public var openGaps: [Gap] {
    guard finding.verdict == .undetermined || finding.verdict == .notCovered else { return [] }
    var seen: Set<Gap> = []
    let own = finding.verdict == .undetermined ? gaps : []
    return (own + children.flatMap(\.openGaps)).filter { seen.insert($0).inserted }
  }

  /// The parts that decide: for met, the met ones; for not met, the refuted; for unresolved, the unresolved.
  public var deciding: [Explanation] { children.filter { $0.finding.verdict == finding.verdict } }

  /// Every citation used, in order, each once.
  public var allCitations: [Citation] {
    var seen: Set<Citation> = []
    return (citations + children.flatMap(\.allCitations)).filter { seen.insert($0).inserted }
  }
}
