public import Rules
public import Vocabulary

/// A person's evidence, with the place of each record of it in the record that is kept.
public struct RecordedEvidence: Sendable {
  /// As rules take it.
  public let evidence: Evidence
  /// For the id of each record of the evidence: what it is a version of.
  public let places: [String: RecordReference]
  /// For each kind whose list is said to be whole: what says so.
  let completePlaces: [EvidenceKind: RecordReference]

  /// The evidence in versions of records: those that stand, or those that were known at a time. A question with known-on K is
  /// answered from what was known at the end of K; then K plays no further part.
  ///
  /// - Parameters:
  ///   - versions: in the order in which they were recorded; of several statements about a list, the last counts.
  ///   - day: the day of a time, where the person or the work is.
  public init(_ versions: [RecordVersion], day: (Instant) -> CivilDate) {
    var records: [EvidenceRecord] = []
    var completeThrough: [EvidenceKind: CivilDate] = [:]
    var places: [String: RecordReference] = [:]
    var completePlaces: [EvidenceKind: RecordReference] = [:]
    for version in versions {
      let place = RecordReference(record: version.record, sequence: version.sequence)
      switch version.content {
      case .complete(let kind, let through):
        completeThrough[kind] = through
        completePlaces[kind] = place
      case .evidence(let record):
        // Two files can each have a `program-1`.
        let isFree = !record.id.isEmpty && places[record.id] == nil
        var named = EvidenceRecord(
          id: isFree ? record.id : version.record.text, kind: record.kind, grade: record.grade,
          recorded: day(version.knownFrom), provenance: record.provenance)
        named.values = record.values
        places[named.id] = place
        records.append(named)
      }
    }
    evidence = Evidence(records: records, completeThrough: completeThrough)
    self.places = places
    self.completePlaces = completePlaces
  }

  /// The changes after which the record says other evidence: what is new is added, what differs is corrected, what is there no
  /// more is withdrawn. Days on which something was recorded play no part, and nothing is done about health.
  ///
  /// - Parameter why: said with each correction.
  public func changes(to other: Evidence, why: String) -> [RecordChange] {
    var changes: [RecordChange] = []
    for record in other.records where !record.kind.isHealth {
      guard let place = places[record.id], let old = evidence.records.first(where: { $0.id == record.id }),
        old.kind == record.kind
      else {
        changes.append(.add(.evidence(record)))
        continue
      }
      if old.plain != record.plain {
        changes.append(.correct(place.record, sequence: place.sequence, to: .evidence(record), why: why))
      }
    }
    for old in evidence.records where !old.kind.isHealth && !other.records.contains(where: { $0.id == old.id }) {
      if let place = places[old.id] {
        changes.append(.withdraw(place.record, sequence: place.sequence, why: why))
      }
    }
    return changes + completeChanges(to: other, why: why)
  }

  private func completeChanges(to other: Evidence, why: String) -> [RecordChange] {
    EvidenceKind.allCases.filter { !$0.isHealth }.compactMap { kind in
      let through = other.completeThrough[kind]
      guard through != evidence.completeThrough[kind] else { return nil }
      switch (through, completePlaces[kind]) {
      case (let through?, nil): return .add(.complete(kind, through: through))
      case (let through?, let place?):
        return .correct(place.record, sequence: place.sequence, to: .complete(kind, through: through), why: why)
      case (nil, let place?): return .withdraw(place.record, sequence: place.sequence, why: why)
      case (nil, nil): return nil
      }
    }
  }
}

extension Evidence {
  /// The evidence in versions of records. See `RecordedEvidence`.
  public init(_ versions: [RecordVersion], day: (Instant) -> CivilDate) {
    self = RecordedEvidence(versions, day: day).evidence
  }
}

extension EvidenceRecord {
  /// Without the day on which it was recorded.
  fileprivate var plain: EvidenceRecord {
    var plain = self
    plain.recorded = nil
    return plain
  }
}
