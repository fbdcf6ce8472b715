import Foundation
import Services
import Testing

@testable import Storage

@Suite("A database is opened and brought forward")
struct OpenDatabaseTests {
  @Test("a file is made where nobody else can read it, once")
  func file() async throws {
    try await withFolder { folder in
      let path = "\(folder)/data/fobwatch.sqlite"
      let database = try await OpenDatabase(.sqlite(path: path), at: .sample)
      #expect(database.migrated == [Migration].all.map(\.name))
      try await database.jobs.add([JobDraft(.letter, key: "a")], at: .sample)
      for (name, mode) in [("", 0o700), ("/fobwatch.sqlite", 0o600), ("/fobwatch.sqlite-wal", 0o600)] {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/data\(name)")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode, "\(name)")
      }
      await database.engine.close()
      let again = try await OpenDatabase(.sqlite(path: path), at: .sample)
      #expect(again.migrated == [])
      try await #expect(again.jobs.counts().map(\.count) == [1])
      await again.engine.close()
    }
  }

  @Test("PostgreSQL", .enabled(if: TestDatabase.server != nil))
  func postgres() async throws {
    try await withPostgres { address in
      let database = try await OpenDatabase(.postgres(address), at: .sample) { $0.connections = 2 }
      #expect(database.migrated == [Migration].all.map(\.name))
      var bell = database.jobBell().makeAsyncIterator()
      #expect(await bell.next() != nil)
      await database.engine.close()
    }
  }

  @Test("several at once open one new database", arguments: TestDatabase.tested)
  func severalAtOnce(_ database: TestDatabase) async throws {
    func open(_ address: DatabaseAddress) async throws {
      let done = try await withThrowingTaskGroup { group in
        for _ in 0..<6 {
          group.addTask {
            let opened = try await OpenDatabase(address, at: .sample)
            await opened.engine.close()
            return opened.migrated
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(done.filter { !$0.isEmpty } == [[Migration].all.map(\.name)])
    }
    switch database {
    case .sqlite:
      for _ in 0..<300 { try await withFolder { try await open(.sqlite(path: "\($0)/fobwatch.sqlite")) } }
    case .postgres: try await withPostgres { try await open(.postgres($0)) }
    }
  }
}
