import Foundation
import Testing

@testable import Storage

/// The databases that every contract test runs on. PostgreSQL is among them where `FOBWATCH_TEST_PG` names a server, as
/// `scripts/test` sees to.
enum TestDatabase: String, CaseIterable, CustomTestStringConvertible {
  case sqlite
  case postgres

  static let tested: [TestDatabase] = server == nil ? [.sqlite] : [.sqlite, .postgres]

  /// How to reach the server of the tests.
  static let server = ProcessInfo.processInfo.environment["FOBWATCH_TEST_PG"]

  var testDescription: String { rawValue }

  /// Runs a body with an empty database of its own, which is gone afterward.
  ///
  /// - Parameter open: how many engines of it the body gets, as if each were a process of its own.
  @discardableResult
  func withEngines<T>(_ open: Int, _ body: ([any Engine]) async throws -> T) async throws -> T {
    try await TestSlots.inTurn { try await engines(open, body) }
  }

  private func engines<T>(_ open: Int, _ body: ([any Engine]) async throws -> T) async throws -> T {
    switch self {
    case .sqlite:
      try await withFolder { folder in
        var engines: [any Engine] = []
        for _ in 0..<open {
          // All tests run at once, so a turn can be long in coming.
          engines.append(
            try await SQLiteEngine.open("\(folder)/test.sqlite", busyTimeout: 120, longestWait: .seconds(120)))
        }
        return try await closing(engines, body)
      }
    case .postgres:
      try await withPostgres { address in
        var settings = PostgresSettings(address)
        settings.connections = 8
        // All tests run at once, so a turn can be long in coming.
        settings.longestWait = .seconds(120)
        return try await closing((0..<open).map { _ in PostgresEngine(settings) }, body)
      }
    }
  }

  /// Runs a body with an engine of an empty database.
  @discardableResult
  func withEngine<T>(_ body: (any Engine) async throws -> T) async throws -> T {
    try await withEngines(1) { try await body($0[0]) }
  }

  private func closing<T>(_ engines: [any Engine], _ body: ([any Engine]) async throws -> T) async throws -> T {
    do {
      let value = try await body(engines)
      for engine in engines { await engine.close() }
      return value
    } catch {
      for engine in engines { await engine.close() }
      throw error
    }
  }
}

/// Runs a body with a folder that is gone afterward.
@discardableResult
func withFolder<T>(_ body: (String) async throws -> T) async throws -> T {
  // In memory where there is such a place: commits that wait for a disk are slow, and no test cuts the power.
  let memory = "/dev/shm"
  let place =
    FileManager.default.isWritableFile(atPath: memory)
    ? URL(filePath: memory) : FileManager.default.temporaryDirectory
  let folder = place.appending(path: "fobwatch-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}

/// Runs a body with the address of an empty database of the tests' server, which is dropped afterward.
@discardableResult
func withPostgres<T>(_ body: (PostgresAddress) async throws -> T) async throws -> T {
  let server = try PostgresAddress(try #require(TestDatabase.server))
  let name = "t_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
  try await PostgresAdministrator.run("CREATE DATABASE \(name)", on: server)
  do {
    let value = try await body(server.database(name))
    try await PostgresAdministrator.run("DROP DATABASE \(name) WITH (FORCE)", on: server)
    return value
  } catch {
    try? await PostgresAdministrator.run("DROP DATABASE \(name) WITH (FORCE)", on: server)
    throw error
  }
}

/// Commands that cannot run in a transaction.
enum PostgresAdministrator {
  static func run(_ sql: String, on address: PostgresAddress) async throws {
    try await Worker().run(sql, address)
  }

  private actor Worker {
    func run(_ sql: String, _ address: PostgresAddress) throws {
      let session = try PostgresSession(PostgresSettings(address))
      try session.command(sql) {
        PostgresContext(address: "\(address)", longestStatement: .zero, isReading: false, isCancelled: false)
      }
    }
  }
}

extension Statements {
  /// A table that takes every kind of value.
  func makeSample() throws {
    switch dialect {
    case .sqlite:
      try script(
        """
        CREATE TABLE sample (id INTEGER PRIMARY KEY, number INTEGER, label TEXT, body BLOB) STRICT;
        CREATE TABLE owner (id INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE ruled (
          id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, size INTEGER CHECK (size > 0),
          owner INTEGER REFERENCES owner (id)
        ) STRICT;
        CREATE TRIGGER ruled_stays BEFORE DELETE ON ruled BEGIN SELECT RAISE(ABORT, 'rows of ruled stay'); END;
        """)
    case .postgres:
      try script(
        """
        CREATE TABLE sample (id BIGINT PRIMARY KEY, number BIGINT, label TEXT, body BYTEA);
        CREATE TABLE owner (id BIGINT PRIMARY KEY);
        CREATE TABLE ruled (
          id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, size BIGINT CHECK (size > 0),
          owner BIGINT REFERENCES owner (id)
        );
        CREATE FUNCTION ruled_stays() RETURNS trigger LANGUAGE plpgsql AS
          $$BEGIN RAISE EXCEPTION 'rows of ruled stay'; END$$;
        CREATE TRIGGER ruled_stays BEFORE DELETE ON ruled FOR EACH ROW EXECUTE FUNCTION ruled_stays();
        """)
    }
  }
}
