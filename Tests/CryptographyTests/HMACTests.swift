import Cryptography
import Testing

@Suite("Codes of RFC 4231")
struct HMACTests {
  @Test(
    "test cases 1, 2, 4 and 6",
    arguments: [
      (
        Array(repeating: UInt8(0x0b), count: 20), Array("Hi There".utf8),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        Array(1...25), Array(repeating: UInt8(0xcd), count: 50),
        "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
      ),
      (
        Array(repeating: UInt8(0xaa), count: 131),
        Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ] as [([UInt8], [UInt8], String)])
  func vectors(key: [UInt8], text: [UInt8], code: String) {
    #expect(Hex.text(HMACSHA256(key: key).code(of: text).bytes) == code)
  }
}
