import Cryptography
import Glibc
import Services
import Testing
import Vocabulary

@testable import MailDelivery

@Suite("Signed messages to organizations")
struct HookTests {
  /// The vector of the reference library of Standard Webhooks, standardwebhooks 1.1.0.
  @Test("the published signature")
  func vector() throws {
    let secret = try #require(HookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let body = Array("{\"test\": 2432232314}".utf8)
    let signature = secret.signature(id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body)
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    #expect(HookSecret(secret.text) == secret)
    #expect(HookSecret.fresh(from: .system).bytes.count == 32)
  }

  @Test("what is no secret", arguments: ["", "whsec_", "whsec_AAAA", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_*"])
  func noSecret(_ text: String) { #expect(HookSecret(text) == nil) }

  @Test(
    "an address is https with a name",
    arguments: [
      ("https://texts.example.org/fobwatch", true), ("https://texts.example.org:8443/a?b=c", true),
      ("http://texts.example.org/", false), ("https://127.0.0.1/", false), ("https://2130706433/", false),
      ("https://0x7f.1/", false), ("https://[::1]/", false), ("https://localhost/", false),
      ("https://user@texts.example.org/", false), ("https://texts.example.org:0/", false),
      ("https://texts.example.org/a b", false), ("https://texts.example.org\\@x.example/", false),
      ("https://-a.example/", false), ("ftp://texts.example.org/", false), ("https:///x", false),
      ("http://127.0.0.1:8000/x", false), ("https://texts.example.org/#x", false),
    ])
  func addresses(_ text: String, _ isOne: Bool) {
    #expect((HookAddress(text, HookPolicy()) != nil) == isOne)
    #expect(HookAddress("https://" + String(repeating: "a", count: 600) + ".example", HookPolicy()) == nil)
  }

  @Test("on this machine only where whoever runs it allows that")
  func here() {
    let policy = HookPolicy(allowsPrivate: true)
    #expect(HookAddress("http://127.0.0.1:8000/x", policy) != nil)
    #expect(HookAddress("http://10.0.0.1:8000/x", policy) == nil)
  }

  @Test(
    "addresses that are not public",
    arguments: [
      "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254", "169.254.169.254",
      "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.0.0.8", "198.18.0.1", "198.19.255.255", "224.0.0.1",
      "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:10.0.0.1",
      "::ffff:8.8.8.8", "64:ff9b::a00:1", "2002:a00:1::", "2001::1", "2001:db8::1",
    ])
  func special(_ text: String) throws { #expect(!PublicAddress.isPublic(try Self.bytes(text)), "\(text)") }

  @Test(
    "addresses that are",
    arguments: [
      "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.167.1.1", "198.17.1.1",
      "198.20.0.0", "2606:4700::1111", "2001:4860:4860::8888", "2a00:1450::1",
    ])
  func usual(_ text: String) throws { #expect(PublicAddress.isPublic(try Self.bytes(text)), "\(text)") }

  @Test("neither is anything else an address")
  func none() { #expect(!PublicAddress.isPublic([]) && !PublicAddress.isPublic([8, 8, 8])) }

  private static func bytes(_ text: String) throws -> [UInt8] {
    if text.contains(":") {
      var address = in6_addr()
      try #require(inet_pton(AF_INET6, text, &address) == 1)
      return withUnsafeBytes(of: address, Array.init)
    }
    var address = in_addr()
    try #require(inet_pton(AF_INET, text, &address) == 1)
    return withUnsafeBytes(of: address, Array.init)
  }

  @Test(
    "a name that stands for this machine is not told, nor an address that was once allowed",
    arguments: ["https://fob.localhost:9/x", "http://localhost:9/x"])
  func loopback(_ text: String) async throws {
    let address = try #require(HookAddress(text, HookPolicy(allowsPrivate: true)))
    let organization = Organization.ID.fresh(from: .system)
    let now = Instant(microseconds: 1_800_000_000_000_000)
    let hook = ReminderHook(
      organization: organization, address: address, secret: .fresh(from: .system), setAt: now)
    let message = OutgoingHook(
      id: "m-1", organization: organization, person: .fresh(from: .system), body: Array("{}".utf8))
    await #expect(throws: HookError.notPublic) {
      try await HookDelivery(HookPolicy()).tell(message, to: hook, at: now)
    }
    #expect(HookError.notPublic.isFinal && HookError.refused(code: 410).isFinal)
    #expect(!HookError.refused(code: 500).isFinal && !HookError.notReached("x").isFinal)
  }
}
