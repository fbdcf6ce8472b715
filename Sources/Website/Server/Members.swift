public import Services
public import Vocabulary

/// What the pages of people with accounts work with. A site without it keeps nothing about anybody.
public struct Members: Sendable {
  public let accounts: Accounts
  /// What is known of people, but for their health.
  public let evidence: any EvidenceStore
  /// The roadmaps that people keep; nil: none can be kept.
  public let roadmaps: (any RoadmapStore)?
  /// What people are reminded of; nil: nobody is.
  public let reminders: Reminders?
  /// Where this site is reached from elsewhere, for links in mails: `https://fobwatch.example.org`.
  public let home: String
  /// The present time.
  public let now: @Sendable () -> Instant

  public init(
    accounts: Accounts, evidence: any EvidenceStore, roadmaps: (any RoadmapStore)? = nil,
    reminders: Reminders? = nil, home: String, now: @escaping @Sendable () -> Instant
  ) {
    (self.accounts, self.evidence, self.roadmaps, self.reminders) = (accounts, evidence, roadmaps, reminders)
    (self.home, self.now) = (home, now)
  }
}
