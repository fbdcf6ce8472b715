import ArgumentParser
import Cryptography
import Foundation
import Services
import Storage
import Vocabulary

/// Which database a command works on, and where its keys are.
struct DatabaseOptions: ParsableArguments {
  @Option(name: .long, help: "The data folder of the installation: its database and its keys (default: data).")
  var data: String?

  @Option(
    name: .long, help: "A PostgreSQL database in place of the one in the data folder (default: FOBWATCH_DATABASE).")
  var database: String?

  /// The data folder: the one that was given, else that of the server's settings.
  func folder() throws -> String { try Composition.dataFolder(data) }

  /// Where the database is.
  func address() throws -> DatabaseAddress {
    let settings = try Settings(
      options: database.map { [.database: $0] } ?? [:], config: nil, environment: ProcessInfo.processInfo.environment)
    return try settings.database(data: try folder())
  }

  /// Runs a body with a database that is there already, in the form that this program knows, and its keys.
  func withDatabase<T>(_ body: (SealedDatabase) async throws -> T) async throws -> T {
    let address = try address()
    let engine: any Engine
    switch address {
    case .sqlite(let path):
      guard FileManager.default.fileExists(atPath: path) else {
        throw BadInput("\(path): a database expected, none found. Give the data folder of the installation with --data")
      }
      engine = try await SQLiteEngine.open(path)
    case .postgres(let place): engine = PostgresEngine(PostgresSettings(place))
    }
    do {
      let (found, known) = (try await SchemaVersion.found(in: engine), SchemaVersion.known)
      guard found == known else {
        throw BadInput(
          "\(address): a database of version \(known) expected, \(found) found. "
            + (found < known ? "Start the server once: it brings it forward" : "Use the newer program"))
      }
      let sealed = try await SealedDatabase(engine, try KeyRing(folder: "\(folder())/keys"), at: Composition.now())
      let result = try await body(sealed)
      await engine.close()
      return result
    } catch {
      await engine.close()
      throw error
    }
  }
}

extension Composition {
  /// The data folder: the one that an option names, else that of the server's settings.
  static func dataFolder(_ option: String?) throws -> String {
    let settings = try Settings(options: [:], config: nil, environment: ProcessInfo.processInfo.environment)
    return option ?? settings.text(.data, else: "data")
  }

  /// The present time.
  static func now() -> Instant { Instant(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded())) }
}

extension AsyncParsableCommand {
  /// Runs the body; what is the user's to mend goes to standard error with exit status 3.
  func answering(_ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch let code as ExitCode {
      throw code
    } catch is CancellationError {
      throw ExitCode(130)
    } catch let error where Self.isUsers(error) {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      throw ExitCode(3)
    }
  }

  private static func isUsers(_ error: any Error) -> Bool {
    error is BadInput || error is StorageError || error is KeyError || error is KeyLedgerError || error is LogError
      || error is SealError || error is BackupError
  }
}
