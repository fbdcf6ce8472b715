import Cryptography
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("A person is erased, and the log still verifies, on every engine")
struct ErasureTests {
  private func erase(_ person: PersonID, in sealed: SealedDatabase) async throws {
    try await sealed.engine.write(.locking) { statements in
      try sealed.writer.destroyKey(of: person, in: statements, at: .sample + .seconds(9))
    }
  }

  @Test("nothing opens any more, nothing is written any more, and all else stays", arguments: TestDatabase.tested)
  func erased(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      var history = RandomHistory(seed: 3)
      _ = try await history.write(40, to: sealed)
      let (gone, other) = (RandomHistory.people[0], RandomHistory.people[1])
      let note = try await sealed.checkpointBytes()
      let before = try await sealed.log.entries(0..<1_000)
      let kept = try await sealed.evidence.versions(of: other)
      try await erase(gone, in: sealed)

      try await #expect(sealed.report(against: [note]).isIntact)
      let report = try await sealed.recordAudit.report { _ in }
      #expect(report.faultCount == 0)
      let after = try await sealed.log.entries(0..<1_000)
      #expect(Array(after.dropLast()) == before && after.last?.kind == "person.erased" && after.last?.person == nil)
      await #expect(throws: LogError.personErased) { try await sealed.evidence.versions(of: gone) }
      await #expect(throws: LogError.personErased) { try await sealed.health.history(of: gone, nil) }
      await #expect(throws: LogError.personErased) {
        try await sealed.evidence.apply([.add(.card())], to: gone, by: "test", at: .sample)
      }
      try await #expect(sealed.evidence.versions(of: other) == kept)
      // Of several at once each has what they have alone; who was erased or is not known is not mixed with them.
      let nobody = PersonID.sample(99)
      let people = RandomHistory.people + [nobody]
      for store in [sealed.evidence, sealed.health] as [any RecordStore] {
        let together = try await store.versions(of: people)
        #expect(together[gone] == nil && together[nobody] == [] && together.count == people.count - 1)
        for person in people where person != gone { try await #expect(store.versions(of: person) == together[person]) }
      }
      try await sealed.engine.read { statements in
        for table in ["evidence", "health"] {
          let rows = try statements.count("SELECT COUNT(*) FROM \(table) WHERE person = $1", [.bytes(gone.bytes)])
          #expect(rows == 0)
        }
        let sealedKeys = try statements.count(
          "SELECT COUNT(*) FROM person_key WHERE person = $1 AND sealed IS NOT NULL", [.bytes(gone.bytes)])
        #expect(sealedKeys == 0)
      }
    }
  }

  @Test("twice, and before anything was recorded", arguments: TestDatabase.tested)
  func twice(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await erase(.sample(1), in: sealed)
      try await erase(.sample(1), in: sealed)
      await #expect(throws: LogError.personErased) {
        try await sealed.log.append([.sample(1, .sample(1))], at: .sample)
      }
      try await #expect(sealed.report().isIntact)
    }
  }

  @Test("keys that are gone without an entry are found, and the other way round", arguments: TestDatabase.tested)
  func silently(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await sealed.fill(20)
      try await erase(.sample(1), in: sealed)
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
      let gone = PersonID.sample(2)
      try await sealed.tamper { statements in
        try statements.run("UPDATE person_key SET sealed = NULL WHERE person = $1", [.bytes(gone.bytes)])
      }
      try await #expect(sealed.recordAudit.report { _ in }.faults == [.otherKeys(people: 1)])
      try await sealed.engine.write { statements in
        try statements.run("DELETE FROM person_key WHERE sealed IS NULL")
      }
      try await #expect(sealed.recordAudit.report { _ in }.faults == [.otherKeys(people: 1)])
    }
  }

  @Test("with the time of the last entry")
  func timeOfLast() async throws {
    try await TestDatabase.sqlite.withSealed { sealed in
      try await sealed.engine.write(.locking) { statements in
        try sealed.writer.append([.sample(0)], in: statements, at: .sample + .seconds(3))
        try sealed.writer.destroyKey(of: .sample(1), in: statements)
      }
      try await #expect(sealed.log.entries(1..<2).map(\.recordedAt) == [.sample + .seconds(3)])
    }
  }

  @Test("keys of people are sealed anew after the key of the installation was replaced", arguments: TestDatabase.tested)
  func resealed(_ database: TestDatabase) async throws {
    try await database.withEngine { engine in
      try await Migrator().migrate(engine, at: .sample)
      try await withFolder { folder in
        let ring = try KeyRing(folder: "\(folder)/keys")
        var history = RandomHistory(seed: 4)
        let before = try await SealedDatabase(engine, ring, at: .sample)
        _ = try await history.write(30, to: before)
        let person = RandomHistory.people[2]
        let known = try await before.evidence.versions(of: person)
        try ring.rotate(.record)
        let after = try await SealedDatabase(engine, ring, at: .sample)
        try await #expect(after.keyWork.reseal() == 4)
        try await #expect(after.keyWork.reseal() == 0)
        try await after.keyWork.retire(1, of: .record, from: ring)
        #expect(try ring.numbers(of: .record) == [2])
        let last = try await SealedDatabase(engine, ring, at: .sample)
        try await #expect(last.evidence.versions(of: person) == known)
        try await #expect(last.recordAudit.report { _ in }.faultCount == 0)
      }
    }
  }
}
