import Cryptography
import Foundation
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("The drill of docs/how-to/back-up-and-restore.md for PostgreSQL")
struct PostgresDrillTests {
  private static let tools = ProcessInfo.processInfo.environment["FOBWATCH_TEST_PG_BIN"]

  private func run(_ tool: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "\(Self.tools ?? "/usr/bin")/\(tool)")
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(tool)")
  }

  /// What the tools take as the name of a database of the tests' server.
  private func connection(_ address: PostgresAddress) -> String {
    address.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  @Test(
    "a dump and the key folder restore everything, and the checkpoint shows it",
    .enabled(if: TestDatabase.server != nil && tools != nil))
  func drill() async throws {
    try await withFolder { folder in
      let ring = try KeyRing(folder: "\(folder)/keys")
      let person = RandomHistory.people[0]
      try await withPostgres { address in
        let engine = PostgresEngine(PostgresSettings(address))
        try await Migrator().migrate(engine, at: .sample)
        let sealed = try await SealedDatabase(engine, ring, at: .sample)
        var history = RandomHistory(seed: 12)
        _ = try await history.write(30, to: sealed)
        let note = try await sealed.checkpointBytes()
        try await sealed.fill(7)
        let known = try await sealed.evidence.versions(of: person)
        try run("pg_dump", ["--format=custom", "--file=\(folder)/fobwatch.dump", connection(address)])
        await engine.close()

        try await withPostgres { other in
          try run(
            "pg_restore",
            ["--exit-on-error", "--no-owner", "--dbname=\(connection(other))", "\(folder)/fobwatch.dump"])
          let restored = PostgresEngine(PostgresSettings(other))
          let again = try await SealedDatabase(restored, ring, at: .sample)
          try await #expect(again.report(against: [note]).isIntact)
          try await #expect(again.recordAudit.report { _ in }.faultCount == 0)
          try await #expect(again.evidence.versions(of: person) == known)
          try await again.fill(3)
          await #expect(throws: StorageError.self) { try await restored.write { try $0.script("DELETE FROM entry") } }
          await restored.close()
        }
      }
    }
  }
}
