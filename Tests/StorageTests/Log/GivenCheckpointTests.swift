import Cryptography
import MerkleLog
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Checkpoints are found in what people kept")
struct GivenCheckpointTests {
  private func withNotes(_ body: (SealedDatabase, _ one: String, _ two: String) async throws -> Void) async throws {
    try await TestDatabase.sqlite.withSealed { sealed in
      try await sealed.fill(10)
      let one = try await sealed.checkpoints.sign(at: .sample).note
      try await sealed.fill(10, from: 10)
      try await body(sealed, one, sealed.checkpoints.sign(at: .sample).note)
    }
  }

  @Test("with the ends of lines of any system, blanks behind, and other paragraphs around")
  func forms() async throws {
    try await withNotes { sealed, one, two in
      let texts: [(String, [Int])] = [
        (one, [10]), (two, [20]), (one.replacing("\n", with: "\r\n"), [10]), (one.replacing("\n", with: "\r"), [10]),
        ("\u{FEFF}" + one, [10]), (one.replacing("\n", with: "  \n"), [10]), (String(one.dropLast()), [10]),
        (one + two, [10, 20]), (one + "\n\n" + two, [10, 20]),
        ("Dear reader,\n\nkeep this.\n\n" + one + "\nRegards\n\n" + two + "\n-- \nFobwatch\n", [10, 20]),
      ]
      for (text, sizes) in texts {
        let given = try await sealed.audit.read(Array(text.utf8))
        #expect(given.map(\.checkpoint.size) == sizes && given.allSatisfy { $0.signature == .own }, "\(text)")
        try await #expect(sealed.audit.report(against: given).isIntact)
      }
    }
  }

  @Test("what is none, or was changed, is refused")
  func refused() async throws {
    try await withNotes { sealed, one, _ in
      for text in ["", "\n\n", "Hello", "Hello\n\nWorld\n", String(one.split(separator: "\n\n")[0]) + "\n"] {
        await #expect(throws: NoteError.noSignatures) { try await sealed.audit.read(Array(text.utf8)) }
      }
      await #expect(throws: NoteError.noUnicode) { try await sealed.audit.read([0xFF, 0xFE, 0]) }
      let changed = one.replacing("\n10\n", with: "\n11\n")
      await #expect(throws: NoteError.self) { try await sealed.audit.read(Array(changed.utf8)) }
    }
  }

  @Test("a size and a root typed from a print")
  func typed() async throws {
    try await withNotes { sealed, _, _ in
      let head = try await sealed.log.head()
      let typed = try #require(GivenCheckpoint.typed(size: 20, root: head.root, origin: head.origin))
      try await #expect(sealed.audit.report(against: [typed]).isIntact)
      let other = try #require(GivenCheckpoint.typed(size: 19, root: head.root, origin: head.origin))
      try await #expect(sealed.audit.report(against: [other]).comparisons.map(\.agrees) == [false])
    }
  }

  @Test("a signing key that was replaced by a newer one still speaks for its checkpoints")
  func rotated() async throws {
    try await TestDatabase.sqlite.withEngine { engine in
      try await Migrator().migrate(engine, at: .sample)
      try await withFolder { folder in
        let ring = try KeyRing(folder: "\(folder)/keys")
        let before = try await SealedDatabase(engine, ring, at: .sample)
        try await before.fill(10)
        let old = try await before.checkpointBytes()
        try ring.rotate(.checkpoint)
        let after = try await SealedDatabase(engine, ring, at: .sample)
        try await after.fill(10, from: 10)
        let new = try await after.checkpointBytes()
        try await #expect(after.report(against: [old, new]).isIntact)
        #expect(try await after.audit.read(old + new).map(\.signature) == [.own, .own])
      }
    }
  }

  @Test("a checkpoint is signed when the last one is old enough, and only when something was added")
  func due() async throws {
    try await TestDatabase.sqlite.withSealed { sealed in
      let service = sealed.checkpoints
      try await sealed.fill(3)
      try await #expect(service.signIfDue(every: .seconds(60), at: .sample)?.size == 3)
      try await sealed.fill(3, from: 3)
      try await #expect(service.signIfDue(every: .seconds(60), at: .sample + .seconds(59)) == nil)
      try await #expect(service.signIfDue(every: .seconds(60), at: .sample + .seconds(60))?.size == 6)
      try await #expect(service.signIfDue(every: .seconds(60), at: .sample + .seconds(999)) == nil)
      try await sealed.fill(1, from: 6)
      // The last one was signed by a clock that was ahead.
      try await #expect(service.signIfDue(every: .seconds(60), at: .sample)?.size == 7)
    }
  }
}
