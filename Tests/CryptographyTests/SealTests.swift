import Testing

@testable import Cryptography

@Suite("Seals")
struct SealTests {
  let key = SecretKey(Array(repeating: 7, count: 32))!
  let other = SecretKey(Array(repeating: 8, count: 32))!

  @Test("what was sealed opens again, and never looks the same twice", arguments: [0, 1, 63, 64, 65, 10_000])
  func opens(count: Int) {
    let (seal, plain) = (Seal(key: key), RandomBytes.system(count))
    let sealed = seal.seal(plain, for: [1, 2])
    #expect(seal.open(sealed, for: [1, 2]) == plain)
    #expect(sealed.count == count + Seal.overhead)
    #expect(seal.seal(plain, for: [1, 2]) != sealed)
  }

  @Test("another context, another key, a changed or a missing byte keep it closed")
  func closes() {
    let seal = Seal(key: key)
    let sealed = seal.seal(Array("diploma".utf8), for: [1])
    #expect(seal.open(sealed, for: [2]) == nil && seal.open(sealed, for: []) == nil)
    #expect(Seal(key: other).open(sealed, for: [1]) == nil)
    for place in sealed.indices {
      var changed = sealed
      changed[place] ^= 1
      #expect(seal.open(changed, for: [1]) == nil)
      #expect(seal.open(Array(sealed.prefix(place)), for: [1]) == nil)
    }
  }

  @Test("a timed text opens for its lifetime, and for its purpose")
  func timed() {
    let seal = TimedSeal(keys: NumberedKeys(key), purpose: "answers", lifetime: 100)
    let sealed = seal.seal("diploma = yes\n", at: 1_000)
    #expect(seal.open(sealed, at: 1_001) == "diploma = yes\n")
    #expect(seal.open(sealed, at: 1_100) != nil && seal.open(sealed, at: 1_101) == nil)
    #expect(seal.open(sealed, at: 940) != nil && seal.open(sealed, at: 939) == nil)
    #expect(TimedSeal(keys: NumberedKeys(key), purpose: "others", lifetime: 100).open(sealed, at: 1_000) == nil)
    #expect(TimedSeal(keys: NumberedKeys(other), purpose: "answers", lifetime: 100).open(sealed, at: 1_000) == nil)
    #expect(seal.open("", at: 0) == nil && seal.open("not base64!", at: 0) == nil)
    for place in sealed.indices {
      var changed = sealed
      changed.replaceSubrange(place...place, with: sealed[place] == "A" ? "B" : "A")
      #expect(seal.open(changed, at: 1_000) == nil)
    }
  }

  @Test("a numbered seal says why it does not open")
  func numbered() throws {
    let seal = NumberedSeal(keys: NumberedKeys(key))
    let sealed = seal.seal([1, 2, 3], for: [9])
    #expect(try seal.open(sealed, for: [9]) == [1, 2, 3])
    #expect(throws: SealError.changed) { try seal.open(sealed, for: [8]) }
    #expect(throws: SealError.tooShort(bytes: 10)) { try seal.open(Array(sealed.prefix(10)), for: [9]) }
    #expect(throws: SealError.noKey(number: 5)) { try seal.open([0, 0, 0, 5] + sealed.dropFirst(4), for: [9]) }
    #expect(NumberedSeal.number(of: sealed) == 1 && !seal.isOutdated(sealed))
  }
}
