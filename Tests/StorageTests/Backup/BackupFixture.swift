import Cryptography
import Foundation
import Services
import Vocabulary

@testable import Storage

/// A data folder with everything that one can have, and a place for backups beside it.
struct BackupFixture {
  static let passphrase = "correct horse battery staple"
  let root: String

  var data: String { "\(root)/data" }
  var file: String { "\(root)/one.fobwatch-backup" }
  var restored: String { "\(root)/restored" }

  static func with<T>(_ body: (BackupFixture) async throws -> T) async throws -> T {
    try await withFolder { root in
      let fixture = BackupFixture(root: root)
      try FileManager.default.createDirectory(atPath: "\(fixture.data)/editions/abc", withIntermediateDirectories: true)
      for (path, text) in [
        ("editions.json", "{}"), ("editions/abc/eligibility.yaml", "rule: x\n"), ("programs.tsv", "a\tb\n"),
        ("empty", ""),
        ("serve.json", "{}"), ("editions/incoming-1.yaml", "half"), ("programs.tsv.new", "half"),
      ] {
        try Data(text.utf8).write(to: URL(filePath: "\(fixture.data)/\(path)"))
      }
      try await fixture.withData { sealed in
        var history = RandomHistory(seed: 6)
        _ = try await history.write(20, to: sealed)
        try await sealed.fill(40)
      }
      return try await body(fixture)
    }
  }

  /// Runs a body with the database of the data folder, or of another one.
  @discardableResult
  func withData<T>(in folder: String? = nil, _ body: (SealedDatabase) async throws -> T) async throws -> T {
    let folder = folder ?? data
    let engine = try await SQLiteEngine.open("\(folder)/fobwatch.sqlite")
    do {
      try await Migrator().migrate(engine, at: .sample)
      let value = try await body(SealedDatabase(engine, KeyRing(folder: "\(folder)/keys"), at: .sample))
      await engine.close()
      return value
    } catch {
      await engine.close()
      throw error
    }
  }

  @discardableResult
  func backUp(to path: String? = nil, passphrase: String = passphrase) async throws -> Backup.Summary {
    try await Backup(folder: data, cost: .least).make(path ?? file, passphrase: passphrase, at: .sample)
  }

  @discardableResult
  func restore(_ path: String? = nil, passphrase: String = passphrase) async throws -> Restore.Summary {
    try await Restore(path ?? file).run(into: restored, passphrase: passphrase, at: .sample)
  }

  /// Names in the folder around all, to see that nothing was left.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: root).sorted() }
}
