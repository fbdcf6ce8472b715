public import Rules
public import Vocabulary

extension Evidence {
  /// The evidence in versions of records, as rules take it: those that stand, or those that were known at a time. A question
  /// with known-on K is answered from what was known at the end of K; then K plays no further part.
  ///
  /// - Parameters:
  ///   - versions: in the order in which they were recorded; of several statements about a list, the last counts.
  ///   - day: the day of a time, where the person or the work is.
  public init(_ versions: [RecordVersion], day: (Instant) -> CivilDate) {
    var records: [EvidenceRecord] = []
    var completeThrough: [EvidenceKind: CivilDate] = [:]
    var names: Set<String> = []
    for version in versions {
      switch version.content {
      case .complete(let kind, let through): completeThrough[kind] = through
      case .evidence(let record):
        // Two files can each have a `program-1`.
        let isFree = !record.id.isEmpty && names.insert(record.id).inserted
        var named = EvidenceRecord(
          id: isFree ? record.id : version.record.text, kind: record.kind, grade: record.grade,
          recorded: day(version.knownFrom), provenance: record.provenance)
        named.values = record.values
        records.append(named)
      }
    }
    self.init(records: records, completeThrough: completeThrough)
  }
}
