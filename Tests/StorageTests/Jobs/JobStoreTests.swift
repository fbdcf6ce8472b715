import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Jobs are kept and taken the same on every engine")
struct JobStoreTests {
  private let minute = Duration.seconds(60)

  @Test("a job is added once for its kind and key, and keeps what it was given", arguments: TestDatabase.tested)
  func addedOnce(_ database: TestDatabase) async throws {
    try await database.withJobStore { store, _ in
      let draft = JobDraft(.letter, key: "a", payload: [1, 0, 255])
      try await #expect(store.add([draft, draft], at: .sample) == 1)
      try await #expect(store.add([draft, JobDraft(.report, key: "a")], at: .sample) == 1)
      let taken = try await store.take([.letter, .report], limit: 10, lease: minute, at: .sample)
      #expect(taken.map(\.kind) == [.letter, .report])
      #expect(taken.map(\.payload) == [[1, 0, 255], []])
      #expect(taken.map(\.attempt) == [1, 1])
      try await store.finish(taken[0], at: .sample) { _ in }
      try await #expect(store.add([draft], at: .sample) == 0, "it was done, and is not done again")
    }
  }

  @Test("a job that is added in a transaction is there when that has happened", arguments: TestDatabase.tested)
  func addedWithOthers(_ database: TestDatabase) async throws {
    struct Thrown: Error {}
    try await database.withJobStore { store, engine in
      await #expect(throws: Thrown.self) {
        try await engine.write { statements in
          try JobTable.add([JobDraft(.letter, key: "a")], in: statements, at: .sample)
          throw Thrown()
        }
      }
      try await #expect(store.counts() == [])
      try await engine.write { try JobTable.add([JobDraft(.letter, key: "a")], in: $0, at: .sample) }
      try await #expect(store.counts() == [JobCount(kind: .letter, state: .waiting, count: 1)])
    }
  }

  @Test(
    "jobs are taken when due, the longest due first, and only of the kinds asked for", arguments: TestDatabase.tested)
  func takenWhenDue(_ database: TestDatabase) async throws {
    try await database.withJobStore { store, _ in
      try await store.add(
        [
          JobDraft(.letter, key: "later", notBefore: .sample(20)),
          JobDraft(.letter, key: "soon", notBefore: .sample(10)),
          JobDraft(.report, key: "other"), JobDraft(.letter, key: "now"),
        ], at: .sample)
      try await #expect(store.nextDue([.letter]) == .sample)
      try await #expect(take(store, at: .sample(9)) == ["now"])
      try await #expect(store.nextDue([.letter]) == .sample(10))
      try await #expect(take(store, at: .sample(9)) == [])
      try await #expect(take(store, limit: 1, at: .sample(30)) == ["soon"])
      try await #expect(take(store, at: .sample(30)) == ["later"])
      try await #expect(store.take([], limit: 5, lease: minute, at: .sample(30)) == [])
    }
  }

  @Test("of several that take at once, each job goes to one", arguments: TestDatabase.tested)
  func takenByOne(_ database: TestDatabase) async throws {
    try await database.withJobStores(3) { stores, _ in
      try await stores[0].add((0..<200).map { JobDraft(.letter, key: "\($0)") }, at: .sample)
      let taken = try await withThrowingTaskGroup(of: [String].self) { group in
        for store in stores + stores {
          group.addTask {
            var keys: [String] = []
            while true {
              let more = try await store.take([.letter], limit: 7, lease: .seconds(60), at: .sample)
              if more.isEmpty { return keys }
              keys += more.map(\.key)
            }
          }
        }
        return try await group.reduce([], +)
      }
      #expect(taken.count == 200)
      #expect(Set(taken).count == 200)
    }
  }

  @Test(
    "a job whose taker has ended is taken again, and its first taker cannot finish it", arguments: TestDatabase.tested)
  func takenAgain(_ database: TestDatabase) async throws {
    try await database.withJobStore { store, engine in
      try await store.add([JobDraft(.letter, key: "a")], at: .sample)
      let first = try #require(try await store.take([.letter], limit: 1, lease: minute, at: .sample).first)
      try await #expect(take(store, at: .sample(59)) == [])
      try await store.extend(first, lease: minute, at: .sample(30))
      try await #expect(store.nextDue([.letter]) == .sample(90))
      try await #expect(take(store, at: .sample(89)) == [])
      let second = try #require(try await store.take([.letter], limit: 1, lease: minute, at: .sample(90)).first)
      #expect(second.attempt == 2)

      let write: @Sendable (any Statements) throws -> Void = { try $0.run("INSERT INTO effect (job_key) VALUES ('a')") }
      await #expect(throws: JobError.leaseLost) { try await store.finish(first, at: .sample(91), effects: write) }
      await #expect(throws: JobError.leaseLost) { try await store.extend(first, lease: minute, at: .sample(91)) }
      await #expect(throws: JobError.leaseLost) { try await store.fail(first, reason: "", at: .sample(91)) }
      await #expect(throws: JobError.leaseLost) { try await store.giveBack(first, at: .sample(91)) }
      await #expect(throws: JobError.leaseLost) {
        try await store.postpone(first, until: .sample(99), reason: "", at: .sample(91))
      }
      try await #expect(effects(engine) == [:])
      try await store.finish(second, at: .sample(92), effects: write)
      try await #expect(effects(engine) == ["a": 1])
      await #expect(throws: JobError.leaseLost) { try await store.finish(second, at: .sample(92), effects: write) }
      try await #expect(effects(engine) == ["a": 1])
    }
  }

  @Test("effects that fail leave the job as it was", arguments: TestDatabase.tested)
  func effectsFail(_ database: TestDatabase) async throws {
    try await database.withJobStore { store, engine in
      try await store.add([JobDraft(.letter, key: "a")], at: .sample)
      let job = try #require(try await store.take([.letter], limit: 1, lease: minute, at: .sample).first)
      await #expect(throws: StorageError.self) {
        try await store.finish(job, at: .sample) { statements in
          try statements.run("INSERT INTO effect (job_key) VALUES ('a')")
          try statements.run("INSERT INTO effect (job_key) VALUES (NULL)")
        }
      }
      try await #expect(effects(engine) == [:])
      try await #expect(store.counts() == [JobCount(kind: .letter, state: .running, count: 1)])
    }
  }

  @Test("postponed, given back, given up, tried again, forgotten", arguments: TestDatabase.tested)
  func states(_ database: TestDatabase) async throws {
    try await database.withJobStore { store, _ in
      try await store.add([JobDraft(.letter, key: "a")], at: .sample)
      func next(_ now: Instant) async throws -> TakenJob {
        try #require(try await store.take([.letter], limit: 1, lease: minute, at: now).first)
      }
      try await store.postpone(next(.sample), until: .sample(100), reason: "no answer", at: .sample(1))
      try await #expect(store.listing(.waiting, limit: 5).map(\.lastError) == ["no answer"])
      try await #expect(take(store, at: .sample(99)) == [])

      let second = try await next(.sample(100))
      #expect(second.attempt == 2)
      try await store.giveBack(second, at: .sample(101))
      let third = try await next(.sample(101))
      #expect(third.attempt == 2, "an attempt that was given back does not count")
      let long = String(repeating: "é", count: 700)
      try await store.fail(third, reason: long, at: .sample(102))
      let failed = try #require(try await store.listing(.failed, limit: 5).first)
      #expect(failed.key == "a" && failed.kind == .letter && failed.state == .failed && failed.attempts == 2)
      #expect(failed.changedAt == .sample(102))
      #expect(failed.lastError == String(repeating: "é", count: 500))
      try await #expect(take(store, at: .sample(9_999)) == [])

      try await #expect(store.tryAgain(failed.id, at: .sample(200)))
      try await #expect(!store.tryAgain(failed.id, at: .sample(200)))
      let fourth = try await next(.sample(200))
      #expect(fourth.attempt == 1)
      try await store.finish(fourth, at: .sample(201)) { _ in }
      try await #expect(store.counts() == [JobCount(kind: .letter, state: .done, count: 1)])
      try await #expect(store.forget(.done, before: .sample(201)) == 0)
      try await #expect(store.forget(.done, before: .sample(202)) == 1)
      try await #expect(store.counts() == [])
      try await #expect(store.nextDue([.letter]) == nil)
    }
  }

  @Test("a clock that was a year ahead keeps no job", arguments: TestDatabase.tested)
  func clockWentBack(_ database: TestDatabase) async throws {
    let year = Duration.seconds(365 * 86_400)
    try await database.withJobStore { store, _ in
      let wrong = Instant.sample + year
      try await store.add(
        [
          JobDraft(.letter, key: "taken"), JobDraft(.letter, key: "tried"),
        ], at: wrong)
      let both = try await store.take([.letter], limit: 2, lease: minute, at: wrong)
      try await store.postpone(both[1], until: wrong + minute, reason: "no answer", at: wrong)
      try await store.add(
        [JobDraft(.letter, key: "added"), JobDraft(.letter, key: "next month", notBefore: .sample(2_592_000))],
        at: wrong)
      // The clock is right again.
      try await #expect(take(store, at: .sample).sorted() == ["added", "taken", "tried"])
      try await #expect(take(store, at: .sample(2_592_000)).contains("next month"))
    }
  }

  @Test("a clock that jumps a year ahead has jobs done twice, and written once", arguments: TestDatabase.tested)
  func clockWentAhead(_ database: TestDatabase) async throws {
    try await database.withJobStore { store, engine in
      try await store.add([JobDraft(.letter, key: "a")], at: .sample)
      let first = try #require(try await store.take([.letter], limit: 1, lease: minute, at: .sample).first)
      let ahead = Instant.sample + .seconds(365 * 86_400)
      let second = try #require(try await store.take([.letter], limit: 1, lease: minute, at: ahead).first)
      let write: @Sendable (any Statements) throws -> Void = { try $0.run("INSERT INTO effect (job_key) VALUES ('a')") }
      await #expect(throws: JobError.leaseLost) { try await store.finish(first, at: .sample(5), effects: write) }
      try await store.finish(second, at: ahead, effects: write)
      try await #expect(effects(engine) == ["a": 1])
    }
  }

  private func take(_ store: SQLJobStore, limit: Int = 10, at now: Instant) async throws -> [String] {
    try await store.take([.letter], limit: limit, lease: minute, at: now).map(\.key)
  }
}
