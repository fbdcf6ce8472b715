public import Cryptography
import Knowledge
public import Vocabulary

/// Keeps the addresses of private calendars, as digests, and what each event said last.
public protocol FeedStore: Sendable {
  /// When somebody's address was made; nil: they have none.
  func feed(of person: PersonID) async throws -> Instant?
  /// Makes an address the one of somebody; an older one ends. An entry in the log says so.
  func putFeed(_ digest: Digest, _ language: Language, of person: PersonID, by: String, at now: Instant) async throws
  /// Ends the address of somebody.
  func removeFeed(of person: PersonID, by: String, at now: Instant) async throws
  /// Whose address it is, and in which language.
  func owner(ofFeed digest: Digest) async throws -> (person: PersonID, language: Language)?
  /// Notes what the events of somebody say now.
  ///
  /// - Parameter days: each event's day by its identifier. What is not among them any more is cancelled.
  /// - Returns: all events, those that were cancelled lately among them.
  func events(of person: PersonID, _ days: [[UInt8]: CivilDate], at now: Instant) async throws -> [FeedRow]
}

/// An event of a private calendar as it is kept.
public struct FeedRow: Hashable, Sendable {
  public let uid: [UInt8]
  public let day: CivilDate
  /// Grows with each change.
  public let sequence: Int
  public let isCancelled: Bool
  public let changedAt: Instant

  public init(uid: [UInt8], day: CivilDate, sequence: Int, isCancelled: Bool, changedAt: Instant) {
    (self.uid, self.day, self.sequence) = (uid, day, sequence)
    (self.isCancelled, self.changedAt) = (isCancelled, changedAt)
  }
}

/// An event of a private calendar.
public struct FeedEvent: Hashable, Sendable {
  /// Hexadecimal; the same for the same thing whatever its day.
  public let uid: String
  public let row: FeedRow
  /// What it is; nil for what is settled.
  public let item: DueItem?
}

extension Reminders {
  /// When one's own address was made; nil: there is none.
  ///
  /// - Throws: `Refusal`.
  public func feed(of signedIn: SignedIn, at now: Instant) async throws -> Instant? {
    try AccessPolicy.require(.account(signedIn), .keepReminders, on: .record(own(signedIn)), at: now)
    return try await feeds.feed(of: signedIn.person)
  }

  /// Makes an address of one's calendar; an older one ends.
  ///
  /// - Returns: the token of the address. It is kept nowhere, so it is shown now or never.
  /// - Throws: `Refusal`, `LogError`.
  public func makeFeed(for signedIn: SignedIn, _ language: Language, at now: Instant) async throws -> String {
    try AccessPolicy.require(.account(signedIn), .keepReminders, on: .record(own(signedIn)), at: now)
    let token = SecretToken.fresh(from: random)
    try await feeds.putFeed(
      token.digest(for: Self.feedUse), language, of: signedIn.person, by: signedIn.account.text, at: now)
    return token.text
  }

  /// Ends the address of one's calendar.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func endFeed(for signedIn: SignedIn, at now: Instant) async throws {
    try AccessPolicy.require(.account(signedIn), .keepReminders, on: .record(own(signedIn)), at: now)
    try await feeds.removeFeed(of: signedIn.person, by: signedIn.account.text, at: now)
  }

  /// The events of whose address it is, and their language; nil when it is nobody's.
  ///
  /// - Throws: `LogError`.
  public func events(_ token: String, at now: Instant) async throws -> (events: [FeedEvent], language: Language)? {
    guard let token = SecretToken(text: token),
      let owner = try await feeds.owner(ofFeed: token.digest(for: Self.feedUse))
    else { return nil }
    let zone = try await store.settings(of: owner.person)?.zone ?? ReminderSettings.usual(owner.language).zone
    let items = try await items(of: owner.person, known: nil, on: local(now, zone).day)
    let byUID = Dictionary(items.map { (Self.uid($0, of: owner.person), $0) }) { first, _ in first }
    let rows = try await feeds.events(of: owner.person, byUID.mapValues(\.day), at: now)
    let events = rows.map { row in
      FeedEvent(uid: Hex.text(row.uid), row: row, item: row.isCancelled ? nil : byUID[row.uid])
    }
    return (events, owner.language)
  }

  private static let feedUse = "calendar"

  /// What an event is known by elsewhere. It says nothing: nobody outside knows the identifier of the person.
  private static func uid(_ item: DueItem, of person: PersonID) -> [UInt8] {
    Array(SHA256.digest(of: Array("fobwatch event 1:".utf8) + person.bytes + Array(item.id.utf8)).bytes.prefix(16))
  }
}
