import Cryptography
import MerkleLog
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("A checkpoint kept elsewhere shows what a log that was written anew would hide, on every engine")
struct RewrittenLogTests {
  /// Writes the whole log anew with the server's own keys: entries, hashes, head, checkpoints.
  private func rewrite(
    _ sealed: SealedDatabase, _ change: @escaping @Sendable (inout [LogEntry]) -> Void
  ) async throws {
    let sizes = try await sealed.log.checkpoints().map(\.size)
    var entries = try await sealed.log.entries(0..<1_000_000)
    change(&entries)
    let rewritten = entries
    try await sealed.tamper { statements in
      try statements.script("DELETE FROM checkpoint; DELETE FROM evidence; DELETE FROM health; DELETE FROM entry")
      try EntryTable.insert(rewritten.map { EntryTable.row($0, $0.leaf) }, in: statements)
      try LogHeadTable.write(Frontier(leaves: rewritten.map(\.leaf)), in: statements)
    }
    // The checkpoints that the log has now: of the new tree, signed with the right key.
    let origin = try await sealed.log.head().origin
    let signer = try #require(NoteSigner(name: origin, key: SigningKey(seed: sealed.keys.checkpoint.newest.key)))
    for size in sizes where size <= rewritten.count {
      let frontier = Frontier(leaves: rewritten[..<size].map(\.leaf))
      let note = Checkpoint(log: signer.key, frontier: frontier).signed(by: signer).note
      try await sealed.log.add(KeptCheckpoint(size: size, note: note, signedAt: .sample))
    }
  }

  /// The same entry with another time: its salt and ciphertext fit it no less than before.
  private static func later(_ entry: LogEntry, by step: Duration, at place: Int? = nil) -> LogEntry {
    LogEntry(
      sequence: place ?? entry.sequence, person: entry.person, kind: entry.kind, recordedAt: entry.recordedAt + step,
      salt: entry.salt, ciphertext: entry.ciphertext)
  }

  private func run(
    _ database: TestDatabase, _ change: @escaping @Sendable (inout [LogEntry]) -> Void
  ) async throws -> LogAuditReport {
    try await database.withSealed { sealed in
      var notes: [[UInt8]] = []
      for step in 0..<4 {
        try await sealed.fill(50, from: 50 * step)
        notes.append(try await sealed.checkpointBytes())
      }
      try await rewrite(sealed, change)
      let alone = try await sealed.report()
      #expect(alone.isIntact, "the log agrees with itself: \(alone.faults)")
      return try await sealed.report(against: notes)
    }
  }

  @Test("all of it, from the first entry on", arguments: TestDatabase.tested)
  func all(_ database: TestDatabase) async throws {
    let report = try await run(database) { entries in
      entries = entries.map { Self.later($0, by: .seconds(1)) }
    }
    #expect(report.isConsistent && !report.isIntact)
    #expect(report.comparisons.allSatisfy { if case .differs = $0.outcome { true } else { false } })
    #expect(report.comparisons.count == 4 && report.suspects == 0..<50)
  }

  @Test("one entry in the middle", arguments: TestDatabase.tested)
  func one(_ database: TestDatabase) async throws {
    let report = try await run(database) { entries in entries[120] = Self.later(entries[120], by: .seconds(1)) }
    #expect(report.comparisons.map(\.agrees) == [true, true, false, false] && report.suspects == 100..<150)
  }

  @Test("two entries that changed places", arguments: TestDatabase.tested)
  func swapped(_ database: TestDatabase) async throws {
    let report = try await run(database) { entries in
      let (one, other) = (entries[160], entries[161])
      entries[160] = Self.later(other, by: .zero, at: 160)
      entries[161] = Self.later(one, by: .zero, at: 161)
    }
    #expect(report.comparisons.map(\.agrees) == [true, true, true, false] && report.suspects == 150..<200)
  }

  @Test("an entry that was left out, with all behind it moved up", arguments: TestDatabase.tested)
  func leftOut(_ database: TestDatabase) async throws {
    let report = try await run(database) { entries in
      entries.remove(at: 75)
      entries = entries.enumerated().map { Self.later($1, by: .zero, at: $0) }
    }
    #expect(report.comparisons.map(\.agrees) == [true, false, false, false])
    #expect(report.comparisons.last?.outcome == .cut(missing: 1))
  }

  @Test("the end that was cut off", arguments: TestDatabase.tested)
  func cut(_ database: TestDatabase) async throws {
    let report = try await run(database) { entries in entries.removeLast(60) }
    #expect(report.comparisons.map(\.outcome) == [.same, .same, .cut(missing: 10), .cut(missing: 60)])
  }

  @Test("a log under another name, or other keys", arguments: TestDatabase.tested)
  func replaced(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await sealed.fill(50)
      let note = try await sealed.checkpointBytes()
      try await sealed.tamper { try $0.script("UPDATE log_head SET origin = 'fobwatch/log/other'") }
      let report = try await sealed.report(against: [note])
      #expect(report.comparisons.map(\.given.signature) == [.foreign] && !report.isIntact)
    }
  }
}
