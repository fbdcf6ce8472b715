import Cryptography
import MerkleLog

/// What came out of going through the log, as JSON.
public struct LogAuditAnswer: Encodable {
  struct Fault: Encodable {
    let kind: String
    let entry: Int?
  }

  struct Comparison: Encodable {
    let size: Int
    let root: String
    let signature: String
    let result: String
    let missing: Int?
  }

  let origin: String
  let entries: Int
  let root: String
  /// Whether the log agrees with itself.
  let isConsistent: Bool
  /// Whether it also agrees with every checkpoint that was given.
  let isIntact: Bool
  let faults: [Fault]
  let faultCount: Int
  let keptCheckpoints: Int
  let keptCheckpointsDiffering: [Int]
  let checkpoints: [Comparison]
  let firstSuspectEntry: Int?
  let lastSuspectEntry: Int?
  let comparedRecords: Int?

  public init(_ report: LogAuditReport) {
    origin = report.origin
    entries = report.size
    root = report.root.description
    isConsistent = report.isConsistent
    isIntact = report.isIntact
    faults = report.faults.map { Fault(kind: $0.name, entry: $0.sequence) }
    faultCount = report.faultCount
    keptCheckpoints = report.keptCheckpoints
    keptCheckpointsDiffering = report.keptDiffering.map(\.checkpoint.size)
    checkpoints = report.comparisons.map(Self.comparison)
    firstSuspectEntry = report.suspects?.lowerBound
    lastSuspectEntry = report.suspects.map { $0.upperBound - 1 }
    comparedRecords = report.comparedRecords
  }

  private static func comparison(_ compared: LogAuditReport.Comparison) -> Comparison {
    let (result, missing): (String, Int?) =
      switch compared.outcome {
      case .same: ("same", nil)
      case .differs: ("differs", nil)
      case .cut(let missing): ("cut", missing)
      }
    let signature =
      switch compared.given.signature {
      case .own: "own"
      case .foreign: "foreign"
      case .none: "none"
      }
    return Comparison(
      size: compared.given.checkpoint.size, root: compared.given.checkpoint.root.description, signature: signature,
      result: result, missing: missing)
  }
}

extension LogFault {
  /// A name for programs.
  fileprivate var name: String {
    switch self {
    case .missing: "missing"
    case .changed: "changed"
    case .otherCount: "other-count"
    case .otherRoot: "other-root"
    case .damagedCheckpoint: "damaged-checkpoint"
    case .sealBroken: "seal-broken"
    case .otherRow: "other-record"
    case .otherKeys: "other-keys"
    }
  }
}
