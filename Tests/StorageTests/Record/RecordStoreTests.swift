import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Records of people, on every engine")
struct RecordStoreTests {
  private let maria = PersonID.sample(1)
  private let day = CivilDate(days: 20_000)

  @Test("what was known at any time, and may hold on any day, is what all entries say", arguments: TestDatabase.tested)
  func asNaive(_ database: TestDatabase) async throws {
    for seed in 1...5 {
      try await database.withSealed { sealed in
        var history = RandomHistory(seed: UInt64(seed))
        let times = try await history.write(60, to: sealed)
        let naive = try await NaiveRecord(sealed)
        let all = Set(times.flatMap { [$0, $0 - .microseconds(1)] }).sorted()
        let asked: [Instant?] = [nil] + stride(from: seed, to: all.count, by: 6).map { all[$0] }
        for person in RandomHistory.people {
          for time in asked {
            for day in [nil] + (0..<5).map({ CivilDate(days: 19_999 + 8 * $0) }) {
              let evidence = try await sealed.evidence.versions(of: person, known: time, on: day)
              let health = try await sealed.health.versions(of: person, known: time, on: day)
              #expect(evidence.map(\.event) == naive.known(person, .evidence, at: time, on: day), "seed \(seed)")
              #expect(health.map(\.event) == naive.known(person, .health, at: time, on: day), "seed \(seed)")
            }
          }
          let events = try await sealed.evidence.history(of: person, nil) + sealed.health.history(of: person, nil)
          #expect(
            events.sorted { $0.sequence < $1.sequence }
              == naive.events.filter { $0.person == person.bytes }.map(\.event))
        }
        let report = try await sealed.recordAudit.report { _ in }
        #expect(report.faultCount == 0 && report.versions == naive.events.count { $0.event.content != nil })
        try await #expect(sealed.report().isIntact)
      }
    }
  }

  @Test(
    "a correction says who, when and why, and the old version stays known for its time", arguments: TestDatabase.tested)
  func correction(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let store = sealed.evidence
      let added = try await store.apply([.add(.card("bls-1"))], to: maria, by: "account 1", at: .sample)[0]
      let later = Instant.sample + .seconds(100)
      let better = RecordContent.card("bls-1", issued: day)
      let corrected = try await store.apply(
        [.correct(added.record, sequence: added.sequence, to: better, why: "read the card again")], to: maria,
        by: "account 2", at: later)[0]
      #expect(corrected.record == added.record)
      let now = try await store.versions(of: maria)
      #expect(now.map(\.content) == [better] && now[0].knownFrom == later && now[0].knownUntil == nil)
      #expect(
        now[0].statement == RecordStatement(by: "account 2", why: "read the card again", supersedes: added.sequence))
      let before = try await store.versions(of: maria, known: later - .microseconds(1))
      #expect(before.map(\.content) == [.card("bls-1")] && before[0].knownUntil == later)
      try await #expect(store.versions(of: maria, known: .sample - .microseconds(1)).isEmpty)
      _ = try await store.apply(
        [.withdraw(added.record, sequence: corrected.sequence, why: "not hers")], to: maria, by: "account 1",
        at: later + .seconds(1))
      try await #expect(store.versions(of: maria).isEmpty)
      let history = try await store.history(of: maria, added.record)
      #expect(history.map { $0.content == nil } == [false, false, true])
      #expect(history.map(\.statement.why) == [nil, "read the card again", "not hers"])
    }
  }

  @Test("of two who correct one version, the second is told", arguments: TestDatabase.tested)
  func twoAtOnce(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let store = sealed.evidence
      let old = try await store.apply([.add(.card())], to: maria, by: "test", at: .sample)[0]
      let outcomes = await withTaskGroup(of: RecordError?.self) { group in
        for number in 0..<6 {
          group.addTask { [maria] in
            let change = RecordChange.correct(
              old.record, sequence: old.sequence, to: .card("\(number)"), why: "a mistake")
            do {
              try await store.apply([change], to: maria, by: "test", at: .sample + .seconds(1))
              return nil
            } catch {
              return error as? RecordError
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == nil } == 1 && outcomes.count { $0 == .changedMeanwhile } == 5)
      try await #expect(store.versions(of: maria).count == 1)
    }
  }

  @Test("changes that cannot be are refused, all together", arguments: TestDatabase.tested)
  func refused(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let store = sealed.evidence
      let old = try await store.apply([.add(.card())], to: maria, by: "test", at: .sample)[0]
      let head = try await sealed.log.head()
      let diploma = RecordContent.evidence(EvidenceRecord(id: "", kind: .diploma))
      let farOff = RecordContent.card(issued: CivilDate(days: 10_000_000))
      let unknown = RecordID.fresh(from: .system)
      func apply(_ changes: [RecordChange], of person: PersonID? = nil, by: String = "test") async throws {
        try await store.apply(changes, to: person ?? maria, by: by, at: .sample)
      }
      let correction = RecordChange.correct(old.record, sequence: old.sequence, to: .card("x"), why: "a mistake")
      let cases: [([RecordChange], RecordError)] = [
        ([.add(.vaccine())], .otherStore(.health)), ([.add(.card()), .add(.vaccine())], .otherStore(.health)),
        (
          [.correct(old.record, sequence: old.sequence, to: diploma, why: "x")],
          .otherKind(expected: .card, found: .diploma)
        ),
        ([.correct(old.record, sequence: old.sequence + 1, to: .card(), why: "x")], .changedMeanwhile),
        ([correction, correction], .changedMeanwhile), ([.withdraw(unknown, sequence: 0, why: "x")], .noSuchRecord),
        ([.withdraw(old.record, sequence: old.sequence, why: "")], .noStatement(longest: 500)),
        ([.add(farOff)], .unwritable(.card)),
        (Array(repeating: .add(.card()), count: 5_001), .tooMany(5_001, limit: 5_000)),
      ]
      for (changes, error) in cases {
        await #expect(throws: error) { try await apply(changes) }
      }
      await #expect(throws: RecordError.noStatement(longest: 500)) { try await apply([.add(.card())], by: "") }
      await #expect(throws: RecordError.noSuchRecord) { try await apply([correction], of: .sample(2)) }
      await #expect(throws: RecordError.otherStore(.card)) {
        try await sealed.health.apply([.add(.card())], to: maria, by: "test", at: .sample)
      }
      try await #expect(sealed.log.head() == head)
    }
  }

  @Test("what is known of health opens with its own key only", arguments: TestDatabase.tested)
  func healthApart(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await sealed.health.apply(
        [.add(.vaccine(on: day)), .add(.complete(.health, through: day))], to: maria, by: "test", at: .sample)
      try await sealed.evidence.apply([.add(.card())], to: maria, by: "test", at: .sample)
      try await #expect(sealed.evidence.versions(of: maria).count == 1)
      try await #expect(sealed.evidence.history(of: maria, nil).count == 1)
      try await #expect(sealed.health.versions(of: maria).count == 2)
      let entries = try await sealed.log.entries(0..<3)
      try await sealed.engine.read { [maria] statements in
        let keys = sealed.writer.personKeys
        let record = try #require(try keys.key(of: maria, .record, in: statements))
        let health = try #require(try keys.key(of: maria, .health, in: statements))
        #expect(throws: LogError.unreadable(sequence: 0)) { try EntrySeal.open(entries[0], .person(record)) }
        _ = try EntrySeal.open(entries[0], .person(health))
        _ = try EntrySeal.open(entries[2], .person(record))
        // No column of the table tells of it.
        let row = try #require(try statements.first("SELECT * FROM health"))
        #expect(row.columns == ["entry", "person", "record", "known_from", "known_until"])
      }
    }
  }
}
