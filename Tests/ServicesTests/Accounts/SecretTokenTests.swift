import Cryptography
import Testing

@testable import Services

@Suite("Tokens and codes")
struct SecretTokenTests {
  @Test("a token is read back, and not shown by what shows values")
  func tokens() throws {
    let token = SecretToken.fresh(from: .system)
    #expect(token.text.utf8.count == 43)
    let again = try #require(SecretToken(text: token.text))
    #expect(again.digest(for: "session") == token.digest(for: "session"))
    #expect(!"\(token)".contains(token.text) && !String(reflecting: token).contains(token.text))
    for wrong in ["", "x", token.text + "A", String(token.text.dropLast()), String(repeating: "!", count: 43)] {
      #expect(SecretToken(text: wrong) == nil)
    }
  }

  @Test("a token for one purpose is not found for another")
  func purposes() {
    let token = SecretToken.fresh(from: .system)
    let digests =
      OneTimeToken.Purpose.allCases.map { token.digest(for: $0) } + [
        token.sessionDigest, token.deviceDigest, token.invitationDigest,
      ]
    #expect(Set(digests).count == digests.count)
  }

  @Test("no token has fewer than 256 random bits, no recovery code fewer than 120, and no two are alike")
  func chance() {
    #expect(SecretToken.size * 8 == 256)
    // Six bits a character, five bits a character.
    #expect(SecretToken.fresh(from: .system).text.count * 6 >= 256)
    #expect(RecoveryCode.fresh(from: .system).text.filter { $0 != "-" }.count * 5 == 120)
    #expect(Set((0..<1000).map { _ in SecretToken.fresh(from: .system).text }).count == 1000)
    #expect(Set((0..<1000).map { _ in RecoveryCode.fresh(from: .system).text }).count == 1000)
  }

  @Test("a recovery code is read however it is typed")
  func recoveryCodes() throws {
    let code = RecoveryCode.fresh(from: .system)
    #expect(code.text.split(separator: "-").map(\.count) == [4, 4, 4, 4, 4, 4])
    let plain = code.text.filter { $0 != "-" }
    #expect(RecoveryCode(text: plain)?.digest == code.digest)
    #expect(RecoveryCode(text: plain.lowercased())?.digest == code.digest)
    for wrong in ["", "123456", plain + "A", String(plain.dropLast()), String(repeating: "1", count: 24)] {
      #expect(RecoveryCode(text: wrong) == nil)
    }
    #expect(!"\(code)".contains(plain.prefix(4)))
  }
}
