public import Cryptography
import Foundation
import Services
public import Vocabulary

/// All of an installation with a database in its data folder, in one file that a passphrase opens: the database as it was at
/// one moment, its keys, adopted packs and imported lists. The server may go on meanwhile.
public struct Backup: Sendable {
  /// Passphrases of fewer characters are refused.
  public static let shortestPassphrase = 15

  /// What was saved.
  public struct Summary: Hashable, Sendable {
    public let files: Int
    public let bytes: Int
    /// How many entries of the log the checkpoint in the backup covers; nil when the database was of an older form, and so was
    /// not asked for one.
    public let entries: Int?
  }

  private let folder: String
  private let cost: PasswordHash.Cost

  /// - Parameters:
  ///   - folder: the data folder.
  ///   - cost: what each guess at the passphrase costs.
  public init(folder: String, cost: PasswordHash.Cost = PassphraseKey.cost) {
    (self.folder, self.cost) = (folder, cost)
  }

  /// Writes the backup; the file appears when it is whole.
  ///
  /// - Parameters:
  ///   - path: of the file; there must be none.
  ///   - now: noted as its time.
  ///   - progress: told the share that is done, 0 to 1.
  /// - Throws: `BackupError`, `StorageError`, `KeyError`, `KeyLedgerError`.
  public func make(
    _ path: String, passphrase: String, at now: Instant, progress: @Sendable (Double) -> Void = { _ in }
  ) async throws -> Summary {
    guard passphrase.count >= Self.shortestPassphrase else {
      throw BackupError.shortPassphrase(least: Self.shortestPassphrase)
    }
    let files = FileManager.default
    guard !files.fileExists(atPath: path) else { throw BackupError.exists(path) }
    let database = "\(folder)/\(DataFolder.database)"
    guard files.fileExists(atPath: database) else { throw BackupError.noDatabase(folder) }
    let checkpoint = try await checkpoint(database, at: now)
    // Within the data folder, as nobody else enters that.
    let draft = "\(folder)/.backup-\(Hex.text(RandomBytes.system(4)))"
    try DataFolder.make(draft)
    defer { try? files.removeItem(atPath: draft) }
    let copy = "\(draft)/\(DataFolder.database)"
    try await SQLiteCopy.copy(database, to: copy)
    let contents = try contents(copy: copy)
    let manifest = BackupManifest(madeAt: now, checkpoint: checkpoint?.note, files: contents.map(\.file))
    try write(path, manifest, contents, passphrase, progress)
    return Summary(
      files: contents.count, bytes: manifest.files.reduce(0) { $0 + $1.size }, entries: checkpoint?.size)
  }

  /// A checkpoint of the log, signed now; nil when the database is of an older form.
  private func checkpoint(_ database: String, at now: Instant) async throws -> KeptCheckpoint? {
    let engine = try await SQLiteEngine.open(database)
    do {
      let found = try await SchemaVersion.found(in: engine)
      guard found <= SchemaVersion.known else {
        throw StorageError.newerDatabase(found: found, known: SchemaVersion.known)
      }
      var checkpoint: KeptCheckpoint?
      if found == SchemaVersion.known {
        let ring = try KeyRing(folder: "\(folder)/\(DataFolder.keys)")
        checkpoint = try await SealedDatabase(engine, ring, at: now).checkpoints.sign(at: now)
      }
      await engine.close()
      return checkpoint
    } catch {
      await engine.close()
      throw error
    }
  }

  private struct Content {
    let file: BackupManifest.File
    /// Where it is read from: small files are kept, so that one that is replaced meanwhile is saved as it was.
    let source: Source
    enum Source {
      case bytes([UInt8])
      case path(String)
    }
  }

  private func contents(copy: String) throws -> [Content] {
    var contents = [
      Content(file: try Self.file(DataFolder.database, at: copy), source: .path(copy))
    ]
    for path in try DataFolder.files(folder) {
      let bytes = try Self.bytes("\(folder)/\(path)")
      let file = BackupManifest.File(path: path, size: bytes.count, digest: SHA256.digest(of: bytes))
      contents.append(Content(file: file, source: .bytes(bytes)))
    }
    return contents
  }

  private func write(
    _ path: String, _ manifest: BackupManifest, _ contents: [Content], _ passphrase: String,
    _ progress: (Double) -> Void
  ) throws {
    let header = BackupHeader(salt: RandomBytes.system(PassphraseKey.saltSize), cost: cost)
    guard let key = try header.key(passphrase) else {
      throw BackupError.noBackup(path)
    }
    let draft = DataFolder.beside(path, "partial")
    let output = try DataFolder.create(draft)
    defer { unlink(draft) }
    do {
      let parts = try SealedPartsWriter(output, header, key)
      let listed = manifest.bytes
      try parts.write(withUnsafeBytes(of: UInt32(listed.count).bigEndian, Array.init) + listed)
      let total = max(1, manifest.files.reduce(0) { $0 + $1.size })
      var done = 0
      for content in contents {
        try Self.eachPiece(content.source) { piece in
          try parts.write(piece)
          done += piece.count
          progress(Double(done) / Double(total))
        }
      }
      try parts.finish()
    } catch let error as CocoaError {
      throw BackupError.unwritable(path, reason: error.localizedDescription)
    }
    // Not over a file that appeared meanwhile.
    guard link(draft, path) == 0 else {
      throw errno == EEXIST ? BackupError.exists(path) : .unwritable(path, reason: String(cString: strerror(errno)))
    }
    DataFolder.synchronize(URL(filePath: path).deletingLastPathComponent().path)
  }

  private static func file(_ name: String, at path: String) throws -> BackupManifest.File {
    var (hash, size) = (SHA256(), 0)
    try eachPiece(.path(path)) { piece in
      hash.update(piece)
      size += piece.count
    }
    return BackupManifest.File(path: name, size: size, digest: hash.digest())
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw BackupError.unreadable(path, reason: error.localizedDescription)
    }
  }

  private static func eachPiece(_ source: Content.Source, _ take: ([UInt8]) throws -> Void) throws {
    switch source {
    case .bytes(let bytes): try take(bytes)
    case .path(let path):
      guard let file = FileHandle(forReadingAtPath: path) else {
        throw BackupError.unreadable(path, reason: String(cString: strerror(errno)))
      }
      while let piece = try file.read(upToCount: SealedPartsWriter.partSize), !piece.isEmpty {
        try take([UInt8](piece))
      }
    }
  }
}
