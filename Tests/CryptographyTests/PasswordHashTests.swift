import Cryptography
import Testing

@Suite("Passwords")
struct PasswordHashTests {
  let quick = PasswordHash(cost: .least)

  @Test("a password verifies against its text, and against no other")
  func verifies() throws {
    let text = try quick.text(of: "correct horse battery")
    #expect(quick.verifies("correct horse battery", against: text))
    #expect(!quick.verifies("correct horse batterz", against: text))
    #expect(!quick.verifies("", against: text) && !quick.verifies("correct horse battery", against: ""))
    #expect(!quick.verifies("correct horse battery", against: "$argon2id$v=19$m=8,t=1,p=1$"))
    #expect(!quick.verifies("correct horse battery", against: String(repeating: "a", count: 500)))
    #expect(try quick.text(of: "correct horse battery") != text)
    #expect(quick.verifies("", against: try quick.text(of: "")))
    #expect(quick.verifies("päss\u{0}word", against: try quick.text(of: "päss\u{0}word")))
    #expect(!quick.verifies("päss", against: try quick.text(of: "päss\u{0}word")))
  }

  @Test("the standard cost is in the text, and a text of another cost is made again")
  func cost() throws {
    let standard = PasswordHash()
    let text = try standard.text(of: "correct horse battery")
    #expect(text.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(!standard.needsRehash(text) && quick.needsRehash(text))
    #expect(standard.needsRehash(try quick.text(of: "x")) && standard.needsRehash("none"))
    #expect(quick.verifies("correct horse battery", against: text))
    #expect(PasswordHash.Cost(passes: 0, memory: 8192) == nil && PasswordHash.Cost(passes: 1, memory: 8191) == nil)
  }
}
