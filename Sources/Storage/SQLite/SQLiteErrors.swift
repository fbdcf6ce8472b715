import Foundation
import GRDB

/// Says what SQLite's result codes mean. Its messages name tables and columns and never hold a value.
struct SQLiteErrors: Sendable {
  let path: String

  private var folder: String { URL(filePath: path).deletingLastPathComponent().path }

  /// What an error means; one that is not SQLite's own stays as it is.
  func translated(_ error: any Error, isReading: Bool) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    let message = error.message ?? "code \(error.extendedResultCode.rawValue)"
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
      return StorageError.constraint(.unique, at: place(message))
    case .SQLITE_CONSTRAINT_FOREIGNKEY: return StorageError.constraint(.foreignKey, at: "")
    case .SQLITE_CONSTRAINT_CHECK: return StorageError.constraint(.check, at: place(message))
    case .SQLITE_CONSTRAINT_NOTNULL: return StorageError.constraint(.notNull, at: place(message))
    case .SQLITE_CONSTRAINT_DATATYPE, .SQLITE_MISMATCH: return StorageError.constraint(.type, at: place(message))
    case .SQLITE_CONSTRAINT_TRIGGER: return StorageError.refused(message)
    case .SQLITE_IOERR_SHMSIZE: return StorageError.full(folder)
    default: break
    }
    switch error.resultCode {
    case .SQLITE_INTERRUPT, .SQLITE_ABORT: return CancellationError()
    case .SQLITE_FULL: return StorageError.full(folder)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return StorageError.timedOut("another process kept \(path) locked")
    case .SQLITE_READONLY:
      return isReading ? StorageError.misuse("a body that reads cannot write") : StorageError.readOnly(folder)
    case .SQLITE_CANTOPEN: return cannotOpen()
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return StorageError.damaged(path)
    case .SQLITE_IOERR: return StorageError.unavailable("\(path) could not be read or written (\(message))")
    case .SQLITE_MISUSE: return StorageError.unavailable("it is closed")
    default: return StorageError.misuse(message)
    }
  }

  private func cannotOpen() -> StorageError {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      return .unavailable("there is no folder \(folder)")
    }
    return FileManager.default.isWritableFile(atPath: folder)
      ? .unavailable("\(path) cannot be opened") : .readOnly(folder)
  }

  /// "UNIQUE constraint failed: job.kind, job.name" says where after its colon.
  private func place(_ message: String) -> String {
    message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
  }
}
