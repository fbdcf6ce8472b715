import Dispatch
import Foundation
import GRDB

/// Copies a database in a file while others read and write it: as it was at one moment, through SQLite's own backup.
enum SQLiteCopy {
  static func copy(_ path: String, to copy: String) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try copyNow(path, to: copy) })
      }
    }
  }

  private static func copyNow(_ path: String, to copy: String) throws {
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(SQLiteEngine.busyTimeout)
      let source = try DatabaseQueue(path: path, configuration: configuration)
      let target = try DatabaseQueue(path: copy)
      try source.backup(to: target)
      // One file, without a log beside it, and a copy that is whole.
      try target.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
        guard try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok" else { throw StorageError.damaged(path) }
      }
      try target.close()
      try source.close()
    } catch {
      throw SQLiteErrors(path: path).translated(error, isReading: true)
    }
  }
}
