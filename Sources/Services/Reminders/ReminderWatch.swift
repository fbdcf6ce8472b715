public import Vocabulary

/// What a run of reminders is about.
public enum ReminderRunSubject {}

/// Names a run.
public typealias ReminderRunID = Identifier<ReminderRunSubject>

/// What a run did.
public struct ReminderCounts: Hashable, Sendable {
  /// People it looked at.
  public var people = 0
  /// Mails that a mail server took.
  public var sent = 0
  /// Mails of which it is not known.
  public var unknown = 0
  /// Mails that wait: for a mail server, or for another process.
  public var waiting = 0
  /// Mails that never will go out, and people whose record cannot be read.
  public var failed = 0
  /// People in their quiet hours.
  public var quiet = 0

  public init() {}
}

/// Whether anybody looks.
public struct ReminderWatch: Hashable, Sendable {
  /// The longest time between two complete runs.
  public static let longest = Duration.seconds(24 * 3_600)

  /// Since when somebody is reminded; nil: nobody is.
  public let inUseSince: Instant?
  /// When the last run that looked at everybody ended, and when it began.
  public let lastComplete: Instant?
  public let lastBegan: Instant?

  public init(inUseSince: Instant?, lastComplete: Instant?, lastBegan: Instant?) {
    (self.inUseSince, self.lastComplete, self.lastBegan) = (inUseSince, lastComplete, lastBegan)
  }

  /// Whether nobody has looked for longer than that. Where nobody is reminded, nobody has to look.
  public func isLate(at now: Instant) -> Bool {
    guard let inUseSince else { return false }
    return now - max(inUseSince, lastComplete ?? inUseSince) > Self.longest
  }
}

/// How the mails of an installation stand.
public struct ReminderStanding: Hashable, Sendable {
  public var counts: [DigestState: Int]
  /// Taken on by a process that has ended, and by nobody since.
  public var left: Int

  public init(counts: [DigestState: Int], left: Int) { (self.counts, self.left) = (counts, left) }
}
