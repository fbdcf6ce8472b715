import Foundation
import Rules
import Services
import Storage
import Synchronization
import Testing
import Vocabulary

@testable import Website

/// Somebody with an item of every kind of health, each with marks that nothing else has, who shares everything with everybody.
struct PlantedPerson {
  static let mark = "PLANTED7Q"
  /// A day that nothing else has; `last` is when what was planted runs out.
  static let planted = Fixtures.day(1987, 6, 5)
  static let last = Fixtures.today.adding(days: 9)

  let fixture: MemberFixture
  let owner: MemberBrowser
  let signedIn: SignedIn
  let records: [RecordID]
  let papers: [PaperID]
  /// What stands for each name in a pattern of an address.
  private(set) var names: [String: [String]] = [:]
  /// What must not be told.
  private(set) var marks: [String] = [mark, "1987"]

  private var builder: WalkBuilder { WalkBuilder(fixture: fixture) }

  init(_ fixture: MemberFixture) async throws {
    self.fixture = fixture
    owner = try await fixture.signUp("maya@example.org")
    signedIn = try await fixture.signedIn(owner)
    var records: [RecordID] = []
    for record in Self.records {
      records += try await fixture.database.health.apply(
        [.add(.evidence(record))], to: signedIn.person, by: signedIn.account.text, at: fixture.now
      ).map(\.record)
    }
    var papers: [PaperID] = []
    for kind in PaperKind.allCases where kind.isHealth {
      let file = StandInIntake.photo + Array("\(Self.mark) \(kind.rawValue)".utf8)
      guard case .kept(let id) = try await fixture.papers.add(file, kind, to: nil, for: signedIn, at: fixture.now)
      else { throw WalkError(step: 20) }
      papers.append(id)
    }
    (self.records, self.papers) = (records, papers)
    marks += records.map(\.text) + papers.map(\.text)
    let open = try await certify()
    let token = try await prove()
    let externship = try await fixtureExternship()
    names = [
      "person": [signedIn.person.text], "account": [signedIn.account.text],
      "record": [records[0].text, records[records.count - 1].text, open.text],
      "paper": papers.map(\.text), "token": [token, externship.token], "day": [externship.day],
      "letter": [externship.letter], "body": ["aama"], "credential": ["cma"], "rule": ["current"], "step": ["exam"],
      "kind": ["health", "screening"], "roadmap": [papers[0].text], "upload": [papers[0].text],
    ]
  }

  /// One of each word that a kind of health can have.
  static var records: [EvidenceRecord] {
    EvidenceKind.allCases.filter(\.isHealth).flatMap { kind -> [EvidenceRecord] in
      let types = kind.fields.first { $0.name == "type" }?.content
      guard case .choice(let words)? = types else { return [] }
      return words.map { word in
        EvidenceRecord(
          id: "\(mark)-\(word)", kind: kind,
          values: [
            "type": .word(word), "date": .day(DayInterval(planted), expected: false),
            "expires": .day(DayInterval(last), expected: false),
          ], provenance: "\(mark) \(word)")
      }
    }
  }

  /// A certification and a card that runs out, which others are shown.
  private func certify() async throws -> RecordID {
    let (today, now) = (Fixtures.today, fixture.now)
    func day(_ days: Int) -> FactValue { .day(DayInterval(today.adding(days: days)), expected: false) }
    let made = try await fixture.database.evidence.apply(
      [
        .add(
          .evidence(
            EvidenceRecord(
              id: "certification-1", kind: .certification,
              values: ["of": .word("aama/cma"), "date": day(-100), "expires": day(500)]))),
        .add(
          .evidence(EvidenceRecord(id: "card-1", kind: .card, values: ["type": .word("bls"), "expires": day(20)]))),
      ], to: signedIn.person, by: signedIn.account.text, at: now)
    return try #require(made.first).record
  }

  /// The token of a link for verification.
  private func prove() async throws -> String {
    let made = await owner.post(
      "/account/verification", ["credential": "aama/cma", "name": "Maya Sample", "purpose": "job", "days": "30"])
    return try secret("https://fobwatch.example.org/verify/", in: text(made))
  }

  private func fixtureExternship() async throws -> (token: String, day: String, letter: String) {
    let (externship, today, now) = (Externship(fixture.accounts), Fixtures.today, fixture.now)
    for days in 1...2 {
      let day = ExternshipDay(
        day: today.adding(days: -days), site: "Lakeside", preceptor: "Ana Ruiz", hours: Quantity(8))
      _ = try await externship.add(day, isNoPatient: false, for: signedIn, asOf: today, at: now)
    }
    _ = try await externship.ask(from: "Lakeside", on: today.adding(days: -30), for: signedIn, asOf: today, at: now)
    let ledger = try await externship.ledger(for: signedIn, at: now)
    guard let line = ledger.lines.first, let letter = ledger.letters.first,
      case .made(_, let token) = try await externship.makeLink(
        for: [line.id], name: "Maya Sample", days: 14, by: signedIn, at: now)
    else { throw WalkError(step: 21) }
    return (token.text, line.id.text, letter.id.text)
  }

  /// The address of the calendar.
  func feed() async throws -> String {
    let made = await owner.post("/account/reminders/calendar", [:], from: "/account/reminders")
    return "/calendar/" + (try secret("https://fobwatch.example.org/calendar/", in: text(made)))
  }

  private func secret(_ start: String, in page: String) throws -> String {
    let range = try #require(page.range(of: start), "\(start)")
    return String(page[range.upperBound...].prefix { $0 != "<" })
  }

  /// Shares all kinds for a purpose. A consent can name health; what somebody sees needs more than that.
  func share(with receiver: Consent.Receiver, _ purpose: Consent.Purpose) async throws {
    let draft = Consents.Draft(receiver: receiver, purpose: purpose, kinds: Set(EvidenceKind.allCases))
    guard case .given = try await Consents(fixture.accounts).give(draft, by: signedIn, at: fixture.now) else {
      throw WalkError(step: 22)
    }
  }

  /// Every address of a route, with what belongs to this person in it.
  func addresses(_ route: MemberRoute, at organization: Organization.ID) -> [String] {
    var found = [route.pattern]
    for (name, values) in names.merging(["organization": [organization.text]], uniquingKeysWith: { $1 }) {
      found = found.flatMap { path in
        path.contains("{\(name)}") ? values.map { path.replacing("{\(name)}", with: $0) } : [path]
      }
    }
    return found
  }

  /// The marks that a text has. What is short counts where no letter, digit, hyphen or underscore stands beside it: a token can
  /// have four digits in it by chance.
  func marks(in text: String, and more: [String] = []) -> [String] {
    (marks + more).filter { mark in
      guard mark.count < 5 else { return text.contains(mark) }
      return text.ranges(of: mark).contains { range in
        let before = text[..<range.lowerBound].last
        let after = text[range.upperBound...].first
        return !(before.map(Self.isOfToken) ?? false) && !(after.map { $0 != "-" && Self.isOfToken($0) } ?? false)
      }
    }
  }

  private static func isOfToken(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }
}

/// Keeps what people are mailed.
final class PlantedPost: DigestCarrier {
  private let kept = Mutex<[String]>([])

  var mails: [String] { kept.withLock(\.self) }

  func carry(_ mail: DigestMail, at now: Instant) async throws {
    kept.withLock { $0.append(([mail.text.subject] + mail.text.paragraphs).joined(separator: "\n")) }
  }
}
