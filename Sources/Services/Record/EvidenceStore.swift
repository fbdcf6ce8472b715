public import Vocabulary

/// Keeps records of people. Each version has two times: the days on which it holds, and the time in which we knew it.
public protocol RecordStore: Sendable {
  /// Changes a person's record, all changes or none.
  ///
  /// - Parameters:
  ///   - by: who does it: the identifier of an account, or the name of a program.
  ///   - now: when it becomes known.
  /// - Returns: one for each change, in their order.
  /// - Throws: `RecordError`, `LogError`.
  @discardableResult
  func apply(
    _ changes: [RecordChange], to person: PersonID, by: String, at now: Instant
  ) async throws -> [RecordReference]

  /// What is known of a person, in the order in which it was recorded.
  ///
  /// - Parameters:
  ///   - known: only what was known at that time; nil: what stands now.
  ///   - day: only what may hold on that day; nil: on any.
  func versions(of person: PersonID, known: Instant?, on day: CivilDate?) async throws -> [RecordVersion]

  /// Everything that was ever recorded about a person, in order, corrections and withdrawals included.
  ///
  /// - Parameter record: only about this one; nil: about all.
  func history(of person: PersonID, _ record: RecordID?) async throws -> [RecordEvent]

  /// What stands now of several people. Who was erased is not in it.
  func versions(of people: [PersonID]) async throws -> [PersonID: [RecordVersion]]
}

extension RecordStore {
  /// What stands now.
  public func versions(of person: PersonID) async throws -> [RecordVersion] {
    try await versions(of: person, known: nil, on: nil)
  }

  /// What was known at a time.
  public func versions(of person: PersonID, known time: Instant) async throws -> [RecordVersion] {
    try await versions(of: person, known: time, on: nil)
  }
}

/// A record, and the entry of the log that was made of a change to it.
public struct RecordReference: Hashable, Sendable {
  public let record: RecordID
  public let sequence: Int

  public init(record: RecordID, sequence: Int) { (self.record, self.sequence) = (record, sequence) }
}

/// Keeps all evidence but that of health and screenings.
public protocol EvidenceStore: RecordStore {}

/// Keeps what is known of people's health, and of screenings, under a key of its own for each person. Whoever has an
/// `EvidenceStore` cannot read it.
public protocol HealthStore: RecordStore {}
