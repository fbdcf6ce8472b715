import CanonicalJSON
import Cryptography
import Knowledge
import Population
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("A record as a file")
struct RecordFileTests {
  private static let choices = RecordChoices(RoadmapFixture.base)
  fileprivate static let asOf = RoadmapFixture.asOf

  /// Keeps evidence for somebody, as their own word.
  private func keep(_ evidence: Evidence, _ database: SealedDatabase, _ signedIn: SignedIn) async throws {
    try await database.evidence.apply(
      RecordChange.adding(evidence, health: false), to: signedIn.person, by: signedIn.account.text, at: .sample)
  }

  private func file(_ database: SealedDatabase, _ signedIn: SignedIn) async throws -> RecordFile {
    var file = RecordFile()
    file.record = try await OwnRecord(database.evidence).holding(Self.choices, for: signedIn, at: .sample)
    return file
  }

  private func evidence(_ database: SealedDatabase, _ signedIn: SignedIn) async throws -> Evidence {
    Evidence(try await database.evidence.versions(of: signedIn.person)) { _ in .distantPast }
  }

  @Test(
    "a thousand people leave with a file and come back: the same record, bytes, and answer on every day of 20 years")
  func population() async throws {
    let differing = try await withThrowingTaskGroup(of: [Int].self) { group in
      try await TestDatabase.sqlite.withSealed { database in
        var pairs: [Pair] = []
        for (number, person) in Population(1000, seed: 7, asOf: Self.asOf).people.enumerated() {
          pairs.append(try await leaveAndReturn(number, person.evidence, database))
          guard pairs.count == 50 else { continue }
          // While some are stored, others are asked about.
          group.addTask { [pairs] in try pairs.filter { try !$0.hasSameAnswers() }.map(\.number) }
          pairs = []
        }
        #expect(pairs.isEmpty)
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(differing.isEmpty, "\(differing)")
  }

  /// Somebody with this evidence leaves with a file, and comes back with another account.
  private func leaveAndReturn(
    _ number: Int, _ evidence: Evidence, _ database: SealedDatabase
  ) async throws -> Pair {
    let before = RoadmapFixture.signedIn(.fresh(from: .system))
    let after = RoadmapFixture.signedIn(.fresh(from: .system))
    try await keep(evidence.ownWord, database, before)
    let bytes = try await file(database, before).bytes
    let read = try RecordFile(bytes: bytes, Self.choices)
    let done = try await OwnRecord(database.evidence).take(read.record, Self.choices, for: after, at: .sample)
    #expect(done.lowered == 0 && done.differing.isEmpty, "person \(number)")
    let (old, new) = (try await self.evidence(database, before), try await self.evidence(database, after))
    for kind in EvidenceKind.allCases {
      #expect(old.records(of: kind) == new.records(of: kind), "person \(number)")
    }
    #expect(old.completeThrough == new.completeThrough, "person \(number)")
    #expect(try await file(database, after).bytes == bytes, "person \(number)")
    if number % 10 == 0 {
      let again = try await OwnRecord(database.evidence).importing(read.record, Self.choices, for: after, at: .sample)
      #expect(again.isEmpty && again.present == old.records.count)
    }
    return Pair(number: number, old: old, new: new)
  }

  /// What stood before somebody left, and after they came back.
  private struct Pair: Sendable {
    let number: Int
    let old: Evidence
    let new: Evidence

    /// Whether every question has the same answer on every day of twenty years.
    ///
    /// It is every day: a timeline holds a value for each day, and its spans in a window are all days of the window, none left
    /// out, each with the value of its days. So spans that begin and end alike and have the same values say the same on all 7,306
    /// days. Of each hundredth person this is seen day by day, too.
    func hasSameAnswers() throws -> Bool {
      let window = DayInterval(RecordFileTests.asOf.adding(months: -120), RecordFileTests.asOf.adding(months: 120))
      let assessor = Assessor(RoadmapFixture.base)
      let inquiry = Inquiry(asOf: RecordFileTests.asOf)
      for goal in RoadmapFixture.goals {
        guard let credential = RoadmapFixture.base.credential(goal),
          let before = try assessor.life(credential, old, inquiry)?.phases,
          let after = try assessor.life(credential, new, inquiry)?.phases
        else { return false }
        let rule = goal + "/eligibility"
        let could = try assessor.determine(rule, old, inquiry).timeline
        let can = try assessor.determine(rule, new, inquiry).timeline
        guard areSame(before, after, in: window), areSame(could, can, in: window) else { return false }
      }
      return true
    }

    private func areSame<Value: Equatable>(
      _ one: Timeline<Value>, _ other: Timeline<Value>, in window: DayInterval
    ) -> Bool {
      let (spans, others) = (one.spans(in: window), other.spans(in: window))
      guard spans.map(\.days) == others.map(\.days), spans.map(\.value) == others.map(\.value),
        spans.map(\.days.count).reduce(0, +) == window.count
      else { return false }
      guard number % 100 == 0 else { return true }
      return (0..<window.count).allSatisfy {
        let day = window.first.adding(days: $0)
        return one.value(on: day) == other.value(on: day)
      }
    }
  }

  @Test("names of a person go out and come back with the record, with their days", arguments: TestDatabase.tested)
  func names(_ kind: TestDatabase) async throws {
    try await kind.withSealed { database in
      let one = RoadmapFixture.signedIn(.fresh(from: .system))
      let two = RoadmapFixture.signedIn(.fresh(from: .system))
      let until = FactValue.day(DayInterval(Self.asOf.adding(days: -400)), expected: false)
      var names = Evidence()
      names.put(
        EvidenceRecord(
          id: "person-name-1", kind: .personName,
          values: ["name": .word("Maya Rivera"), "type": .word("earlier"), "until": until]))
      names.put(
        EvidenceRecord(
          id: "person-name-2", kind: .personName,
          values: ["name": .word("Maya Sample"), "type": .word("current"), "until": .never]))
      try await keep(names, database, one)
      let bytes = try await file(database, one).bytes
      let read = try RecordFile(bytes: bytes, Self.choices)
      try await OwnRecord(database.evidence).take(read.record, Self.choices, for: two, at: .sample)
      #expect(try await file(database, two).bytes == bytes)
      let back = KnownName.all(in: try await evidence(database, two))
      #expect(back.map(\.name) == ["Maya Rivera", "Maya Sample"] && back.map(\.isCurrent) == [false, true])
      #expect(back[0].until == DayInterval(Self.asOf.adding(days: -400)) && back[1].until == nil)
      // Nothing of a name stands in the database as it is.
      let stored = try await database.engine.read { statements in
        try statements.rows("SELECT ciphertext FROM entry").map { try $0.bytes("ciphertext") }
      }
      #expect(!stored.isEmpty && !stored.contains { String(decoding: $0, as: UTF8.self).contains("Rivera") })
    }
  }

  @Test(
    "a check by others does not travel with a file; texts about a patient stay out; what differs is left",
    arguments: TestDatabase.tested)
  func limits(_ kind: TestDatabase) async throws {
    try await kind.withSealed { database in
      let one = RoadmapFixture.signedIn(.fresh(from: .system))
      let two = RoadmapFixture.signedIn(.fresh(from: .system))
      var evidence = Evidence()
      evidence.put(
        EvidenceRecord(
          id: "card-1", kind: .card, values: ["type": .word("bls")], grade: .primarySource, provenance: "DOB 3/14/1961")
      )
      evidence.put(EvidenceRecord(id: "work-1", kind: .work, values: ["employer": .word("MRN 448812")]))
      try await keep(evidence, database, one)
      let file = try await file(database, one)
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("DOB") && !text.contains("448812") && text.contains("primary source"))
      #expect(!text.contains(one.account.text) && !text.contains(one.person.text))
      var other = Evidence()
      other.put(EvidenceRecord(id: "work-1", kind: .work, values: ["employer": .word("Elsewhere")]))
      try await keep(other, database, two)
      let done = try await OwnRecord(database.evidence).take(file.record, Self.choices, for: two, at: .sample)
      #expect(done.lowered == 1 && done.differing == ["work-1"] && done.added == [.card: 1])
      let now = try await self.evidence(database, two)
      #expect(now.records(of: .card).first?.grade == .selfReported)
      #expect(now.records(of: .work).first?["employer"] == .word("Elsewhere"))
    }
  }

  @Test("health travels in its own part, and the history is for reading", arguments: TestDatabase.tested)
  func health(_ kind: TestDatabase) async throws {
    try await kind.withSealed { database in
      let one = RoadmapFixture.signedIn(.fresh(from: .system))
      let two = RoadmapFixture.signedIn(.fresh(from: .system))
      let health = OwnRecord(health: database.health)
      let shot = EvidenceRecord(id: "", kind: .health, values: ["type": .word("tdap"), "outcome": .word("declined")])
      guard case .done(let place) = try await health.add(shot, for: one, at: .sample) else {
        Issue.record("nothing was added")
        return
      }
      _ = try await health.correct(
        place.record, seen: place.sequence, to: shot, why: "newer", for: one, at: .sample + .seconds(1))
      var file = try await file(database, one)
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("tdap"))
      file.health = try await health.holding(Self.choices, for: one, at: .sample)
      file.history = try await health.history(Self.choices, for: one, at: .sample)
      let read = try RecordFile(bytes: file.bytes, Self.choices)
      #expect(read.history.isEmpty && read.health == file.health)
      let part = try #require(read.health)
      try await OwnRecord(health: database.health).take(part, Self.choices, for: two, at: .sample)
      #expect(try await health.holding(Self.choices, for: two, at: .sample) == file.health)
      #expect(try await database.evidence.versions(of: two.person).isEmpty)
      let older = SignedIn(
        account: one.account, person: one.person, isMinor: false, isAdministrator: false, memberships: [],
        session: one.session, factors: 1, isRecent: false)
      await #expect(throws: Refusal.recentSignInNeeded) {
        try await health.holding(Self.choices, for: older, at: .sample)
      }
    }
  }

  @Test(
    "what is no such file is refused whole, with its place",
    arguments: [
      ("", ""), ("[]", "/record_file"), (#"{"record_file":2}"#, "/record_file"),
      (#"{"record_file":1,"x":1}"#, "/x"),
      (#"{"record_file":1,"records":{"health":[{"id":"a","type":"tdap"}]}}"#, "/records/health"),
      (#"{"record_file":1,"records":{"cards":[{"id":"a","type":"bls"},{"id":"a"}]}}"#, "/records/cards/1/id"),
      (#"{"record_file":1,"records":{"cards":[{"id":"a","type":"gold"}]}}"#, "/records/cards/0"),
      (#"{"record_file":1,"records":{"cards":[{"id":"a","issued":"soon"}]}}"#, "/records/cards/0"),
      (#"{"record_file":1,"records":{"cards":[{"id":"a","color":"red"}]}}"#, "/records/cards/0"),
      (#"{"record_file":1,"complete_through":{"cards":"soon"}}"#, "/complete_through/cards"),
      (#"{"record_file":1,"health":{"records":{"health":[{"id":"a","provenance":"x"}]}}}"#, "/health/records/health/0"),
    ])
  func refusals(_ text: String, _ place: String) {
    #expect {
      try RecordFile(bytes: Array(text.utf8), Self.choices)
    } throws: { ($0 as? RecordFile.Fault)?.pointer == place }
  }
}
