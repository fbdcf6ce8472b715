import CanonicalJSON
import Cryptography
import MerkleLog
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Entries are added to the log, on every engine")
struct LogWriterTests {
  @Test("the leaf of an entry is canonical JSON, with a person and without", arguments: [nil, PersonID.sample(1)])
  func leafData(_ person: PersonID?) throws {
    for sequence in [0, 7, 1_000_000] {
      let entry = LogEntry(
        sequence: sequence, person: person?.bytes, kind: "evidence.added", recordedAt: .sample,
        salt: RandomBytes.system(32), ciphertext: RandomBytes.system(100))
      var expected: JSON = [
        "kind": "evidence.added", "sequence": .number(try #require(JSONNumber(whole: Int64(sequence)))),
        "commitment": .string(SHA256.digest(of: entry.salt + entry.ciphertext).description),
        "at": .number(try #require(JSONNumber(whole: Instant.sample.microseconds))),
      ]
      if let person, var object = expected.asObject {
        object["person"] = .string(Hex.text(person.bytes))
        expected = .object(object)
      }
      #expect(entry.leafData == expected.bytes)
      #expect(entry.leaf == MerkleHash.leaf(expected.bytes))
    }
  }

  @Test("batches of any size make one log", arguments: TestDatabase.tested)
  func batches(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      var size = 0
      for count in [1, 2, 15, 16, 17, 0, 129, 300] {
        let drafts = (size..<(size + count)).map { LogEntryDraft.sample($0, $0 % 3 == 0 ? nil : .sample(1)) }
        try await #expect(sealed.log.append(drafts, at: .sample) == size..<(size + count))
        size += count
        let head = try await sealed.log.head()
        #expect(head.size == size && head.end == size)
      }
      let entries = try await sealed.log.entries(0..<1_000)
      #expect(entries.map(\.sequence) == Array(0..<size))
      #expect(entries.map { $0.person == nil } == (0..<size).map { $0 % 3 == 0 })
      try await #expect(sealed.log.head().frontier == Frontier(leaves: entries.map(\.leaf)))
      try await #expect(sealed.log.leaves(0..<size) == LeafPage(leaves: entries.map(\.leaf)))
    }
  }

  @Test("what an entry says opens with its person's key, and only at its place", arguments: TestDatabase.tested)
  func opens(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await sealed.log.append(
        [.sample(0), .sample(1, .sample(1)), .sample(2, .sample(2))], at: .sample)
      let entries = try await sealed.log.entries(0..<3)
      let (one, two) = try await sealed.engine.read { statements in
        let keys = sealed.writer.personKeys
        return (
          try keys.key(of: .sample(1), .record, in: statements), try keys.key(of: .sample(2), .record, in: statements)
        )
      }
      let (first, second) = (try #require(one), try #require(two))
      #expect(try EntrySeal.open(entries[0], .installation(sealed.keys.log)) == ["number": "0"])
      #expect(try EntrySeal.open(entries[1], .person(first)) == ["number": "1"])
      #expect(try EntrySeal.open(entries[2], .person(second)) == ["number": "2"])
      #expect(throws: LogError.unreadable(sequence: 1)) { try EntrySeal.open(entries[1], .person(second)) }
      let moved = LogEntry(
        sequence: 2, person: entries[1].person, kind: entries[1].kind, recordedAt: .sample, salt: entries[1].salt,
        ciphertext: entries[1].ciphertext)
      #expect(throws: LogError.unreadable(sequence: 2)) { try EntrySeal.open(moved, .person(first)) }
    }
  }

  @Test("a transaction that fails leaves no entry, and no key", arguments: TestDatabase.tested)
  func failed(_ database: TestDatabase) async throws {
    struct Stop: Error {}
    try await database.withSealed { sealed in
      try await sealed.fill(10)
      let head = try await sealed.log.head()
      await #expect(throws: Stop.self) {
        try await sealed.engine.write(.locking) { statements in
          try sealed.writer.append([.sample(1, .sample(9))], in: statements, at: .sample)
          throw Stop()
        }
      }
      try await #expect(sealed.log.head() == head)
      let keys = try await sealed.engine.read {
        try $0.count("SELECT COUNT(*) FROM person_key WHERE person = $1", [.bytes(PersonID.sample(9).bytes)])
      }
      #expect(keys == 0)
      try await #expect(sealed.report().isIntact)
    }
  }

  @Test("kinds and sizes are limited", arguments: TestDatabase.tested)
  func limits(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      for kind in ["", "A.b", "a b", "a\"b", String(repeating: "a", count: 61), "é"] {
        await #expect(throws: LogError.badKind(kind)) {
          try await sealed.log.append([LogEntryDraft(kind: kind, person: nil, payload: .null)], at: .sample)
        }
      }
      let long = JSON.string(String(repeating: "a", count: EntrySeal.largest - 2))
      try await sealed.log.append([LogEntryDraft(kind: "a.long", person: nil, payload: long)], at: .sample)
      let longer = JSON.string(String(repeating: "a", count: EntrySeal.largest - 1))
      await #expect(throws: LogError.self) {
        try await sealed.log.append([LogEntryDraft(kind: "a.long", person: nil, payload: longer)], at: .sample)
      }
      try await #expect(sealed.log.head().size == 1)
    }
  }

  @Test("several processes that add at once make one log without gaps", arguments: TestDatabase.tested)
  func severalAtOnce(_ database: TestDatabase) async throws {
    try await database.withEngines(3) { engines in
      try await Migrator().migrate(engines[0], at: .sample)
      try await withFolder { folder in
        let ring = try KeyRing(folder: "\(folder)/keys")
        var servers: [SealedDatabase] = []
        for engine in engines { servers.append(try await SealedDatabase(engine, ring, at: .sample)) }
        try await withThrowingTaskGroup { group in
          for number in 0..<60 {
            let server = servers[number % servers.count]
            group.addTask {
              let drafts = (0...(number % 4)).map { LogEntryDraft.sample($0, .sample(UInt8(number % 5))) }
              try await server.log.append(drafts, at: .sample + .seconds(number))
            }
          }
          try await group.waitForAll()
        }
        let report = try await servers[0].report()
        #expect(report.isIntact && report.size == 150)
      }
    }
  }
}
