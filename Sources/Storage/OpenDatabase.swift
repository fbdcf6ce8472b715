import Foundation
import Services
public import Vocabulary

/// A database that is ready to use: opened, and in the form that this program knows.
public struct OpenDatabase: Sendable {
  public let address: DatabaseAddress
  public let engine: any Engine
  /// The steps that brought it forward when it was opened; empty when it was in its newest form.
  public let migrated: [String]

  private let listener: PostgresListener?

  /// Opens a database, makes it when it is a file that is not there, and brings it forward.
  ///
  /// - Parameters:
  ///   - settings: changes how PostgreSQL is used, before it is.
  ///   - now: what is noted as the time of the steps.
  /// - Throws: `StorageError`, whose text says what to do.
  public init(
    _ address: DatabaseAddress, at now: Instant, settings change: (inout PostgresSettings) -> Void = { _ in }
  ) async throws {
    self.address = address
    switch address {
    case .sqlite(let path):
      try Self.prepareFile(path)
      engine = try await SQLiteEngine.open(path)
      listener = nil
    case .postgres(let place):
      var settings = PostgresSettings(place)
      change(&settings)
      engine = PostgresEngine(settings)
      listener = .jobs(settings)
    }
    do {
      migrated = try await Migrator().migrate(engine, at: now)
    } catch {
      await engine.close()
      throw error
    }
  }

  /// The jobs in it.
  public var jobs: SQLJobStore { SQLJobStore(engine) }

  /// Rings when another process has added jobs. SQLite says nothing: there a runner looks each second.
  public func jobBell() -> AsyncStream<Void> { listener?.bell() ?? AsyncStream { $0.finish() } }

  /// Makes a folder and a file that nobody else on the machine can read. What is there stays as it is.
  private static func prepareFile(_ path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    let files = FileManager.default
    if !files.fileExists(atPath: folder) {
      do {
        try files.createDirectory(
          atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw StorageError.readOnly(folder)
      }
    }
    // Only where there is none: of several processes that start at once, one makes it. It is closed before it gets its
    // name, as closing a file ends every lock that its process has on it. That it cannot be made is SQLite's to tell,
    // which knows why.
    guard !files.fileExists(atPath: path) else { return }
    var name = Array("\(path).\(String(repeating: "X", count: 6))".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return }
    close(file)
    link(name, path)
    unlink(name)
  }
}
