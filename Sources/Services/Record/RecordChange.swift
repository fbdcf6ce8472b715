public import Rules

/// A change of a person's record. Nothing is overwritten: each is a further entry of the log.
public enum RecordChange: Hashable, Sendable {
  /// Something new.
  case add(RecordContent)
  /// A record says something else. `sequence` is the version that is corrected: when another correction came first, the change
  /// is refused.
  case correct(RecordID, sequence: Int, to: RecordContent, why: String)
  /// A record was never so. `sequence` as above.
  case withdraw(RecordID, sequence: Int, why: String)

  /// Adds all of some evidence: its records, and which lists are complete.
  ///
  /// - Parameter health: whether to add what is kept apart, or what is not.
  public static func adding(_ evidence: Evidence, health: Bool) -> [RecordChange] {
    let records = evidence.records.filter { $0.kind.isHealth == health }.map { RecordChange.add(.evidence($0)) }
    let complete = EvidenceKind.allCases.filter { $0.isHealth == health }.compactMap { kind in
      evidence.completeThrough[kind].map { RecordChange.add(.complete(kind, through: $0)) }
    }
    return records + complete
  }
}

/// Why a record was not changed.
public enum RecordError: Error, Hashable, CustomStringConvertible {
  /// The person has no such record, or it was withdrawn.
  case noSuchRecord
  /// Somebody else has corrected it since.
  case changedMeanwhile
  /// A correction that makes a record one of another kind.
  case otherKind(expected: EvidenceKind, found: EvidenceKind)
  /// A kind that is kept in the other of the two stores.
  case otherStore(EvidenceKind)
  /// Nobody is named as who does it, or no reason is given; or either is longer than the limit.
  case noStatement(longest: Int)
  /// More changes at once than the limit.
  case tooMany(Int, limit: Int)
  /// It would not come back as it is: a date beyond the year 9999, say.
  case unwritable(EvidenceKind)

  public var description: String {
    switch self {
    case .noSuchRecord: "a record that stands expected, none found: it was withdrawn, or never was"
    case .changedMeanwhile: "somebody else has corrected this record since: look at it again"
    case .otherKind(let expected, let found):
      "a correction of kind \(expected.rawValue) expected, \(found.rawValue) found. Withdraw the one and add the other"
    case .otherStore(let kind): "records of kind \(kind.rawValue) are kept elsewhere"
    case .noStatement(let longest): "who and why expected, each of 1 to \(longest) characters"
    case .tooMany(let count, let limit): "at most \(limit) changes at once expected, \(count) found"
    case .unwritable(let kind): "a record of kind \(kind.rawValue) with dates from 0001 to 9999 expected, others found"
    }
  }
}
