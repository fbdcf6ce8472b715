import Cryptography
import Foundation
import Knowledge
import Services
import Storage
import Synchronization
import Testing
import Vocabulary

@testable import Website

/// A site with accounts on an empty database, and a clock that the test moves.
final class MemberFixture: Sendable {
  static let password = "wolf lantern ninety gravel"
  static let otherPassword = "seven quiet pumpkins drive"

  let site: Site
  let accounts: Accounts
  let database: SealedDatabase
  let papers: Papers
  private let clock = Mutex(Instant(microseconds: 1_795_400_000_000_000))

  var now: Instant { clock.withLock { $0 } }

  func pass(_ seconds: Int) { clock.withLock { $0 = $0 + .seconds(seconds) } }

  /// - Parameter lookup: by what addresses are found.
  init(
    _ folder: String, work: PasswordWork = PasswordWork(workers: 2, places: 500), cost: PasswordHash.Cost = .least,
    isSecure: Bool = false, lookup: NumberedKeys = NumberedKeys(.random()),
    service: any WebsiteService = SampleService()
  ) async throws {
    let engine = try await SQLiteEngine.open("\(folder)/test.sqlite", busyTimeout: 120, longestWait: .seconds(120))
    let start = Instant(microseconds: 1_795_400_000_000_000)
    try await Migrator().migrate(engine, at: start)
    let database = try await SealedDatabase(engine, KeyRing(folder: "\(folder)/keys"), at: start)
    let accounts = Accounts(
      store: database.accounts,
      vault: AccountVault(record: database.keys.record, lookup: lookup, random: .system),
      passwords: try Passwords(policy: PasswordPolicy(), work: work, hash: PasswordHash(cost: cost), random: .system))
    self.database = database
    self.accounts = accounts
    let moment = Moment()
    var site = Site(
      service: service, seal: Fixtures.seal, instance: "test", secureCookies: isSecure,
      today: { Fixtures.today }, now: { 1_000 })
    papers = Papers(
      database.papers, health: database.healthPapers, evidence: database.evidence, intake: StandInIntake())
    site.members = Members(
      accounts: accounts, evidence: database.evidence, health: database.health, roadmaps: database.roadmaps,
      papers: papers,
      reminders: Reminders(
        (service as? LiveService)?.base ?? KnowledgeBase(), accounts: accounts, store: database.reminders,
        evidence: database.evidence, health: database.health, roadmaps: database.roadmaps,
        local: { moment, _ in LocalTime(day: moment.utcDay, hour: 12) }),
      pageLooks: database.pageLooks, archive: database.archive, home: "https://fobwatch.example.org",
      now: { moment.now })
    self.site = site
    moment.clock.withLock { $0 = { [weak self] in self?.now ?? start } }
  }

  /// What the site asks for the time.
  private final class Moment: Sendable {
    let clock = Mutex<@Sendable () -> Instant>({ Instant(microseconds: 0) })
    var now: Instant { clock.withLock { $0 }() }
  }

  static func with(
    work: PasswordWork = PasswordWork(workers: 2, places: 500), cost: PasswordHash.Cost = .least,
    isSecure: Bool = false, service: any WebsiteService = SampleService(), _ body: (MemberFixture) async throws -> Void
  ) async throws {
    try await withScratch { folder in
      try await MemberFixture(folder, work: work, cost: cost, isSecure: isSecure, service: service).closing(body)
    }
  }

  /// Runs a body, and closes the database.
  func closing(_ body: (MemberFixture) async throws -> Void) async throws {
    do {
      try await body(self)
      await database.engine.close()
    } catch {
      await database.engine.close()
      throw error
    }
  }

