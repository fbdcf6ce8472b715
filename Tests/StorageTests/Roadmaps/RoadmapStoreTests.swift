import Cryptography
import Planning
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Kept roadmaps, on every engine")
struct RoadmapStoreTests {
  private let asOf = RoadmapFixture.asOf
  private let signedIn = RoadmapFixture.signedIn()

  private func keep(_ sealed: SealedDatabase, _ goal: String = "aama/cma", at number: Int = 0) async throws -> RoadmapID
  {
    let answers = [KeptAnswer(question: "program-graduated", answer: "2027-05-11")]
    let keeping = try await sealed.service.keep(
      goal, told: RoadmapFixture.student(), answers: answers, for: signedIn, at: RoadmapFixture.moment(number))
    return try #require(keeping.id)
  }

  private func say(
    _ statement: StepStatement, of step: String, _ id: RoadmapID, in sealed: SealedDatabase, at number: Int
  ) async throws -> Roadmaps.Outcome {
    try await sealed.service.change(id, step: step, to: statement, for: signedIn, at: RoadmapFixture.moment(number))
  }

  @Test("one that is kept comes back with its answers, and its facts are in the record", arguments: TestDatabase.tested)
  func kept(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let id = try await keep(sealed)
      let list = try await sealed.service.list(for: signedIn, at: .sample)
      #expect(list.map(\.roadmap.id) == [id] && list[0].roadmap.answers.count == 1)
      let view = try #require(try await sealed.service.look(id, for: signedIn, at: RoadmapFixture.moment(1)))
      #expect(view.plan.certified == asOf.adding(days: 160) && view.moved == nil && view.since.isEmpty)
      #expect(view.steps.map(\.status) == [.done, .underWay, .notBegun, .notBegun, .notBegun])
      let versions = try await sealed.evidence.versions(of: signedIn.person)
      #expect(Evidence(versions) { _ in .distantPast }.records.map(\.id) == ["diploma-1", "program-1"])
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
      try await #expect(sealed.report().isIntact)
    }
  }

  @Test("keeping the same way again plans it again; another one is a second roadmap", arguments: TestDatabase.tested)
  func again(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let id = try await keep(sealed)
      try await #expect(keep(sealed, at: 1) == id)
      let other = try await keep(sealed, "nha/ccma", at: 2)
      let list = try await sealed.service.list(for: signedIn, at: .sample)
      #expect(list.map(\.roadmap.id) == [id, other])
      let service = sealed.service
      let none = try await service.keep("no/such", told: Evidence(), for: signedIn, at: RoadmapFixture.moment(3))
      #expect(none == .noSuchCredential)
      try await #expect(service.remove(id, for: signedIn, at: RoadmapFixture.moment(4)))
      try await #expect(!service.remove(id, for: signedIn, at: RoadmapFixture.moment(5)))
      try await #expect(service.list(for: signedIn, at: .sample).map(\.roadmap.id) == [other])
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
    }
  }

  @Test("a program that slips takes the exam along, and what moved is told", arguments: TestDatabase.tested)
  func slip(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let id = try await keep(sealed)
      let late = asOf.adding(days: 212)
      let outcome = try await sealed.service.slip(
        id, step: "program", to: late, for: signedIn, at: RoadmapFixture.moment(1))
      let view = try #require(outcome.view)
      #expect(view.kept.roadmap.promise.certified == asOf.adding(days: 202))
      let moved = try #require(view.moved)
      #expect(moved.days.map(\.point) == [.eligible, .exam, .certified, .currentThrough])
      let look = try #require(try await sealed.service.look(id, for: signedIn, at: RoadmapFixture.moment(2)))
      #expect(look.moved == moved && look.kept == view.kept)
      // A second roadmap that rests on the same program is planned anew when it is looked at.
      let other = try await keep(sealed, "ncct/ncma", at: 3)
      _ = try await sealed.service.slip(
        other, step: "program", to: asOf.adding(days: 300), for: signedIn, at: RoadmapFixture.moment(4))
      let first = try #require(try await sealed.service.look(id, for: signedIn, at: RoadmapFixture.moment(5)))
      #expect(first.plan.certified == asOf.adding(days: 290))
    }
  }

  @Test("status, owner, evidence and note stay, and a step that is done is a fact", arguments: TestDatabase.tested)
  func statements(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let id = try await keep(sealed)
      let owned = StepStatement(
        status: .underWay, day: asOf.adding(days: 170), owner: .role("school"), note: "ask for the transcript")
      let first = try #require(try await say(owned, of: "program", id, in: sealed, at: 1).view)
      let program = try #require(first.steps.first { $0.id == "program" })
      #expect(program.owner == .role("school") && program.note == "ask for the transcript" && first.moved == nil)
      let done = StepStatement(status: .done, day: asOf.adding(days: -1), said: "letter in my folder")
      let second = try #require(try await say(done, of: "clinical-hours", id, in: sealed, at: 2).view)
      let hours = try #require(second.steps.first { $0.id == "clinical-hours" })
      #expect(hours.status == .done && hours.evidence == [.record("program-1"), .said("letter in my folder")])
      #expect(second.steps.first { $0.id == "program" }?.owner == .role("school"))
      let record = second.evidence.records(of: .program)[0]
      #expect(record["practicum_completed"] == .day(DayInterval(asOf.adding(days: -1)), expected: false))
    }
  }

  @Test("from the first day to the certificate, each step on its promised day", arguments: TestDatabase.tested)
  func carriedOut(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let id = try await keep(sealed)
      let service = sealed.service
      func done(_ step: String, _ status: RoadmapStep.Status, on day: CivilDate, _ number: Int) async throws
        -> Roadmaps.View
      {
        let outcome = try await service.change(
          id, step: step, to: StepStatement(status: status, day: day), for: signedIn,
          at: RoadmapFixture.moment(number, on: day))
        return try #require(outcome.view, "\(step): \(outcome)")
      }
      let promised = try #require(
        try await service.look(id, for: signedIn, at: RoadmapFixture.moment(1))?.kept.roadmap.promise)
      let exam = try #require(promised.exam)
      _ = try await done("clinical-hours", .done, on: asOf.adding(days: 160), 2)
      var view = try await done("exam", .done, on: exam, 3)
      #expect(view.steps.first { $0.id == "exam" }?.evidence == [.record("attempt-1")])
      #expect(view.plan.certified == promised.certified)
      view = try await done("program", .done, on: asOf.adding(days: 170), 4)
      #expect(!view.plan.isHeld)
      let certified = try #require(promised.certified)
      let outcome = try await service.change(
        id, step: "stay-certified", to: StepStatement(status: .underWay, day: certified), for: signedIn,
        at: RoadmapFixture.moment(5, on: asOf.adding(days: 170)))
      view = try #require(outcome.view, "\(outcome)")
      #expect(view.plan.isHeld && view.plan.upkeep.currentThrough == promised.currentThrough)
      #expect(view.steps.prefix(4).allSatisfy { $0.status == .done } && view.steps[4].status == .underWay)
    }
  }

  @Test(
    "an exam that is not passed moves the next try; a pass that was none is taken back", arguments: TestDatabase.tested)
  func exams(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let id = try await keep(sealed)
      let failed = StepStatement(status: .notBegun, day: asOf.adding(days: -3), isFailedExam: true)
      var view = try #require(try await say(failed, of: "exam", id, in: sealed, at: 1).view)
      #expect(view.plan.attemptsLeft == .atMost(2))
      #expect(view.steps.first { $0.id == "exam" }?.status == .notBegun)
      let passed = StepStatement(status: .done, day: asOf)
      view = try #require(try await say(passed, of: "exam", id, in: sealed, at: 2).view)
      #expect(view.evidence.records(of: .attempt).count == 2)
      #expect(view.steps.first { $0.id == "exam" }?.status == .done)
      let back = StepStatement(status: .notBegun)
      view = try #require(try await say(back, of: "exam", id, in: sealed, at: 3).view)
      #expect(view.evidence.records(of: .attempt).count == 1)
      #expect(view.steps.first { $0.id == "exam" }?.status == .notBegun)
    }
  }

  @Test("what cannot be said is refused, and nothing changes", arguments: TestDatabase.tested)
  func refused(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let id = try await keep(sealed)
      let head = try await sealed.log.head()
      let long = String(repeating: "x", count: 501)
      let cases: [(String, StepStatement, StepRefusal)] = [
        ("no-such", StepStatement(status: .done), .noSuchStep),
        ("program", StepStatement(status: .done, day: asOf.adding(days: 1)), .doneAhead),
        ("program", StepStatement(status: .underWay, day: asOf), .promisedBefore),
        ("program", StepStatement(status: .underWay, day: asOf.adding(days: 9_000)), .dayOutOfRange),
        ("exam", StepStatement(status: .notBegun, isFailedExam: true), .noExamDay),
        ("stay-certified", StepStatement(status: .underWay), .noCertificateDay),
        ("stay-certified", StepStatement(status: .notBegun, day: asOf.adding(days: 9)), .dayFollows),
        ("program", StepStatement(status: .underWay, owner: .role("")), .badText),
        ("program", StepStatement(status: .underWay, note: long), .badText),
      ]
      for (step, statement, refusal) in cases {
        let outcome = try await say(statement, of: step, id, in: sealed, at: 1)
        #expect(outcome.refusal == refusal, "\(step): \(outcome)")
      }
      try await #expect(sealed.log.head() == head)
    }
  }

  @Test("of two who change one roadmap, the second is told; nobody reaches another's", arguments: TestDatabase.tested)
  func twoAtOnce(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let id = try await keep(sealed)
      let old = try #require(try await sealed.roadmaps.roadmaps(of: signedIn.person).first)
      func write(_ person: PersonID) async throws {
        try await sealed.roadmaps.write(
          .change(old.roadmap, sequence: old.sequence), records: [], of: person, by: "test", at: .sample)
      }
      try await write(signedIn.person)
      await #expect(throws: RoadmapError.changedMeanwhile) { try await write(signedIn.person) }
      let other = RoadmapFixture.signedIn(.sample(2))
      await #expect(throws: RoadmapError.noSuchRoadmap) { try await write(other.person) }
      try await #expect(sealed.service.look(id, for: other, at: RoadmapFixture.moment(1)) == nil)
      try await #expect(!sealed.service.remove(id, for: other, at: RoadmapFixture.moment(1)))
      let outcome = try await sealed.service.change(
        id, step: "exam", to: StepStatement(status: .dropped), seen: old.sequence, for: signedIn,
        at: RoadmapFixture.moment(2))
      guard case .changedMeanwhile = outcome else {
        Issue.record("\(outcome)")
        return
      }
    }
  }

  @Test("no more than a person can keep", arguments: TestDatabase.tested)
  func most(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      _ = try await keep(sealed)
      let one = try #require(try await sealed.roadmaps.roadmaps(of: signedIn.person).first?.roadmap)
      func copy() -> SavedRoadmap {
        SavedRoadmap(
          id: .fresh(from: .system), credential: one.credential, keptOn: one.keptOn, plannedOn: one.plannedOn,
          edition: one.edition, assumptions: one.assumptions, promise: one.promise, steps: one.steps)
      }
      for _ in 1..<SavedRoadmap.most {
        try await sealed.roadmaps.write(.keep(copy()), records: [], of: signedIn.person, by: "test", at: .sample)
      }
      await #expect(throws: RoadmapError.tooMany(limit: SavedRoadmap.most)) {
        try await sealed.roadmaps.write(.keep(copy()), records: [], of: signedIn.person, by: "test", at: .sample)
      }
    }
  }

  @Test("with its person it is gone for good, and the log still verifies", arguments: TestDatabase.tested)
  func erased(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      _ = try await keep(sealed)
      let note = try await sealed.checkpointBytes()
      try await sealed.engine.write(.locking) { [signedIn] statements in
        try sealed.writer.destroyKey(of: signedIn.person, in: statements, at: .sample + .seconds(9))
      }
      await #expect(throws: LogError.personErased) { try await sealed.roadmaps.roadmaps(of: signedIn.person) }
      await #expect(throws: LogError.personErased) { try await keep(sealed, at: 10) }
      try await #expect(sealed.engine.read { try $0.count("SELECT COUNT(*) FROM roadmap") } == 0)
      try await #expect(sealed.report(against: [note]).isIntact)
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
    }
  }

  @Test(
    "a row that does not say what the log says is found", arguments: TestDatabase.tested,
    [
      "UPDATE roadmap SET entry = first_entry", "DELETE FROM roadmap",
      "UPDATE roadmap SET first_entry = entry",
    ])
  func tampered(_ database: TestDatabase, _ sql: String) async throws {
    try await database.withSealed { sealed in
      let id = try await keep(sealed)
      _ = try await say(StepStatement(status: .dropped), of: "exam", id, in: sealed, at: 1)
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
      try await sealed.tamper { try $0.script(sql) }
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 1)
    }
  }

  @Test("roadmaps of a person are found by index", arguments: TestDatabase.tested)
  func index(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      // A planner that has little to read reads all of it.
      guard database == .sqlite else { return }
      let plan = try await sealed.engine.read { statements in
        try statements.plan(of: RoadmapTable.query, [.bytes([UInt8](repeating: 7, count: 16))])
      }
      #expect(plan.contains("roadmap_person"), "\(plan)")
    }
  }
}
