import MailDelivery
import Testing

@Suite("Where a mail server is")
struct MailServerTests {
  @Test("addresses that are taken, and whether they are on this machine")
  func taken() {
    let cases = [
      ("smtps://mail.example.org", false), ("smtps://mail.example.org:465", false),
      ("smtp://mail.example.org:587/", false),
      ("smtp://localhost", true), ("smtp://127.0.0.1:2525", true), ("smtp://LOCALHOST:25", true),
      ("smtp://localhost.example.org", false),
    ]
    for (text, isHere) in cases { #expect(MailServer.Address(text)?.isHere == isHere, "\(text)") }
  }

  @Test(
    "what is none, or could lead elsewhere",
    arguments: [
      "", "mail.example.org", "http://mail.example.org", "smtp:/mail.example.org", "smtp://", "smtp://:587",
      "smtp://a:b:c", "smtp://a:0", "smtp://a:65536", "smtp://a:x", "smtp://user@a", "smtp://user:word@a", "smtp://a/b",
      "smtp://a?b", "smtp://a b", "smtp://a\r\nb", "smtps://a:465/x",
    ])
  func refused(_ text: String) { #expect(MailServer.Address(text) == nil) }
}
