import Cryptography
import Foundation
import Services
import Synchronization
import Testing
import Vocabulary

@testable import Storage

/// An empty installation, with a clock that the test moves.
final class AccountFixture: Sendable {
  static let password = "wolf lantern ninety gravel"
  static let otherPassword = "seven quiet pumpkins drive"
  static let here = Origin(address: "192.0.2.7")
  static let elsewhere = Origin(address: "198.51.100.9")

  let engine: any Engine
  let accounts: Accounts
  let mails: MailSeal
  private let clock = Mutex(Instant.sample)

  var now: Instant { clock.withLock { $0 } }

  func pass(_ time: Duration) { clock.withLock { $0 = $0 + time } }

  init(_ engine: any Engine) async throws {
    self.engine = engine
    try await Migrator().migrate(engine, at: .sample)
    try await engine.write { try TestLog.make(in: $0) }
    let record = NumberedKeys(.random())
    mails = MailSeal(keys: record)
    accounts = try Self.accounts(engine, record: record, lookup: NumberedKeys(.random()))
  }

  /// One whose entries go to the log.
  init(_ sealed: SealedDatabase) async throws {
    engine = sealed.engine
    mails = MailSeal(keys: sealed.keys.record)
    accounts = Accounts(
      store: sealed.accounts,
      vault: AccountVault(record: sealed.keys.record, lookup: NumberedKeys(.random()), random: .system),
      passwords: try Self.passwords())
  }

  private static func passwords(_ cost: PasswordHash.Cost = .least) throws -> Passwords {
    try Passwords(
      policy: PasswordPolicy(), work: PasswordWork(workers: 2, places: 500), hash: PasswordHash(cost: cost),
      random: .system)
  }

  static func accounts(
    _ engine: any Engine, record: NumberedKeys, lookup: NumberedKeys, cost: PasswordHash.Cost = .least
  ) throws -> Accounts {
    Accounts(
      store: SQLAccountStore(engine, log: TestLog(), record: record),
      vault: AccountVault(record: record, lookup: lookup, random: .system),
      passwords: try passwords(cost))
  }

  /// Runs a body with one on a database.
  static func with(_ database: TestDatabase, _ body: (AccountFixture) async throws -> Void) async throws {
    try await database.withEngine { engine in try await body(try await AccountFixture(engine)) }
  }

  static func manner(
    _ origin: Origin = here, isShared: Bool = false, session: String? = nil, knownDevice: String? = nil
  ) -> SignInManner {
    SignInManner(
      isShared: isShared, device: DeviceLabel(text: "android/firefox"), origin: origin, session: session,
      knownDevice: knownDevice)
  }

  // MARK: What happened

  /// The mails that wait, the oldest first.
  func outbox() async throws -> [OutgoingMail] {
    let payloads = try await engine.read { statements in
      try statements.rows("SELECT payload FROM job WHERE kind = 'mail' ORDER BY id").map { try $0.bytes("payload") }
    }
    return try payloads.map { try #require(try mails.open($0)) }
  }

  /// The token of the newest mail to an address that has one.
  func token(to email: String) async throws -> String {
    let tokens = try await outbox().filter { $0.to.text == email }.compactMap { mail -> String? in
      switch mail.content {
      case .signUp(let token), .passwordReset(let token), .emailChange(let token), .signInByMail(let token),
        .invitation(let token, _, _), .guardianAsked(let token), .guardianThanked(let token):
        token
      case .alreadySignedUp, .noAccount, .passwordChanged, .emailTaken, .emailChangeAsked, .emailChanged,
        .secondFactorOn, .secondFactorOff, .recoveryCodeUsed, .accountDeleted, .unanswered:
        nil
      }
    }
    return try #require(tokens.last, "a mail with a link to \(email)")
  }

  /// The kinds of the entries of the log, the oldest first.
  func log() async throws -> [String] {
    try await engine.read { try $0.rows("SELECT kind FROM test_entry ORDER BY number").map { try $0.text("kind") } }
  }

  func count(_ table: String) async throws -> Int {
    try await engine.read { try $0.count("SELECT COUNT(*) FROM \(table)") }
  }

  // MARK: What people do

  /// Signs up, and is signed in.
  func signUp(
    _ email: String, born: String = "1990-05-01", password: String = AccountFixture.password
  ) async throws -> (signedIn: SignedIn, opened: OpenedSession) {
    let signUp = SignUp(accounts)
    let request = SignUp.Request(
      email: email, born: try #require(CivilDate(born)), language: .english, carried: [], origin: Self.here)
    try await #expect(signUp.ask(request, at: now) == .mailed)
    let outcome = try await signUp.finish(
      try await token(to: email), password: password, Self.manner(), at: now)
    guard case .signedUp(let opened, _) = outcome else { throw Unexpected(what: "\(outcome)") }
    return (try await current(opened), opened)
  }

  func current(_ opened: OpenedSession) async throws -> SignedIn {
    try #require(try await Sessions(accounts).current(opened.token.text, at: now))
  }

  /// Turns the second factor on.
  func enableFactor(
    _ signedIn: SignedIn
  ) async throws -> (signedIn: SignedIn, opened: OpenedSession, totp: TOTP, codes: [RecoveryCode]) {
    let factors = SecondFactors(accounts)
    let setup = try #require(try await factors.begin(for: signedIn, at: now))
    let totp = try #require(Base32.bytes(setup.secret).flatMap(TOTP.init(secret:)))
    let outcome = try await factors.enable(try code(totp), for: signedIn, at: now)
    guard case .on(let codes, let opened) = outcome else { throw Unexpected(what: "\(outcome)") }
    return (try await current(opened), opened, totp, codes)
  }

  /// The code an application shows now.
  func code(_ totp: TOTP) throws -> String { try #require(totp.code(at: now.microseconds / 1_000_000)) }

  /// The first administrator, with both factors.
  func administrator(_ email: String = "root@example.org") async throws -> SignedIn {
    guard case .invited(let token) = try await FirstAdministrator(accounts).invite(email: email, at: now) else {
      throw Unexpected(what: "no first administrator")
    }
    return try await enableFactor(try await acceptAnew(token.text)).signedIn
  }

  func acceptAnew(_ token: String, born: String = "1980-01-01") async throws -> SignedIn {
    let outcome = try await InvitationAcceptance(accounts).acceptAnew(
      token, born: try #require(CivilDate(born)), password: Self.password, language: .english, Self.manner(), at: now)
    guard case .accepted(let opened) = outcome else { throw Unexpected(what: "\(outcome)") }
    return try await current(opened)
  }

  /// A new account with a role in an organization, and both factors.
  func member(
    _ email: String, of organization: Organization, as role: Role, _ permissions: Set<Permission> = []
  ) async throws -> SignedIn {
    _ = try #require(
      try await Invitations(accounts).invite(
        email: email, to: organization.id, as: role, permissions: permissions, language: .english, by: .machine, at: now
      ))
    let signedIn = try await acceptAnew(try await token(to: email))
    return role.isStaff ? try await enableFactor(signedIn).signedIn : signedIn
  }

  func organization(_ name: String, _ kind: Organization.Kind) async throws -> Organization {
    try #require(try await Organizations(accounts).create(name: name, kind: kind, by: .machine, at: now))
  }
}

/// Something else happened than the test was about.
struct Unexpected: Error {
  let what: String
}
