import Cryptography
import Testing

@Suite("One-time codes")
struct TOTPTests {
  let totp = TOTP(secret: Array("12345678901234567890".utf8))!

  @Test(
    "the last six digits of RFC 6238's examples",
    arguments: [
      (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
      (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
  func examples(now: Int64, code: String) {
    #expect(totp.code(at: now) == code)
    #expect(totp.matchedStep(code, at: now) == now / 30)
  }

  @Test("a code is good for the 30 seconds in which it is shown, and once")
  func lifetime() throws {
    let code = try #require(totp.code(at: 3_000))
    for now: Int64 in [3_000, 3_001, 3_029] { #expect(totp.matchedStep(code, at: now) == 100) }
    for now: Int64 in [0, 2_970, 2_999, 3_030, 3_059, 1_000_000] { #expect(totp.matchedStep(code, at: now) == nil) }
    #expect(totp.matchedStep(code, at: 3_000, lastUsed: 99) == 100)
    #expect(totp.matchedStep(code, at: 3_000, lastUsed: 100) == nil)
  }

  @Test("what is no code of six digits is wrong")
  func refused() {
    for code in ["", "28708", "2870821", "28708a", "+87082", " 87082", "２８７０８２"] {
      #expect(totp.matchedStep(code, at: 59) == nil, "\(code)")
    }
    #expect(totp.matchedStep("287082", at: -59) == nil && totp.code(at: -1) == nil)
    #expect(totp.matchedStep("287082", at: .max) == nil && totp.matchedStep("287082", at: .min) == nil)
    #expect(TOTP(secret: [1, 2, 3]) == nil && TOTP.newSecret().count == 20)
  }

  @Test("the secret as people type it, and as applications read it")
  func address() {
    #expect(totp.secretText == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    #expect(
      totp.address(issuer: "Fobwatch", account: "maría+1@example.org")
        == "otpauth://totp/Fobwatch:mar%C3%ADa%2B1%40example.org"
        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Fobwatch&algorithm=SHA1&digits=6&period=30")
  }
}
