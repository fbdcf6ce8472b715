public import Rules
public import Vocabulary

/// How one record stands with its issuer.
public enum CheckStanding: Hashable, Sendable {
  /// Nobody has asked.
  case unchecked
  /// Somebody asked about an earlier version: the record says something else since.
  case changedSince(KeptCheck)
  /// The issuer confirmed it, days included, and the policy still lets that count.
  case holds(KeptCheck)
  /// The issuer confirmed it, but not all the days that it states.
  case inPart(KeptCheck)
  /// The issuer confirmed it longer ago than the policy lets count.
  case tooOld(KeptCheck)
  /// The issuer said something else, found nothing, or took it back.
  case differs(KeptCheck)

  /// Whether its issuer, when asked, did not confirm it.
  var isRefusal: Bool {
    switch self {
    case .differs: true
    case .unchecked, .changedSince, .holds, .inPart, .tooOld: false
    }
  }

  /// The check that decides; nil when there is none.
  public var check: KeptCheck? {
    switch self {
    case .unchecked: nil
    case .changedSince(let kept), .holds(let kept), .inPart(let kept), .tooOld(let kept), .differs(let kept): kept
    }
  }
}

/// What is recorded about a person, with what issuers said of it: the one place where a check becomes evidence.
///
/// A confirmed check that counts raises the record to `primary source`, with the days that the source showed. One that says it was
/// taken back is a fact of the source too. One that differs changes nothing, and stands beside the record as a difference. Without
/// a check no record is more than a document, whatever grade it was given: anybody can write a grade into a file.
public struct CheckedEvidence: Sendable {
  /// As rules take it.
  public let evidence: Evidence
  /// How each record stands, by its id in the evidence; only kinds that an issuer can be asked about.
  public let standings: [String: CheckStanding]
  /// Where each record stands in the record that is kept.
  public let places: [String: RecordReference]

  /// - Parameters:
  ///   - recorded: the record as it stands.
  ///   - checks: of this person, in the order in which they were noted.
  ///   - day: the day of the question. Checks made after it play no part.
  public init(_ recorded: RecordedEvidence, _ checks: [KeptCheck], on day: CivilDate) {
    let made = checks.filter { $0.check.stated <= day }
    var evidence = recorded.evidence
    var standings: [String: CheckStanding] = [:]
    for record in recorded.evidence.records where SourceCheck.kinds.contains(record.kind) {
      guard let place = recorded.places[record.id] else { continue }
      var record = record
      record.grade = min(record.grade, .document)
      evidence.put(record)
      let standing = Self.standing(of: record, at: place, made, on: day)
      standings[record.id] = standing
      switch standing {
      case .holds(let kept): evidence.put(Self.confirmed(record, kept.check))
      case .differs(let kept): evidence.put(Self.takenBack(record, kept.check))
      case .unchecked, .changedSince, .inPart, .tooOld: break
      }
    }
    self.evidence = evidence
    self.standings = standings
    places = recorded.places
  }

  /// Of several looks at one version the last day counts, and of one day the one that was noted last.
  private static func standing(
    of record: EvidenceRecord, at place: RecordReference, _ checks: [KeptCheck], on day: CivilDate
  ) -> CheckStanding {
    let own = checks.filter { $0.check.place.record == place.record }
    func last(_ checks: [KeptCheck]) -> KeptCheck? {
      checks.enumerated().max { ($0.element.check.stated, $0.offset) < ($1.element.check.stated, $1.offset) }?.element
    }
    guard let kept = last(own.filter { $0.check.place == place }) else {
      return last(own).map { .changedSince($0) } ?? .unchecked
    }
    switch kept.check.answer {
    case .differs, .nothingFound, .revoked: return .differs(kept)
    case .confirms(let begins, let ends):
      let days = CheckedDays(record.kind)
      guard days.cover(record, begins: begins, ends: ends) else { return .inPart(kept) }
      return kept.check.counts(on: day) ? .holds(kept) : .tooOld(kept)
    }
  }

  private static func confirmed(_ record: EvidenceRecord, _ check: SourceCheck) -> EvidenceRecord {
    guard case .confirms(let begins, let ends) = check.answer else { return record }
    var record = CheckedDays(record.kind).filled(record, begins: begins, ends: ends)
    record.grade = max(record.grade, .primarySource)
    return record
  }

  /// A source that does not say when it was taken back leaves the day open, up to the day of asking.
  private static func takenBack(_ record: EvidenceRecord, _ check: SourceCheck) -> EvidenceRecord {
    guard case .revoked(let day) = check.answer, record.kind == .certification else { return record }
    var first = CivilDate.distantPast
    if case .day(let days, _) = record["date"] { first = days.first }
    var record = record
    record["revoked"] = .day(
      day.map { DayInterval($0) } ?? DayInterval(min(first, check.stated), check.stated), expected: false)
    return record
  }
}
