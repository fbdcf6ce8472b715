import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Links by which preceptors sign, on every database", .serialized)
struct SignOffTests {
  typealias Fixture = ExternshipFixture

  @Test("a link is answered once, by somebody else, for what stood on the page", arguments: TestDatabase.tested)
  func once(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      try await here.add(Fixture.day(2))
      try await here.add(Fixture.day(1))
      let lines = try await here.ledger().lines
      let (_, token) = try await here.link([lines[1].id])
      guard case .open(let shown) = try await here.look(token) else { throw Unexpected(what: "not open") }
      #expect(shown.name == "Maya Sample" && shown.lines.map(\.item.day) == [lines[1].id])
      try await #expect(here.look(token, as: here.maya) == .own)
      try await #expect(here.sign(token, seen: shown.seen, as: here.maya) == .notOpen(.own))
      try await #expect(here.correct(lines[1], to: Fixture.day(2, hours: "8")) == .kept)
      guard case .changedMeanwhile(let now) = try await here.sign(token, seen: shown.seen) else {
        throw Unexpected(what: "signed another day")
      }
      #expect(now.hours == Quantity(8))
      try await #expect(here.sign(token) == .answered)
      guard case .notOpen(.answered) = try await here.sign(token, seen: now.seen) else {
        throw Unexpected(what: "answered twice")
      }
      let ledger = try await here.ledger()
      #expect(ledger.signedHours == Quantity(8) && ledger.lines[0].standing == .open)
      let listed = try await here.externship.links(for: here.maya, at: here.fixture.now)
      #expect(listed.map(\.looks.count) == [2] && listed.map(\.days) == [1])
      try await #expect(here.externship.links(for: here.luis, at: here.fixture.now).isEmpty)
      try await #expect(here.sealed.report().isIntact)
    }
  }

  @Test("a preceptor who does not sign says why, and nothing counts", arguments: TestDatabase.tested)
  func declined(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      try await here.add(Fixture.day())
      let (_, token) = try await here.link()
      for (text, problem) in [
        ("", SignOffs.Problem.badText), (String(repeating: "x", count: 201), .badText),
        ("Patient 4711 says no", .patient([.patient])),
      ] {
        guard case .refused(.declined, let found, _) = try await here.sign(token, declined: text) else {
          throw Unexpected(what: text)
        }
        #expect(found == problem)
      }
      try await #expect(here.sign(token, declined: "I was not there", reference: "ana@example.org") == .answered)
      let ledger = try await here.ledger()
      guard case .declined(let kept) = try #require(ledger.lines.first).standing else {
        throw Unexpected(what: "not declined")
      }
      #expect(kept.signOff.declined == "I was not there" && ledger.signedHours == .zero && ledger.references.isEmpty)
      // A day that was not signed can be asked about again.
      _ = try await here.link()
    }
  }

  @Test("a reference needs a consent, which the preceptor takes back for good", arguments: TestDatabase.tested)
  func reference(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      try await here.add(Fixture.day(2))
      let (_, without) = try await here.link()
      try await #expect(here.sign(without) == .answered)
      try await #expect(here.ledger().references.isEmpty)
      try await here.add(Fixture.day(1))
      let (link, token) = try await here.link([try await here.ledger().lines[0].id])
      func withdraw(_ token: SecretToken) async throws -> Bool {
        try await here.signOffs.withdraw(
          token.text, origin: AccountFixture.here, viewer: nil, at: here.fixture.now)
      }
      try await #expect(!withdraw(token))
      try await #expect(here.sign(token, reference: "ana@example.org") == .answered)
      let given = try await here.ledger()
      #expect(given.references.map(\.contact) == ["ana@example.org"])
      try await #expect(
        here.externship.file(for: here.maya, at: here.fixture.now).contains("ana@example.org"))
      // Neither its end nor its owner keeps the preceptor from taking it back.
      here.fixture.pass(.seconds(90 * 86_400))
      try await #expect(here.externship.revokeLink(link.id, by: here.maya, at: here.fixture.now))
      try await #expect(withdraw(token))
      try await #expect(withdraw(token))
      let after = try await here.ledger()
      #expect(after.references.map(\.contact) == [nil] && after.references[0].withdrawnAt != nil)
      #expect(after.signedHours == Quantity(15))
      try await #expect(
        !here.externship.file(for: here.maya, at: here.fixture.now).contains("ana@example.org"))
    }
  }

  @Test("ended, expired and unknown links show nothing, and no token is stored", arguments: TestDatabase.tested)
  func states(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      try await here.add(Fixture.day())
      let (first, one) = try await here.link()
      let (_, two) = try await here.link(open: 7)
      let (_, three) = try await here.link(open: 30)
      let bytes = try await here.fixture.engine.read { statements in
        try statements.rows("SELECT token FROM sign_off_link").map { try $0.bytes("token") }
      }
      #expect(bytes.count == 3 && !bytes.contains { Base64.url.text($0) == one.text })
      try await #expect(!here.externship.revokeLink(first.id, by: here.luis, at: here.fixture.now))
      try await #expect(here.externship.revokeLink(first.id, by: here.maya, at: here.fixture.now))
      try await #expect(here.look(one) == .ended)
      try await #expect(here.sign(one) == .notOpen(.ended))
      here.fixture.pass(.seconds(7 * 86_400))
      try await #expect(here.look(two) == .ended)
      try await #expect(here.look(SecretToken.fresh(from: .system)) == .unknown)
      let line = try #require(try await here.ledger().lines.first)
      try await #expect(here.externship.remove(line.id, seen: 1, for: here.maya, at: here.fixture.now) == .kept)
      try await #expect(here.look(three) == .ended)
      _ = try await AccountDeletion(here.fixture.accounts).delete(here.maya.account, by: .machine, at: here.fixture.now)
      try await #expect(here.look(three) == .unknown)
      try await #expect(here.fixture.count("sign_off_link") == 0)
      try await #expect(here.sealed.report().isIntact)
    }
  }

  @Test("links that cannot be made, and looks that wait", arguments: TestDatabase.tested)
  func limits(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      try await here.add(Fixture.day())
      let id = try await here.ledger().lines[0].id
      func outcome(_ days: [ExternshipDay.ID], _ name: String = "Maya", _ open: Int = 14) async throws -> String {
        let made = try await here.externship.makeLink(
          for: days, name: name, days: open, by: here.maya, at: here.fixture.now)
        return String("\(made)".prefix { $0 != "(" })
      }
      try await #expect(outcome([]) == "noDays")
      try await #expect(outcome([id, .fresh(from: .system)]) == "noDays")
      try await #expect(outcome([id], " ") == "badName")
      try await #expect(outcome([id], "Patient 4711") == "badName")
      try await #expect(outcome([id], "Maya", 15) == "badTime")
      for _ in 1...SignOffLink.most { try await #expect(outcome([id]) == "made") }
      try await #expect(outcome([id]) == "tooMany")
      let minor = try await here.fixture.signUp("ines@example.org", born: "2012-01-01").signedIn
      await #expect(throws: Refusal.minorOutsideSchool) {
        _ = try await here.externship.makeLink(for: [id], name: "Ines", days: 14, by: minor, at: here.fixture.now)
      }
      var waits = 0
      for _ in 1...102 {
        if case .wait = try await here.look(SecretToken.fresh(from: .system)) { waits += 1 }
      }
      #expect(waits >= 1)
    }
  }
}
