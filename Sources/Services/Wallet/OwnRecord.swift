public import Rules
public import Vocabulary

/// What somebody keeps about themselves, one part of it: they see it, add to it, correct it and withdraw from it, and nobody else
/// does by this.
///
/// Nothing is overwritten: each change is a further entry of the log, with who, when and why.
public struct OwnRecord: Sendable {
  /// Which part.
  public let part: RecordPart
  let store: any RecordStore

  /// All but what is known of health.
  public init(_ store: any EvidenceStore) { (self.part, self.store) = (.record, store) }

  /// What is known of health.
  public init(health store: any HealthStore) { (self.part, self.store) = (.health, store) }

  /// What came of a change.
  public enum Outcome: Hashable, Sendable {
    case done(RecordReference)
    /// There is no such thing in this part, or it was withdrawn.
    case noSuchRecord
    /// It was corrected since the form was opened.
    case changedMeanwhile
    /// The part is as large as it can be.
    case full
  }

  /// The most things in one part: more than a career has.
  public static let most = 4_000

  // MARK: - Looking

  /// What stands, in the order in which it was recorded; or what was known at a time.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func versions(
    for signedIn: SignedIn, known: Instant? = nil, at now: Instant
  ) async throws -> [RecordVersion] {
    try AccessPolicy.require(.account(signedIn), .read(part.example), on: .record(signedIn.ownRecord), at: now)
    return try await store.versions(of: signedIn.person, known: known, on: nil)
  }

  /// Everything that was ever recorded about one thing, the first entry first; empty when there is no such thing.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func history(of record: RecordID, for signedIn: SignedIn, at now: Instant) async throws -> [RecordEvent] {
    try AccessPolicy.require(.account(signedIn), .read(part.example), on: .record(signedIn.ownRecord), at: now)
    return try await store.history(of: signedIn.person, record)
  }

  // MARK: - Changing

  /// Adds a thing, with a name of its own within the record: `program-2`. What one says of oneself is one's own word, whatever
  /// grade it comes with.
  ///
  /// - Throws: `Refusal`, `LogError`, `RecordError`.
  public func add(_ record: EvidenceRecord, for signedIn: SignedIn, at now: Instant) async throws -> Outcome {
    try AccessPolicy.require(.account(signedIn), .add(record.kind), on: .record(signedIn.ownRecord), at: now)
    let events = try await store.history(of: signedIn.person, nil)
    guard Set(events.map(\.record)).count < Self.most else { return .full }
    let named = record.ownWord(id: Self.free(record.kind, events))
    return try await outcome {
      try await store.apply([.add(.evidence(named))], to: signedIn.person, by: signedIn.account.text, at: now)
    }
  }

  /// Corrects a thing: it says something else from now on, and as one's own word.
  ///
  /// - Parameter seen: the entry that the form was made from.
  /// - Throws: `Refusal`, `LogError`, `RecordError`.
  public func correct(
    _ id: RecordID, seen: Int, to record: EvidenceRecord, why: String, for signedIn: SignedIn, at now: Instant
  ) async throws -> Outcome {
    try AccessPolicy.require(.account(signedIn), .add(record.kind), on: .record(signedIn.ownRecord), at: now)
    let changed = record.ownWord(id: record.id)
    return try await outcome {
      try await store.apply(
        [.correct(id, sequence: seen, to: .evidence(changed), why: why)], to: signedIn.person,
        by: signedIn.account.text, at: now)
    }
  }

  /// Withdraws a thing: it was never so. What was known before stays in the log.
  ///
  /// - Throws: `Refusal`, `LogError`, `RecordError`.
  public func withdraw(
    _ id: RecordID, seen: Int, why: String, for signedIn: SignedIn, at now: Instant
  ) async throws -> Outcome {
    try AccessPolicy.require(.account(signedIn), .add(part.example), on: .record(signedIn.ownRecord), at: now)
    return try await outcome {
      try await store.apply(
        [.withdraw(id, sequence: seen, why: why)], to: signedIn.person, by: signedIn.account.text, at: now)
    }
  }

  /// Says that there is no more of a kind than is recorded, through a day; or, with nil, that there may be more.
  ///
  /// - Throws: `Refusal`, `LogError`, `RecordError`.
  public func complete(
    _ kind: EvidenceKind, through day: CivilDate?, for signedIn: SignedIn, at now: Instant
  ) async throws {
    try AccessPolicy.require(.account(signedIn), .add(kind), on: .record(signedIn.ownRecord), at: now)
    let standing = try await store.versions(of: signedIn.person).filter {
      if case .complete(kind, _) = $0.content { true } else { false }
    }
    var changes = standing.dropLast().map {
      RecordChange.withdraw($0.record, sequence: $0.sequence, why: Self.saidAnew)
    }
    switch (standing.last, day) {
    case (nil, let day?): changes.append(.add(.complete(kind, through: day)))
    case (let old?, let day?):
      guard old.content != .complete(kind, through: day) else { break }
      changes.append(
        .correct(old.record, sequence: old.sequence, to: .complete(kind, through: day), why: Self.saidAnew))
    case (let old?, nil): changes.append(.withdraw(old.record, sequence: old.sequence, why: Self.saidAnew))
    case (nil, nil): break
    }
    guard !changes.isEmpty else { return }
    try await store.apply(changes, to: signedIn.person, by: signedIn.account.text, at: now)
  }

  // MARK: - Inside

  private static let saidAnew = "said anew by the person"

  private func outcome(_ change: () async throws -> [RecordReference]) async throws -> Outcome {
    do {
      guard let done = try await change().first else { return .noSuchRecord }
      return .done(done)
    } catch RecordError.noSuchRecord {
      return .noSuchRecord
    } catch RecordError.changedMeanwhile {
      return .changedMeanwhile
    }
  }

  /// A name that nothing of the record has or had.
  static func free(_ kind: EvidenceKind, _ events: [RecordEvent]) -> String {
    let start = kind.rawValue + "-"
    let numbers = events.compactMap { event -> Int? in
      guard case .evidence(let record)? = event.content, record.id.hasPrefix(start) else { return nil }
      return Int(record.id.dropFirst(start.count))
    }
    return start + String((numbers.max() ?? 0) + 1)
  }
}

extension SignedIn {
  /// Their own record, as a subject of the access policy.
  var ownRecord: SharedRecord {
    SharedRecord(person: person, isMinor: isMinor, hasGuardian: false, memberOf: [], consents: [])
  }
}

extension EvidenceRecord {
  /// The same as one's own word, under a name.
  func ownWord(id: String) -> EvidenceRecord {
    var copy = EvidenceRecord(id: id, kind: kind, provenance: provenance)
    copy.values = values
    return copy
  }
}
