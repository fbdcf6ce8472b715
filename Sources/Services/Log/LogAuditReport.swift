public import Cryptography
public import MerkleLog

/// What came out of going through a log.
public struct LogAuditReport: Hashable, Sendable {
  /// Faults beyond this number are counted and not listed.
  public static let mostFaults = 100

  /// One checkpoint that was given, against the log.
  public struct Comparison: Hashable, Sendable {
    public let given: GivenCheckpoint
    public let outcome: LogReport.Outcome

    /// Whether it speaks for the log: the same entries, and signed by this installation or typed from a print.
    public var agrees: Bool { outcome == .same && given.signature != .foreign }
  }

  /// The name of the log.
  public let origin: String
  /// How many entries there are.
  public let size: Int
  /// The root of the tree that they make now.
  public let root: Digest
  /// What is wrong within the log itself, in its order; at most `mostFaults`.
  public var faults: [LogFault]
  /// How many faults there are.
  public var faultCount: Int
  /// How many checkpoints are kept beside the log.
  public let keptCheckpoints: Int
  /// Those among them that do not agree with the log.
  public let keptDiffering: [LogReport.Comparison]
  /// The checkpoints that were given.
  public let comparisons: [Comparison]
  /// Places among which the first change is, as far as all checkpoints tell; nil when all agree.
  public let suspects: Range<Int>?
  /// How many records of people were compared with their entries; nil when that was not asked for.
  public var comparedRecords: Int?

  /// Whether the log agrees with itself.
  public var isConsistent: Bool { faultCount == 0 && keptDiffering.isEmpty }
  /// Whether nothing is wrong.
  public var isIntact: Bool { isConsistent && comparisons.allSatisfy(\.agrees) }

  /// Adds what was found beside the log.
  public mutating func add(_ records: RecordAuditReport) {
    faults = Array((faults + records.faults).prefix(Self.mostFaults))
    faultCount += records.faultCount
    comparedRecords = records.versions
  }
}
