import Cryptography
import Testing

@Suite("Hashes and letters")
struct HashTests {
  @Test("SHA-256 of FIPS 180-4's examples, in one step and in several")
  func sha256() {
    let examples = [
      "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq":
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ]
    for (text, expected) in examples {
      #expect(SHA256.digest(of: Array(text.utf8)).description == expected)
      var hash = SHA256()
      for byte in text.utf8 { hash.update([byte]) }
      #expect(hash.digest().description == expected)
      #expect(hash.digest() == hash.digest())
    }
  }

  @Test("a keyed hash depends on the key and on the text")
  func keyed() throws {
    let hash = KeyedHash(key: try #require(SecretKey(Array(0..<32))))
    #expect(hash.digest(of: "a@example.org") == hash.digest(of: Array("a@example.org".utf8)))
    #expect(hash.digest(of: "a@example.org") != hash.digest(of: "b@example.org"))
    #expect(hash.digest(of: "a") != KeyedHash(key: try #require(SecretKey(Array(1..<33)))).digest(of: "a"))
  }

  @Test("a digest is 32 bytes, in order")
  func digest() throws {
    let bytes = Array(UInt8(3)..<35)
    let digest = try #require(Digest(bytes))
    #expect(digest.bytes == bytes && digest.description == Hex.text(bytes))
    #expect(Digest(bytes.dropLast()) == nil && Digest(bytes + [1]) == nil)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 128
      #expect(Digest(changed) != digest)
    }
  }

  @Test("letters of RFC 4648's examples")
  func letters() {
    let words = ["", "f", "fo", "foo", "foob", "fooba", "foobar"]
    let standard = ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]
    let thirtyTwo = ["", "MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"]
    for (word, (sixtyFour, thirtyTwo)) in zip(words, zip(standard, thirtyTwo)) {
      let bytes = Array(word.utf8)
      #expect(Base64.standard.text(bytes) == sixtyFour && Base64.standard.bytes(sixtyFour) == bytes)
      #expect(Base64.url.text(bytes) == String(sixtyFour.prefix { $0 != "=" }))
      #expect(Base32.text(bytes) == thirtyTwo && Base32.bytes(thirtyTwo) == bytes)
    }
    #expect(Base64.standard.text([251, 255]) == "+/8=" && Base64.url.text([251, 255]) == "-_8")
    #expect(Base32.bytes("mzxw 6ytb oi") == Array("foobar".utf8) && Base32.bytes("M1") == nil)
  }

  @Test("letters that no bytes encode to are refused")
  func refused() {
    for text in ["A", "AB", "AB=", "Zg=", "Zg", "Zh==", "Zg===", "Zg==Zg==", "=", "====", "Z g=", "Zg-_", "é==="] {
      #expect(Base64.standard.bytes(text) == nil, "\(text)")
    }
    for text in ["A", "Zh", "Zg==", "Zg+/", "Zm9vY", "é"] { #expect(Base64.url.bytes(text) == nil, "\(text)") }
    for text in ["0", "0g", "0 ", "é"] { #expect(Hex.bytes(text) == nil, "\(text)") }
  }

  @Test("bytes survive as letters and digits", arguments: 0...70)
  func survive(count: Int) {
    let bytes = RandomBytes.system(count)
    #expect(Base64.url.bytes(Base64.url.text(bytes)) == bytes)
    #expect(Base64.standard.bytes(Base64.standard.text(bytes)) == bytes)
    #expect(Base32.bytes(Base32.text(bytes)) == bytes)
    #expect(Hex.bytes(Hex.text(bytes)) == bytes && Hex.bytes(Hex.text(bytes).uppercased()) == bytes)
  }

  @Test("comparisons, and random bytes that repeat for a test")
  func comparisons() throws {
    #expect(ConstantTime.areEqual([1, 2], [1, 2]) && ConstantTime.areEqual("", ""))
    #expect(!ConstantTime.areEqual([1, 2], [1, 3]) && !ConstantTime.areEqual([1], [1, 2]))
    let key = try #require(SecretKey(Array(0..<32)))
    let (one, other) = (RandomBytes.repeatable(key), RandomBytes.repeatable(key))
    let first = one(40)
    #expect(first == other(40) && one(40) != first && RandomBytes.system(32) != RandomBytes.system(32))
  }
}
