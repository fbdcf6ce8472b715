import Cryptography
import Foundation
import Knowledge
import Rules
import Services
import Synchronization
import Testing
import Vocabulary

@testable import Storage

/// People who are reminded, a clock that the test moves, and a carrier that keeps what it is given.
final class ReminderFixture: Sendable {
  /// The rules of credentials, and the times of reminders.
  static let base: KnowledgeBase = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "knowledge").path()
    do {
      let documents = try KnowledgeLoader.parse(folder).0.filter { path, _ in
        !path.hasSuffix(".cases.yaml")
          && ["sources.yaml", "reminders.yaml", "credentials/", "accreditors"].contains {
            path.hasPrefix($0) || path.contains("/" + $0)
          }
      }
      return try KnowledgeReader.read(documents)
    } catch { preconditionFailure("\(error)") }
  }()

  /// Where clocks show UTC less five hours.
  static let local: LocalClock = { moment, _ in
    let there = moment - .seconds(5 * 3_600)
    let day = there.microseconds / 86_400_000_000
    return LocalTime(
      day: CivilDate(days: Int32(day)), hour: Int((there.microseconds - day * 86_400_000_000) / 3_600_000_000))
  }

  /// Noon of the first day, there.
  static let noon = Instant(microseconds: 20_800 * 86_400_000_000 + 17 * 3_600_000_000)
  static let today = CivilDate(days: 20_800)

  let sealed: SealedDatabase
  let accounts: Accounts
  let post = TestPost()
  private let clock = Mutex(ReminderFixture.noon)

  var now: Instant { clock.withLock { $0 } }
  func pass(_ time: Duration) { clock.withLock { $0 = $0 + time } }
  func pass(days: Int) { pass(.seconds(86_400 * days)) }

  init(_ sealed: SealedDatabase) throws {
    self.sealed = sealed
    accounts = Accounts(
      store: sealed.accounts,
      vault: AccountVault(record: sealed.keys.record, lookup: NumberedKeys(.random()), random: .system),
      passwords: try Passwords(
        policy: PasswordPolicy(), work: PasswordWork(workers: 2, places: 500), hash: PasswordHash(cost: .least),
        random: .system))
  }

  static func with(_ database: TestDatabase, _ body: (ReminderFixture) async throws -> Void) async throws {
    try await database.withSealed { try await body(try ReminderFixture($0)) }
  }

  var reminders: Reminders {
    Reminders(
      Self.base, accounts: accounts, store: sealed.reminders, evidence: sealed.evidence, health: sealed.health,
      roadmaps: sealed.roadmaps, local: Self.local)
  }

  func run(_ carrier: (any DigestCarrier)? = nil) async throws -> ReminderCounts {
    try await ReminderRun(
      reminders, carrier: carrier ?? post, wording: DigestWording { _ in "https://fobwatch.example" },
      clock: { self.now }
    ).run()
  }

  func audit() async throws -> ReminderAudit.Report { try await ReminderAudit(reminders).report(at: now) }

  /// Somebody with an account, whose reminders are on.
  func person(_ name: String, quiet: QuietHours = QuietHours(from: 21, until: 7)) async throws -> SignedIn {
    let (id, person) = (Account.ID.fresh(from: .system), PersonID.fresh(from: .system))
    let email = try #require(EmailAddress("\(name)@example.org"))
    let account = Account(
      id: id, person: person, email: accounts.vault.seal(email, of: id), emailDigest: accounts.vault.digest(of: email),
      passwordHash: "-", language: .english, adultFrom: nil, isAdministrator: false, createdAt: now)
    try await accounts.store.write(at: now) { tables in _ = try tables.add(account) }
    let signedIn = SignedIn(
      account: id, person: person, isMinor: false, isAdministrator: false, memberships: [],
      session: .fresh(from: .system), factors: 1, isRecent: true)
    let settings = ReminderSettings(isMailOn: true, language: .english, zone: .newYork, quiet: quiet)
    try await reminders.set(settings, for: signedIn, at: now)
    return signedIn
  }

  /// Records a card that is good for so many days from the first.
  @discardableResult
  func card(_ days: Int, of signedIn: SignedIn, type: String = "bls") async throws -> RecordReference {
    let record = EvidenceRecord(
      id: "", kind: .card,
      values: ["type": .word(type), "expires": .day(DayInterval(Self.today.adding(days: days)), expected: false)])
    return try #require(
      try await sealed.evidence.apply([.add(.evidence(record))], to: signedIn.person, by: "test", at: now).first)
  }

  func mails(of signedIn: SignedIn) async throws -> [DigestRow] {
    try await sealed.reminders.digests(of: signedIn.person, limit: 100)
  }
}

/// Keeps what it is given, and behaves as a test says.
final class TestPost: DigestCarrier {
  struct Kept: Sendable {
    let to: String
    let id: String
    let text: MailText
  }

  private let kept = Mutex<[Kept]>([])
  private let behavior = Mutex<DigestCarrierError?>(nil)

  var mails: [Kept] { kept.withLock { $0 } }
  func behave(_ error: DigestCarrierError?) { behavior.withLock { $0 = error } }

  func carry(_ mail: DigestMail, at now: Instant) async throws {
    let error = behavior.withLock { $0 }
    if case .notTaken = error { throw error ?? .notTaken("") }
    if case .refused = error { throw error ?? .notTaken("") }
    kept.withLock { $0.append(Kept(to: mail.to.text, id: mail.id, text: mail.text)) }
    if let error { throw error }
  }
}