  /// Runs a body with a folder that is gone afterward.
  static func withScratch(_ body: (String) async throws -> Void) async throws {
    let place =
      FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : FileManager.default.temporaryDirectory.path
    let folder = "\(place)/fobwatch-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  func browser(_ language: Language = .english) -> MemberBrowser { MemberBrowser(site: site, language: language) }

  // MARK: Mails

  /// The mails that wait, the oldest first.
  func outbox() async throws -> [OutgoingMail] {
    let seal = MailSeal(keys: database.keys.record)
    let payloads = try await database.engine.read { statements in
      try statements.rows("SELECT payload FROM job WHERE kind = 'mail' ORDER BY id", []).map { try $0.bytes("payload") }
    }
    return try payloads.map { try #require(try seal.open($0)) }
  }

  /// The path of the newest link that was mailed to an address.
  func link(to email: String, _ language: Language = .english) async throws -> String {
    let links = try await outbox().filter { $0.to.text == email }.compactMap { mail -> String? in
      let text = MailWording { "link:" + $0.path(language) }.text(mail)
      return text.paragraphs.first { $0.hasPrefix("link:") }.map { String($0.dropFirst(5)) }
    }
    return try #require(links.last, "a mail with a link to \(email)")
  }

  // MARK: What people do

  /// Signs up in a browser of their own, which is signed in then.
  func signUp(_ email: String, born: String = "1990-05-01") async throws -> MemberBrowser {
    let browser = browser()
    let day = born.split(separator: "-").map { String(Int($0) ?? 0) }
    let asked = await browser.post(
      "/sign-up", ["email": email, "year": day[0], "month": day[1], "day": day[2]])
    #expect(asked.status == 303)
    let finished = await browser.post(try await link(to: email), ["new-password": Self.password])
    try #require(finished.status == 303 && finished["Location"] == "/account")
    return browser
  }

  func signedIn(_ browser: MemberBrowser) async throws -> SignedIn {
    try #require(try await site.signedIn(browser.inquiry("/account")))
  }
}

/// A browser with its cookies, that sends the forms of the pages it has seen.
final class MemberBrowser: Sendable {
  let site: Site
  let language: Language
  private let jar = Mutex<[String: String]>([:])

  init(site: Site, language: Language) { (self.site, self.language) = (site, language) }

  var cookies: [String: String] {
    get { jar.withLock { $0 } }
    set { jar.withLock { $0 = newValue } }
  }

  func inquiry(_ path: String, method: String = "GET", body: String = "") -> Website.Inquiry {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    var inquiry = Website.Inquiry(method: method, path: parts[0], query: parts.count > 1 ? parts[1] : "")
    inquiry.headers = [
      "cookie": cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; "),
      "user-agent": "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "host": "a",
    ]
    if method == "POST" { inquiry.headers["origin"] = "http://a" }
    inquiry.body = Array(body.utf8)
    inquiry.from = "192.0.2.7"
    return inquiry
  }

  func get(_ path: String) async -> Reply { keep(await site.reply(to: inquiry(path))) }

  /// Sends a form as it stands on a page; nil for the page at the same address.
  func post(_ path: String, _ fields: [String: String], from page: String? = nil) async -> Reply {
    let form = text(await get(page ?? path))
    var fields = fields
    fields["form"] = form.range(of: "name=\"form\" value=\"").map {
      String(form[$0.upperBound...].prefix { $0 != "\"" })
    }
    return await send(path, fields)
  }

  /// Sends a form without looking at a page.
  func send(_ path: String, _ fields: [String: String]) async -> Reply {
    let body = fields.map { "\($0.key)=\(SearchQuery.encoded($0.value))" }.joined(separator: "&")
    return keep(await site.reply(to: inquiry(path, method: "POST", body: body)))
  }

  private func keep(_ reply: Reply) -> Reply {
    for header in reply.headers where header.name == "Set-Cookie" {
      let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
      jar.withLock { $0[pair[0]] = pair.count > 1 && !header.value.contains("Max-Age=0") ? pair[1] : nil }
    }
    return reply
  }
}

/// The body of a reply.
func text(_ reply: Reply) -> String { String(decoding: reply.body, as: UTF8.self) }
