import Cryptography
import Foundation
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("A damaged backup is refused whole")
struct DamagedBackupTests {
  /// Restores changed bytes; nothing may be left of them.
  private func refuses(_ bytes: Data, _ fixture: BackupFixture, _ what: String) async throws -> BackupError? {
    let path = "\(fixture.root)/changed"
    try bytes.write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      try await fixture.restore(path)
      Issue.record("restored: \(what)")
      return nil
    } catch let error as BackupError {
      #expect(try fixture.names() == ["changed", "data", "one.fobwatch-backup"], "\(what)")
      return error
    }
  }

  @Test("one changed byte anywhere")
  func changed() async throws {
    try await BackupFixture.with { fixture in
      try await fixture.backUp()
      let whole = try Data(contentsOf: URL(filePath: fixture.file))
      var dice = SeededGenerator(seed: 8)
      let places =
        Array(0..<90) + (0..<60).map { _ in Int.random(in: 0..<whole.count, using: &dice) } + [whole.count - 1]
      for place in places {
        var changed = whole
        changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
        _ = try await refuses(changed, fixture, "byte \(place) of \(whole.count)")
      }
    }
  }

  @Test("cut anywhere, or longer than it was")
  func cut() async throws {
    try await BackupFixture.with { fixture in
      try await fixture.backUp()
      let whole = try Data(contentsOf: URL(filePath: fixture.file))
      var dice = SeededGenerator(seed: 9)
      let ends =
        [0, 1, 17, 18, 60] + (0..<30).map { _ in Int.random(in: 0..<whole.count, using: &dice) } + [whole.count - 1]
      for end in ends { _ = try await refuses(whole.prefix(end), fixture, "cut at \(end)") }
      _ = try await refuses(whole + [0], fixture, "a byte more")
      _ = try await refuses(whole + whole, fixture, "twice")
      try await fixture.restore()
    }
  }

  @Test("parts that were left out, repeated or put in another order")
  func parts() async throws {
    try await BackupFixture.with { fixture in
      // Enough for several parts.
      try Data(RandomBytes.system(3 << 20)).write(to: URL(filePath: "\(fixture.data)/large"))
      try await fixture.backUp()
      let whole = try Data(contentsOf: URL(filePath: fixture.file))
      var parts: [Data] = []
      var offset = (whole.enumerated().filter { $0.element == 0x0A }.dropFirst().first?.offset ?? 0) + 1
      let header = whole.prefix(offset)
      while offset < whole.count {
        let length = whole[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
        parts.append(whole[offset..<(offset + 4 + length)])
        offset += 4 + length
      }
      #expect(parts.count > 3)
      for change in [
        Array(parts.dropLast()), Array(parts.dropFirst()), [parts[0], parts[2], parts[1]] + parts[3...],
        [parts[0], parts[0]] + parts[1...], [parts[0]] + parts[2...],
      ] {
        let error = try await refuses(change.reduce(header, +), fixture, "parts")
        switch error {
        case .damaged, .wrongPassphrase: break
        default: Issue.record("\(String(describing: error))")
        }
      }
    }
  }

  @Test("another passphrase, another program's file, a newer program's file")
  func others() async throws {
    try await BackupFixture.with { fixture in
      try await fixture.backUp()
      await #expect(throws: BackupError.wrongPassphrase(fixture.file)) {
        try await fixture.restore(passphrase: "another passphrase")
      }
      let path = "\(fixture.root)/changed"
      #expect(try await refuses(Data("PK\u{3}\u{4}".utf8), fixture, "zip") == .noBackup(path))
      #expect(try await refuses(Data("fobwatch backup 2\n{}\n".utf8), fixture, "newer") == .newer(path))
      let greedy =
        #"fobwatch backup 1"# + "\n" + #"{"memory":2000000000,"passes":3,"salt":"00000000000000000000000000000000"}"#
        + "\n"
      #expect(try await refuses(Data(greedy.utf8), fixture, "greedy") == .damaged(path, byte: 18))
    }
  }

  @Test("a log that is not the one of the checkpoint in the backup")
  func otherLog() async throws {
    try await BackupFixture.with { fixture in
      let older = try await fixture.withData { try await $0.checkpoints.sign(at: .sample) }
      try await fixture.withData { sealed in
        try await sealed.tamper { try $0.script("UPDATE entry SET recorded_at = recorded_at + 1 WHERE sequence = 3") }
      }
      do {
        try await fixture.backUp()
        try await fixture.restore()
        Issue.record("restored")
      } catch let BackupError.otherLog(what) {
        #expect(what.contains("entry 3") && what.contains("\(older.size)"))
      }
      #expect(try fixture.names() == ["data", "one.fobwatch-backup"])
    }
  }

  @Test("paths that lead out of the folder, and lists that are none")
  func manifests() {
    let digest = SHA256.digest(of: [])
    func manifest(_ paths: [String]) -> BackupManifest {
      BackupManifest(
        madeAt: .sample, checkpoint: nil, files: paths.map { .init(path: $0, size: 0, digest: digest) })
    }
    #expect(BackupManifest(manifest(["a", "b/c"]).bytes) == manifest(["a", "b/c"]))
    for path in ["", "/a", "../a", "a/../b", "a//b", "a/", "./a", "a/.", "a\u{0}b"] {
      #expect(BackupManifest(manifest([path]).bytes) == nil, "\(path)")
    }
    #expect(BackupManifest(manifest(["a", "a"]).bytes) == nil)
    for text in ["", "{}", "[]", #"{"files":[],"made_at":1}"#, #"{"files":[{}],"made_at":"1"}"#] {
      #expect(BackupManifest(Array(text.utf8)) == nil, "\(text)")
    }
  }
}
