import Cryptography
import Foundation
public import Services
public import Vocabulary

/// Puts a backup back: all of it, compared with every hash and with the checkpoint that was made with it, or nothing.
public struct Restore: Sendable {
  /// What was restored.
  public struct Summary: Hashable, Sendable {
    public let madeAt: Instant
    public let files: Int
    public let bytes: Int
    /// What came out of comparing the log with the checkpoint; nil when the backup has none, being of an older form.
    public let audit: LogAuditReport?
  }

  private let path: String

  /// - Parameter path: of the backup.
  public init(_ path: String) { self.path = path }

  /// Restores into a folder that is empty, or that there is not yet. It appears when all is well.
  ///
  /// - Parameters:
  ///   - now: the present time.
  ///   - progress: told the share that is done, 0 to 1.
  /// - Throws: `BackupError`, `StorageError`, `KeyError`, `KeyLedgerError`; then the folder is as it was.
  public func run(
    into folder: String, passphrase: String, at now: Instant, progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) async throws -> Summary {
    let files = FileManager.default
    if files.fileExists(atPath: folder) {
      guard (try? files.contentsOfDirectory(atPath: folder)) == [] else { throw BackupError.notEmpty(folder) }
    }
    let parts = try SealedPartsReader(path: path, passphrase: passphrase)
    let manifest = try manifest(parts)
    let draft = DataFolder.beside(folder, "restoring")
    try DataFolder.make(draft)
    defer { try? files.removeItem(atPath: draft) }
    try unpack(parts, manifest, into: draft) { progress($0 * 0.7) }
    let audit = try await audit(draft, manifest, at: now) { progress(0.7 + $0 * 0.3) }
    rmdir(folder)
    guard rename(draft, folder) == 0 else {
      throw BackupError.unwritable(folder, reason: String(cString: strerror(errno)))
    }
    DataFolder.synchronize(URL(filePath: folder).deletingLastPathComponent().path)
    return Summary(
      madeAt: manifest.madeAt, files: manifest.files.count, bytes: manifest.files.reduce(0) { $0 + $1.size },
      audit: audit)
  }

  private func manifest(_ parts: SealedPartsReader) throws -> BackupManifest {
    let size = try parts.read(4).reduce(0) { $0 << 8 | Int($1) }
    guard size <= 1 << 26, let manifest = BackupManifest(try parts.read(size)) else {
      throw BackupError.damaged(path, byte: parts.offset)
    }
    return manifest
  }

  private func unpack(
    _ parts: SealedPartsReader, _ manifest: BackupManifest, into draft: String, progress: (Double) -> Void
  ) throws {
    let total = max(1, manifest.files.reduce(0) { $0 + $1.size })
    var done = 0
    var folders: Set<String> = []
    for file in manifest.files {
      let above = file.path.split(separator: "/").dropLast()
      for depth in above.indices {
        let folder = above[...depth].joined(separator: "/")
        if folders.insert(folder).inserted { try DataFolder.make("\(draft)/\(folder)") }
      }
      var (hash, left) = (SHA256(), file.size)
      do {
        let output = try DataFolder.create("\(draft)/\(file.path)")
        while left > 0 {
          let piece = try parts.read(min(left, SealedPartsWriter.partSize))
          hash.update(piece)
          try output.write(contentsOf: Data(piece))
          left -= piece.count
          done += piece.count
          progress(Double(done) / Double(total))
        }
        try output.synchronize()
        try output.close()
      } catch let error as CocoaError {
        throw BackupError.unwritable("\(draft)/\(file.path)", reason: error.localizedDescription)
      }
      guard hash.digest() == file.digest else { throw BackupError.otherHash(file: file.path) }
    }
    try parts.expectEnd()
    for folder in folders { DataFolder.synchronize("\(draft)/\(folder)") }
    DataFolder.synchronize(draft)
  }

  /// Compares the log with the checkpoint in the backup, and the records with the log.
  private func audit(
    _ draft: String, _ manifest: BackupManifest, at now: Instant, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> LogAuditReport? {
    guard manifest.files.contains(where: { $0.path == DataFolder.database }) else { throw BackupError.noBackup(path) }
    let engine = try await SQLiteEngine.open("\(draft)/\(DataFolder.database)")
    do {
      let report = try await audit(engine, draft, manifest, at: now, progress: progress)
      await engine.close()
      return report
    } catch {
      await engine.close()
      throw error
    }
  }

  private func audit(
    _ engine: SQLiteEngine, _ draft: String, _ manifest: BackupManifest, at now: Instant,
    progress: @escaping @Sendable (Double) -> Void
  ) async throws -> LogAuditReport? {
    let (found, known) = (try await SchemaVersion.found(in: engine), SchemaVersion.known)
    guard found <= known else { throw StorageError.newerDatabase(found: found, known: known) }
    guard found == known, let note = manifest.checkpoint else { return nil }
    let sealed = try await SealedDatabase(engine, KeyRing(folder: "\(draft)/\(DataFolder.keys)"), at: now)
    var report = try await sealed.audit.report(
      against: sealed.audit.read(Array(note.utf8)), progress: { progress($0 / 2) })
    report.add(try await sealed.recordAudit.report { progress(0.5 + $0 / 2) })
    guard report.isIntact else { throw BackupError.otherLog(LogText(.english).render(report)) }
    return report
  }
}
