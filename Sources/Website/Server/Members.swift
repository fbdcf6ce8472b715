public import Services
public import Vocabulary

/// What the pages of people with accounts work with. A site without it keeps nothing about anybody.
public final class Members: Sendable {
  public let accounts: Accounts
  /// What is known of people, but for their health.
  public let evidence: any EvidenceStore
  /// What is known of people's health; nil: nothing of it is kept.
  public let health: (any HealthStore)?
  /// The roadmaps that people keep; nil: none can be kept.
  public let roadmaps: (any RoadmapStore)?
  /// The papers that people keep; nil: none can be kept.
  public let papers: Papers?
  /// What people are reminded of; nil: nobody is.
  public let reminders: Reminders?
  /// What the pages say of whether reminders run.
  let reminderGlance = ReminderGlance()
  /// Which pages of bodies people looked at; nil: none can be noted.
  public let pageLooks: (any PageLookStore)?
  /// Everything that people keep at once, for files to take along; nil: there are none.
  public let archive: (any ArchiveStore)?
  /// For two archives at once: each is there up to three times.
  let archiveRoom = BodyBudget(2 * 3 * ArchiveFile.largest)
  /// How long a check with an issuer counts here.
  public let checkPolicy: CheckPolicy
  /// Which addresses organizations can be told at.
  public let hookPolicy: HookPolicy
  /// Where answers to people with accounts are made: beside the database, which they ask one thing after the other. Nil: where all
  /// else is.
  public let executor: (any TaskExecutor)?
  /// Where this site is reached from elsewhere, for links in mails: `https://fobwatch.example.org`.
  public let home: String
  /// The present time.
  public let now: @Sendable () -> Instant

  public init(
    accounts: Accounts, evidence: any EvidenceStore, health: (any HealthStore)? = nil,
    roadmaps: (any RoadmapStore)? = nil, papers: Papers? = nil, reminders: Reminders? = nil,
    pageLooks: (any PageLookStore)? = nil, archive: (any ArchiveStore)? = nil,
    checkPolicy: CheckPolicy = .standard, hookPolicy: HookPolicy = HookPolicy(),
    executor: (any TaskExecutor)? = nil, home: String, now: @escaping @Sendable () -> Instant
  ) {
    (self.accounts, self.evidence, self.health, self.roadmaps) = (accounts, evidence, health, roadmaps)
    (self.papers, self.reminders, self.pageLooks, self.archive) = (papers, reminders, pageLooks, archive)
    (self.checkPolicy, self.hookPolicy, self.executor) = (checkPolicy, hookPolicy, executor)
    (self.home, self.now) = (home, now)
  }
}
