import Testing

@testable import Website

@Suite("Sealed answers")
struct SealTests {
  let seal = Seal(key: Array(repeating: 7, count: 32))!

  @Test("what was sealed opens again, and never looks the same twice")
  func opens() {
    let sealed = seal.seal("diploma = yes\n", at: 1_000)
    #expect(seal.open(sealed, at: 1_001) == "diploma = yes\n")
    #expect(seal.seal("diploma = yes\n", at: 1_000) != sealed)
  }

  @Test("a changed character, another key and twelve hours close it")
  func closes() throws {
    let sealed = seal.seal("diploma = yes\n", at: 1_000)
    for place in sealed.indices {
      var changed = sealed
      changed.replaceSubrange(place...place, with: sealed[place] == "A" ? "B" : "A")
      #expect(seal.open(changed, at: 1_000) == nil)
    }
    #expect(try #require(Seal(key: Array(repeating: 8, count: 32))).open(sealed, at: 1_000) == nil)
    #expect(seal.open(sealed, at: 1_000 + Seal.lifetime) != nil)
    #expect(seal.open(sealed, at: 1_001 + Seal.lifetime) == nil)
    #expect(seal.open("", at: 0) == nil && seal.open("not base64!", at: 0) == nil)
    #expect(Seal(key: [1, 2, 3]) == nil)
  }

  @Test("bytes survive the letters of a cookie", arguments: 0...10)
  func base64(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 77 &+ 251) }
    #expect(Base64.bytes(Base64.text(bytes)) == bytes)
  }

  @Test("a kept file is read again, and other files are refused")
  func keptFile() {
    let answers = Answers([.init(fact: "program-completed", text: "2026-06"), .init(fact: "a", text: "x = y")])
    #expect(KeptFile.answers(file: KeptFile.file(answers)) == answers)
    #expect(KeptFile.answers(file: "\u{FEFF}" + KeptFile.file(answers).replacing("\n", with: "\r\n")) == answers)
    #expect(KeptFile.answers(file: "hello") == nil)
    #expect(KeptFile.answers(file: KeptFile.mark + "\nno sign") == nil)
    #expect(KeptFile.answers(file: KeptFile.mark + "\nBad Name = 1") == nil)
  }
}
