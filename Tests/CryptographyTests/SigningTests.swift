import Cryptography
import Testing

@Suite("Signatures")
struct SigningTests {
  @Test("the second example of RFC 8032, section 7.1")
  func example() throws {
    let seed = try #require(Hex.bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    let key = SigningKey(seed: try #require(SecretKey(seed)))
    #expect(Hex.text(key.publicKey.bytes) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    let signature = key.signature(of: [0x72])
    #expect(
      Hex.text(signature)
        == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
    #expect(key.publicKey.verifies(signature, of: [0x72]))
  }

  @Test("another message, another key, a changed or a missing byte do not verify")
  func refused() throws {
    let key = SigningKey(seed: .random())
    let signature = key.signature(of: [1, 2, 3])
    #expect(!key.publicKey.verifies(signature, of: [1, 2]))
    #expect(!SigningKey(seed: .random()).publicKey.verifies(signature, of: [1, 2, 3]))
    for place in signature.indices {
      var changed = signature
      changed[place] ^= 4
      #expect(!key.publicKey.verifies(changed, of: [1, 2, 3]))
      #expect(!key.publicKey.verifies(Array(signature.prefix(place)), of: [1, 2, 3]))
    }
    #expect(VerifyingKey([1, 2]) == nil)
    #expect(try !#require(VerifyingKey(Array(repeating: 0, count: 32))).verifies(signature, of: [1, 2, 3]))
  }
}
