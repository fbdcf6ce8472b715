import Testing

@testable import Services

@Suite("Mail addresses")
struct EmailAddressTests {
  @Test(
    "what is an address",
    arguments: [
      ("maya@example.org", "maya@example.org"), ("  Maya.Lopez@Example.ORG \n", "Maya.Lopez@example.org"),
      ("o'neil+fob@mail.example.co.uk", "o'neil+fob@mail.example.co.uk"), ("a@b.cd", "a@b.cd"),
      ("x@xn--bcher-kva.example", "x@xn--bcher-kva.example"),
    ])
  func good(typed: String, text: String) throws {
    let email = try #require(EmailAddress(typed))
    #expect(email.text == text)
    #expect(email.normalized == text.lowercased())
    #expect(EmailAddress(email.text) == email)
  }

  @Test(
    "what is none",
    arguments: [
      "", "   ", "maya", "@example.org", "maya@", "maya@example", "maya@@example.org", "ma ya@example.org",
      "maya@exam ple.org", ".maya@example.org", "maya.@example.org", "ma..ya@example.org", "maya@.org", "maya@example.",
      "maya@-example.org", "maya@example-.org", "maya@example.123", "\"maya\"@example.org", "maya@[127.0.0.1]",
      "maya@example.org\r\nBcc: all@example.org", "mayá@example.org", "maya@exämple.org",
      "maya@example.org,eve@example.org",
      "<maya@example.org>", String(repeating: "a", count: 65) + "@example.org",
      "a@" + String(repeating: "b.", count: 130) + "org", String(repeating: "a@b.c", count: 1000),
    ])
  func bad(typed: String) { #expect(EmailAddress(typed) == nil) }

  @Test("an address is not shown by what shows values")
  func hidden() throws {
    let email = try #require(EmailAddress("maya@example.org"))
    #expect(!"\(email)".contains("maya") && !String(reflecting: email).contains("maya"))
    var dumped = ""
    dump(email, to: &dumped)
    #expect(!dumped.contains("maya"))
  }
}
