/// Why a backup was not made or not restored.
public enum BackupError: Error, Hashable, CustomStringConvertible {
  /// A passphrase of fewer characters than the least.
  case shortPassphrase(least: Int)
  /// There is something at the place of the backup file already.
  case exists(String)
  /// A file cannot be read.
  case unreadable(String, reason: String)
  /// A file or folder cannot be written.
  case unwritable(String, reason: String)
  /// No data folder with a database in it.
  case noDatabase(String)
  /// The file is no backup of this program.
  case noBackup(String)
  /// A newer program wrote it.
  case newer(String)
  /// The first part does not open: another passphrase, or the file was changed there.
  case wrongPassphrase(String)
  /// A later part does not open or is missing.
  case damaged(String, byte: Int)
  /// A file in it is not as its hash says.
  case otherHash(file: String)
  /// The folder to restore into has something in it.
  case notEmpty(String)
  /// What was restored does not fit the checkpoint that was made with the backup.
  case otherLog(String)

  public var description: String {
    switch self {
    case .shortPassphrase(let least):
      "a passphrase of \(least) characters or more expected: it is all that keeps the keys in the backup secret"
    case .exists(let path): "\(path): there is a file already. Choose another name."
    case .unreadable(let path, let reason): "\(path): cannot be read (\(reason)). Check the name and its permissions."
    case .unwritable(let path, let reason): "\(path): cannot be written (\(reason)). Nothing was changed there."
    case .noDatabase(let folder):
      "\(folder): a data folder with fobwatch.sqlite expected, none found. Give the data folder with --data."
    case .noBackup(let path): "\(path): a backup of this program expected, something else found."
    case .newer(let path): "\(path): a newer program wrote this backup. Restore it with that program."
    case .wrongPassphrase(let path):
      "\(path): does not open: the passphrase is another one, or the file was changed. Nothing was restored."
    case .damaged(let path, let byte):
      "\(path): damaged or cut at byte \(byte). Nothing was restored. Take another copy."
    case .otherHash(let file): "the file \(file) in the backup is not as it was saved. Nothing was restored."
    case .notEmpty(let folder): "\(folder): an empty or new folder expected, one with files found. Choose another."
    case .otherLog(let what): "the restored log is not the one that was saved: \(what). Nothing was restored."
    }
  }
}
