import Cryptography
public import Vocabulary

/// Keeps who is reminded how, what went out, and when that was last looked for. Every method is one transaction.
public protocol ReminderStore: Sendable {
  // MARK: Settings

  /// Nil: nobody has said anything.
  func settings(of person: PersonID) async throws -> ReminderSettings?

  /// Notes how somebody wants to be reminded, with an entry in the log: it is their consent, or its end.
  ///
  /// - Parameter by: who does it: the identifier of an account.
  /// - Throws: `LogError`.
  func set(_ settings: ReminderSettings, of person: PersonID, by: String, at now: Instant) async throws

  // MARK: Who is reminded

  /// People whose mail is on and who can sign in, in a fixed order, after one of them.
  func people(after: PersonID?, limit: Int, at now: Instant) async throws -> [ReminderPerson]

  /// Notes when it was looked for the last time what to tell these people, with nothing to tell.
  func looked(_ people: [PersonID], at now: Instant) async throws

  // MARK: Mails

  /// The mails of days to somebody, the newest first.
  func digests(of person: PersonID, limit: Int) async throws -> [DigestRow]

  /// Takes on the mail of a day, unless somebody else has it or it has an end. A first claim is made with `draft`; what was
  /// claimed before keeps its identifier and what was known then. One that was handed over by a process that has ended since
  /// is possibly sent from now on.
  ///
  /// - Returns: nil when there is nothing to do.
  func claim(_ draft: DigestDraft, lease: Duration, at now: Instant) async throws -> DigestClaim?

  /// Notes that the mail is handed over now. From here on it can have been taken.
  ///
  /// - Throws: `ReminderError.leaseLost`.
  func handing(_ claim: DigestClaim, lease: Duration, at now: Instant) async throws

  /// Notes what came of it.
  ///
  /// - Throws: `ReminderError.leaseLost`.
  func settle(_ claim: DigestClaim, _ outcome: DigestOutcome, at now: Instant) async throws

  // MARK: Runs

  /// Notes that everybody is looked through.
  func begin(_ run: ReminderRunID, at now: Instant) async throws
  /// Notes that everybody was.
  func end(_ run: ReminderRunID, _ counts: ReminderCounts, at now: Instant) async throws
  /// How the watch stands.
  func watch() async throws -> ReminderWatch

  /// How many mails stand where; how many were taken on by a process that has ended, and by nobody since.
  func standing(at now: Instant) async throws -> ReminderStanding
}

/// Somebody who is reminded.
public struct ReminderPerson: Hashable, Sendable {
  /// A mail that a mail server is known to have taken.
  public struct Told: Hashable, Sendable {
    public let day: CivilDate
    /// What was known when it was put together.
    public let knownAt: Instant

    public init(day: CivilDate, knownAt: Instant) { (self.day, self.knownAt) = (day, knownAt) }
  }

  public let person: PersonID
  public let settings: ReminderSettings
  /// When the settings were last changed.
  public let setAt: Instant
  /// When it was last looked for something to tell, with nothing found; nil: never.
  public let lookedAt: Instant?
  /// The last that was taken.
  public let told: Told?
  /// The day of the last mail, whatever came of it.
  public let lastDay: CivilDate?
  /// Whether that one waits to be tried again, and can be now.
  public let isOpen: Bool

  public init(
    person: PersonID, settings: ReminderSettings, setAt: Instant, lookedAt: Instant?, told: Told?, lastDay: CivilDate?,
    isOpen: Bool
  ) {
    (self.person, self.settings, self.setAt, self.lookedAt) = (person, settings, setAt, lookedAt)
    (self.told, self.lastDay, self.isOpen) = (told, lastDay, isOpen)
  }
}

/// A mail of a day before anybody has taken it on.
public struct DigestDraft: Hashable, Sendable {
  public let person: PersonID
  public let day: CivilDate
  /// How many things it tells of.
  public let items: Int
  /// What was known when it was put together.
  public let knownAt: Instant
  /// Letters, digits and `-`; nothing in it is personal.
  public let messageID: String
  /// Random: what only the taker knows. 16 bytes.
  public let lease: [UInt8]

  public init(person: PersonID, day: CivilDate, items: Int, knownAt: Instant, messageID: String, lease: [UInt8]) {
    (self.person, self.day, self.items, self.knownAt) = (person, day, items, knownAt)
    (self.messageID, self.lease) = (messageID, lease)
  }
}

/// Why a mail could not be changed.
public enum ReminderError: Error, Hashable {
  /// Its time was over, and somebody else has taken it.
  case leaseLost
  /// The packs in use have no times for reminders.
  case noTimes
  /// Nobody has looked for a day.
  case late
}
