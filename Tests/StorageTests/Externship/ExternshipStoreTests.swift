import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("An externship ledger, on every database", .serialized)
struct ExternshipStoreTests {
  typealias Fixture = ExternshipFixture

  @Test("days come back as written, the newest first, and are their owner's alone", arguments: TestDatabase.tested)
  func days(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      let days = [Fixture.day(3), Fixture.day(1, hours: "0.25", note: "First day"), Fixture.day(2, hours: "24", [:])]
      for day in days { try await #expect(here.add(day) == .kept) }
      let ledger = try await here.ledger()
      #expect(ledger.lines.map(\.content) == [days[1], days[2], days[0]])
      #expect(ledger.hours == Quantity(hundredths: 3175) && ledger.signedHours == .zero)
      #expect(ledger.times(.injections).all == 6 && ledger.times(.injections).signed == 0)
      let others = try await here.ledger(here.luis)
      #expect(others.lines.isEmpty)
      try await #expect(here.correct(ledger.lines[0], to: Fixture.day(), by: here.luis) == .nothing)
      try await #expect(
        here.externship.remove(ledger.lines[0].id, seen: 1, for: here.luis, at: here.fixture.now) == .nothing)
      try await #expect(here.sealed.report().isIntact)
    }
  }

  @Test("a correction adds, keeps what it said before, and takes the signature off", arguments: TestDatabase.tested)
  func correction(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      try await here.add(Fixture.day())
      let (_, token) = try await here.link()
      try await #expect(here.sign(token) == .answered)
      let signed = try await here.ledger()
      #expect(signed.signedHours == Quantity(hundredths: 750) && signed.times(.injections).signed == 3)
      // The same again is no correction.
      try await #expect(here.correct(signed.lines[0], to: Fixture.day()) == .kept)
      try await #expect(here.ledger().lines[0].version == 1)
      try await #expect(here.correct(signed.lines[0], to: Fixture.day(hours: "8")) == .kept)
      try await #expect(here.correct(signed.lines[0], to: Fixture.day(hours: "9")) == .changedMeanwhile)
      let after = try await here.ledger()
      let line = try #require(after.lines.first)
      #expect(after.signedHours == .zero && after.hours == Quantity(8) && line.version == 2)
      #expect(line.earlier.map(\.content.hours) == [Quantity(hundredths: 750)] && line.earlier[0].wasSigned)
      guard case .changedSince = line.standing else { throw Unexpected(what: "\(line.standing)") }
      let (_, second) = try await here.link()
      try await #expect(here.sign(second) == .answered)
      try await #expect(here.ledger().signedHours == Quantity(8))
      try await #expect(here.externship.remove(line.id, seen: 2, for: here.maya, at: here.fixture.now) == .kept)
      let last = try await here.ledger()
      #expect(last.lines.isEmpty && last.removed.count == 1 && last.signOffs.count == 2)
    }
  }

  @Test("what is no day is refused, and what looks like a patient's is asked about", arguments: TestDatabase.tested)
  func refused(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      for (day, problem) in [
        (Fixture.day(-1), ExternshipDay.Problem.dayAhead), (Fixture.day(40_000), .dayTooOld),
        (Fixture.day(hours: "0"), .hoursOutOfRange), (Fixture.day(hours: "24.25"), .hoursOutOfRange),
        (Fixture.day(site: ""), .noSite), (Fixture.day(site: "a\u{202E}b"), .noSite),
        (Fixture.day(note: String(repeating: "x", count: 201)), .longNote),
        (Fixture.day(1, [.injections: 501]), .timesOutOfRange(.injections)),
      ] {
        try await #expect(here.add(day) == .refused(problem), "\(problem)")
      }
      let note = "Patient 4711, DOB 3/14/1961"
      guard case .patient(let notes) = try await here.add(Fixture.day(note: note)) else {
        throw Unexpected(what: "not asked about")
      }
      #expect(notes.map(\.text) == [.note] && notes[0].signs.contains(.birth))
      try await #expect(here.add(Fixture.day(note: note), isNoPatient: true) == .kept)
      // Whoever is asked to sign does not see it, and no file has it.
      let (_, token) = try await here.link()
      guard case .open(let shown) = try await here.look(token) else { throw Unexpected(what: "not open") }
      #expect(shown.lines.map(\.content.note) == [nil])
      let file = try await here.externship.file(for: here.maya, at: here.fixture.now)
      #expect(!file.contains("Patient 4711") && file.contains("Lakeside"))
      try await #expect(here.ledger().lines[0].content.note == note)
    }
  }

  @Test("letters go from the request to the receipt, and no further", arguments: TestDatabase.tested)
  func letters(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      let (ask, today) = (Fixture.today.adding(days: -20), Fixture.today)
      func note(_ event: ExperienceLetter.Event, _ day: CivilDate, _ id: ExperienceLetter.ID, _ who: SignedIn? = nil)
        async throws -> Externship.LetterProblem?
      {
        try await here.externship.note(
          .init(event, day), of: id, for: who ?? here.maya, asOf: today, at: here.fixture.now)
      }
      for (name, day, problem) in [
        ("", ask, Externship.LetterProblem.noName), ("Lakeside", today.next, .dayAhead),
        ("MRN 448812", ask, .patient([.recordNumber])),
      ] {
        let found = try await here.externship.ask(
          from: name, on: day, for: here.maya, asOf: today, at: here.fixture.now)
        #expect(found == problem)
      }
      let none = try await here.externship.ask(
        from: "Lakeside", on: ask, for: here.maya, asOf: today, at: here.fixture.now)
      #expect(none == nil)
      let id = try #require(try await here.ledger().letters.first?.id)
      try await #expect(note(.received, ask, id, here.luis) == .noSuchLetter)
      try await #expect(note(.reminded, ask.adding(days: -1), id) == .dayTooOld)
      try await #expect(note(.asked, today, id) == .noSuchStep)
      try await #expect(note(.reminded, ask.adding(days: 7), id) == nil)
      try await #expect(note(.received, today, id) == nil)
      try await #expect(note(.reminded, today, id) == .noSuchStep)
      try await #expect(here.ledger().letters.map { $0.steps.map(\.event) } == [[.asked, .reminded, .received]])
    }
  }
}
