import Testing

@testable import Website

@Suite("Whose word about visitors counts")
struct TrustedProxiesTests {
  private func visitor(_ from: String?, _ forwarded: String?, of trusted: String? = "127.0.0.1, ::1, 10.0.0.2") throws
    -> String?
  {
    var inquiry = Inquiry(path: "/")
    inquiry.from = from
    inquiry.headers["x-forwarded-for"] = forwarded
    let proxies = try trusted.map { try #require(TrustedProxies($0)) } ?? .none
    return proxies.visitor(of: inquiry)
  }

  @Test("nobody is believed unless a setting names them")
  func untrusted() throws {
    try #expect(visitor("127.0.0.1", "203.0.113.9", of: nil) == "127.0.0.1")
    try #expect(visitor("198.51.100.7", "203.0.113.9") == "198.51.100.7")
    try #expect(visitor("10.0.0.3", "203.0.113.9") == "10.0.0.3")
    try #expect(visitor(nil, "203.0.113.9") == nil)
  }

  @Test("of a trusted proxy the last address counts, whatever the visitor wrote before it")
  func trusted() throws {
    try #expect(visitor("127.0.0.1", "203.0.113.9") == "203.0.113.9")
    try #expect(visitor("127.0.0.1", "192.0.2.1, 127.0.0.1, 203.0.113.9") == "203.0.113.9")
    try #expect(visitor("::ffff:127.0.0.1", "2001:db8::1") == "2001:db8::1")
    // Through two proxies, both named.
    try #expect(visitor("127.0.0.1", "192.0.2.1, 203.0.113.9, 10.0.0.2") == "203.0.113.9")
  }

  @Test(
    "what is no address leaves the proxy's own", arguments: [nil, "", " , ", "unknown", "203.0.113.9:80", "a b", "::1"])
  func nonsense(forwarded: String?) throws {
    try #expect(visitor("127.0.0.1", forwarded) == "127.0.0.1")
  }

  @Test(
    "a setting names addresses and nothing else", arguments: ["", ",", "localhost", "10.0.0.0/8", "127.0.0.1,", "*"])
  func refused(text: String) { #expect(TrustedProxies(text) == nil) }
}
