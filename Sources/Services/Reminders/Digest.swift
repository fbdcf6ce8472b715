public import Vocabulary

/// Where the mail of a day to somebody stands.
public enum DigestState: String, CaseIterable, Sendable, Hashable {
  /// A process has it, or had it and ended before the mail was handed over; or a mail server asked to wait.
  case claimed
  /// A mail server has taken it, once.
  case sent
  /// It was handed over, and whether a mail server took it is not known; or it was handed over again after that, under the
  /// same identifier. So it arrived once, twice or not at all.
  case possiblySent = "possibly sent"
  /// It did not go out: the address takes no mail, or its day was over. What it said stands in a later one.
  case failed
}

/// The mail of a day to somebody, as it is kept: never what it says.
public struct DigestRow: Hashable, Sendable {
  public let day: CivilDate
  public let state: DigestState
  /// How many things it tells of.
  public let items: Int
  /// How often it was tried.
  public let tries: Int
  public let claimedAt: Instant
  /// When a mail server was known to take it; nil: not known.
  public let sentAt: Instant?
  /// Why it did not go out, without anything personal.
  public let reason: String?

  public init(
    day: CivilDate, state: DigestState, items: Int, tries: Int, claimedAt: Instant, sentAt: Instant?, reason: String?
  ) {
    (self.day, self.state, self.items, self.tries) = (day, state, items, tries)
    (self.claimedAt, self.sentAt, self.reason) = (claimedAt, sentAt, reason)
  }
}

/// A mail of a day that a process has taken on, for a time.
public struct DigestClaim: Hashable, Sendable {
  public let person: PersonID
  public let day: CivilDate
  /// The same at each try, so that whoever gets it twice can tell.
  public let messageID: String
  /// 1 for the first.
  public let tries: Int
  /// What is told is what was known then, also at a later try.
  public let knownAt: Instant
  /// What only the present taker knows.
  public let lease: [UInt8]

  public init(person: PersonID, day: CivilDate, messageID: String, tries: Int, knownAt: Instant, lease: [UInt8]) {
    (self.person, self.day, self.messageID, self.tries) = (person, day, messageID, tries)
    (self.knownAt, self.lease) = (knownAt, lease)
  }
}

/// What came of a try.
public enum DigestOutcome: Hashable, Sendable {
  /// A mail server took it.
  case taken
  /// It did not go out, and is tried again at that time.
  case notTaken(reason: String, again: Instant)
  /// It was handed over, and nobody knows whether it was taken. It is tried again at that time.
  case unknown(reason: String, again: Instant)
  /// It never will go out.
  case refused(reason: String)
}
