import Testing

@testable import Cryptography

@Suite("Keys of passphrases")
struct PassphraseKeyTests {
  private let salt = [UInt8](repeating: 3, count: 16)

  private func key(_ passphrase: String, _ salt: [UInt8], _ cost: PasswordHash.Cost = .least) throws -> [UInt8]? {
    try PassphraseKey.key(passphrase, salt: salt, cost: cost)?.bytes
  }

  @Test("the same passphrase, salt and cost make the same key, and nothing else does")
  func same() throws {
    let one = try #require(try key("correct horse battery", salt))
    #expect(try key("correct horse battery", salt) == one)
    #expect(try key("correct horse batterz", salt) != one)
    #expect(try key("correct horse battery\u{0}x", salt) != one)
    #expect(try key("correct horse battery", [UInt8](repeating: 4, count: 16)) != one)
    let dearer = try #require(PasswordHash.Cost(passes: 2, memory: 8192))
    #expect(try key("correct horse battery", salt, dearer) != one)
  }

  @Test("a salt of another size makes none")
  func wrongSalt() throws {
    #expect(try key("x", []) == nil && key("x", [UInt8](repeating: 3, count: 15)) == nil)
  }

  @Test("its cost is not the least")
  func cost() {
    #expect(PassphraseKey.cost.memory == 256 << 20 && PassphraseKey.cost.passes == 3)
  }
}
