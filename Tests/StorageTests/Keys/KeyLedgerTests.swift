import Cryptography
import Foundation
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("A database is used with the keys it was written with, on every engine")
struct KeyLedgerTests {
  /// Runs a body with an engine and the path of a key folder that the database was written with.
  private func withKeys(
    _ database: TestDatabase, _ body: (any Engine, _ folder: String) async throws -> Void
  ) async throws {
    try await database.withEngine { engine in
      try await Migrator().migrate(engine, at: .sample)
      try await withFolder { folder in
        let sealed = try await SealedDatabase(engine, KeyRing(folder: "\(folder)/keys"), at: .sample)
        try await sealed.fill(5)
        try await body(engine, folder)
      }
    }
  }

  @Test("the same keys again, and newer ones", arguments: TestDatabase.tested)
  func same(_ database: TestDatabase) async throws {
    try await withKeys(database) { engine, folder in
      let ring = try KeyRing(folder: "\(folder)/keys")
      _ = try await SealedDatabase(engine, ring, at: .sample)
      try ring.rotate(.record)
      try await SealedDatabase(engine, ring, at: .sample).fill(5, from: 5)
      try FileManager.default.removeItem(atPath: "\(folder)/keys/record-2.key")
      await #expect(throws: KeyLedgerError.self) { try await SealedDatabase(engine, ring, at: .sample) }
    }
  }

  @Test(
    "an empty folder, a missing file and another key are refused, and nothing is made", arguments: TestDatabase.tested)
  func refused(_ database: TestDatabase) async throws {
    try await withKeys(database) { engine, folder in
      let empty = try KeyRing(folder: "\(folder)/empty")
      await #expect(throws: KeyLedgerError.self) { try await SealedDatabase(engine, empty, at: .sample) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/empty") == [])
      for purpose in KeyLedger.purposes {
        let copy = "\(folder)/\(purpose.rawValue)"
        try FileManager.default.copyItem(atPath: "\(folder)/keys", toPath: copy)
        let ring = try KeyRing(folder: copy)
        let file = "\(copy)/\(purpose.rawValue)-1.key"
        try FileManager.default.removeItem(atPath: file)
        do {
          _ = try await SealedDatabase(engine, ring, at: .sample)
          Issue.record("accepted without \(purpose)")
        } catch let error as KeyLedgerError {
          #expect("\(error)".contains("\(purpose.rawValue)-1.key") && "\(error)".contains("fingerprint"))
        }
        try ring.rotate(purpose)
        await #expect(throws: KeyLedgerError.self) { try await SealedDatabase(engine, ring, at: .sample) }
      }
    }
  }

  @Test("of two servers that begin with keys of their own, one is refused", arguments: TestDatabase.tested)
  func twoServers(_ database: TestDatabase) async throws {
    try await database.withEngines(2) { engines in
      try await Migrator().migrate(engines[0], at: .sample)
      try await withFolder { folder in
        let outcomes = await withTaskGroup(of: Bool.self) { group in
          for (number, engine) in engines.enumerated() {
            group.addTask {
              guard let ring = try? KeyRing(folder: "\(folder)/keys-\(number)") else { return false }
              return (try? await SealedDatabase(engine, ring, at: .sample)) != nil
            }
          }
          return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 1)
      }
    }
  }
}
