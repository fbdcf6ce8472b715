import FoundationEssentials
import Testing

@testable import Cryptography

@Suite("Key ring")
struct KeyRingTests {
  @Test("a folder and files that only their owner opens are made, and read again")
  func made() throws {
    let scratch = try Scratch()
    let ring = try KeyRing(folder: scratch.path + "/keys")
    #expect(try !ring.hasKeys(for: .record))
    let first = try ring.keys(for: .record).newest
    #expect(try scratch.mode("/keys") == 0o700 && scratch.mode("/keys/record-1.key") == 0o600)
    let again = try KeyRing(folder: scratch.path + "/keys").keys(for: .record).newest
    #expect(first.number == 1 && again.number == 1 && again.key.bytes == first.key.bytes)
    #expect(try ring.keys(for: .cookie).newest.key.bytes != first.key.bytes)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: ring.folder).sorted() == ["cookie-1.key", "record-1.key"])
  }

  @Test("after a rotation the newest seals, and what was sealed before still opens")
  func rotated() throws {
    let scratch = try Scratch()
    let ring = try KeyRing(folder: scratch.path + "/keys")
    let before = NumberedSeal(keys: try ring.keys(for: .record))
    let old = before.seal([1, 2, 3], for: [])
    #expect(try ring.rotate(.record) == 2)
    let after = NumberedSeal(keys: try ring.keys(for: .record))
    #expect(try after.open(old, for: []) == [1, 2, 3] && after.isOutdated(old))
    let new = after.seal([4], for: [])
    #expect(NumberedSeal.number(of: new) == 2 && !after.isOutdated(new))
    // A process that read the keys before the rotation opens it too, and seals with the new key from then on.
    #expect(NumberedSeal.number(of: before.seal([5], for: [])) == 1)
    #expect(try before.open(new, for: []) == [4])
    #expect(NumberedSeal.number(of: before.seal([5], for: [])) == 2)
    #expect(try ring.keys(for: .record).all.map(\.number) == [2, 1])
  }

  @Test("an old key can be removed, the newest cannot, and what it sealed stays shut")
  func removed() throws {
    let scratch = try Scratch()
    let ring = try KeyRing(folder: scratch.path + "/keys")
    let old = NumberedSeal(keys: try ring.keys(for: .log)).seal([1], for: [])
    try ring.rotate(.log)
    #expect(throws: KeyError.stillNeeded(path: ring.folder + "/log-2.key")) { try ring.remove(2, of: .log) }
    #expect(throws: KeyError.noSuchKey(path: ring.folder + "/log-7.key")) { try ring.remove(7, of: .log) }
    try ring.remove(1, of: .log)
    #expect(try ring.numbers(of: .log) == [2])
    let seal = NumberedSeal(keys: try ring.keys(for: .log))
    #expect(throws: SealError.noKey(number: 1)) { try seal.open(old, for: []) }
    #expect(try ring.rotate(.log) == 3)
  }

  @Test("two that make the first key at once have the same")
  func atOnce() async throws {
    let scratch = try Scratch()
    let ring = try KeyRing(folder: scratch.path + "/keys")
    let keys = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<16 { group.addTask { try ring.keys(for: .checkpoint).newest.key.bytes } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(keys.count == 1)
  }

  @Test("folders and files that others can read, and files that are no keys, are refused with what to do")
  func refused() throws {
    let scratch = try Scratch()
    let ring = try KeyRing(folder: scratch.path + "/keys")
    _ = try ring.keys(for: .cookie)
    try scratch.chmod("/keys/cookie-1.key", 0o640)
    let file = ring.folder + "/cookie-1.key"
    let tooOpen = KeyError.tooOpen(path: file, expected: 0o600, found: 0o640)
    #expect(throws: tooOpen) { try ring.keys(for: .cookie) }
    #expect(
      tooOpen.description
        == "\(file): mode 0600 expected, 0640 found: others could read it. Run: chmod 0600 \(file)")
    try scratch.chmod("/keys/cookie-1.key", 0o600)
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: file))
    try scratch.chmod("/keys/cookie-1.key", 0o600)
    #expect(throws: KeyError.wrongSize(path: file, bytes: 3)) { try ring.keys(for: .cookie) }
    try scratch.chmod("/keys", 0o755)
    #expect(throws: KeyError.tooOpen(path: ring.folder, expected: 0o700, found: 0o755)) {
      try KeyRing(folder: ring.folder)
    }
    #expect(throws: KeyError.self) { try KeyRing(folder: scratch.path + "/none/keys") }
    #expect(throws: KeyError.self) { try KeyRing(folder: file) }
  }

  @Test("names that are no keys of ours are left alone")
  func others() throws {
    let scratch = try Scratch()
    let ring = try KeyRing(folder: scratch.path)
    for name in ["record-0.key", "record-01.key", "record-x.key", "record-+1.key", "record-1.key.new", "notes.txt"] {
      try Data([1]).write(to: URL(fileURLWithPath: scratch.path + "/" + name))
    }
    #expect(try ring.numbers(of: .record) == [])
    #expect(try ring.keys(for: .record).newest.number == 1)
  }

  @Test("a key file is made once, read again, and refused when its size is wrong")
  func keyFile() throws {
    let scratch = try Scratch()
    let file = KeyFile(path: scratch.path + "/answers.key")
    #expect(try file.read() == nil)
    #expect(try file.key().bytes == file.key().bytes)
    #expect(try file.make() == nil)
    #expect(throws: KeyError.self) { try KeyFile(path: scratch.path + "/none/answers.key").key() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["answers.key"])
  }

  @Test("no text of a key shows it")
  func shown() throws {
    let key = try #require(SecretKey(Array(repeating: 0xAB, count: 32)))
    let seed = SigningKey(seed: key)
    let totp = try #require(TOTP(secret: key.bytes))
    for text in ["\(key)", "\([key])", "\(seed)", "\([seed])", "\(totp)", "\([totp])", String(reflecting: key)] {
      #expect(!text.contains("171") && !text.lowercased().contains("abab"), "\(text)")
    }
    var dumped = ""
    dump(key, to: &dumped)
    dump(seed, to: &dumped)
    dump(NumberedKeys(key).newest, to: &dumped)
    dump(Seal(key: key), to: &dumped)
    #expect(!dumped.contains("171"), "\(dumped)")
    #expect(key.fingerprint.count == 10 && key.fingerprint != SecretKey.random().fingerprint)
  }
}
