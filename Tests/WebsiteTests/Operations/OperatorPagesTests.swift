import CanonicalJSON
import Testing
import Vocabulary

@testable import Website

@Suite("Operator pages")
struct OperatorPagesTests {
  private struct Trouble: Error {}
  let capture = LogCapture()

  private func site(_ checks: [ReadinessCheck] = [], change: (inout OperatorPages) -> Void = { _ in }) -> Site {
    var site = Site(
      service: SampleService(), seal: Fixtures.seal, instance: "test", secureCookies: false,
      today: { Fixtures.today }, now: { 1_000 })
    site.operatorPages.readiness = Readiness(checks, log: capture.log())
    site.operatorPages.metrics = { "fobwatch_up 1\n" }
    change(&site.operatorPages)
    return site
  }

  @Test("a server whose checks hold is ready")
  func ready() async {
    let reply = await site([ReadinessCheck("database") {}]).reply(to: Inquiry(path: "/health/ready"))
    #expect(reply.status == 200 && text(reply) == "{\"status\":\"ready\"}\n")
  }

  @Test("a check that fails or hangs makes it unready: a problem without names; the log has the name")
  func unready() async throws {
    let checks = [
      ReadinessCheck("database") { throw Trouble() },
      ReadinessCheck("migrations", within: .milliseconds(20)) { try await Task.sleep(for: .seconds(600)) },
      ReadinessCheck("disk") {},
    ]
    let reply = await site(checks).reply(to: Inquiry(path: "/health/ready"))
    #expect(reply.status == 503 && reply["Content-Type"] == "application/problem+json")
    let problem = try JSONReader().read(reply.body)
    #expect(problem["status"]?.asWhole == 503 && problem["title"]?.asString == "Service Unavailable")
    #expect(problem["checks"]?.asWhole == 3 && problem["failed"]?.asWhole == 2)
    #expect(
      !text(reply).contains("database") && !text(reply).contains("migrations") && !text(reply).contains("Trouble"))
    let lines = capture.lines.joined()
    #expect(lines.contains("\"check\":\"database\",\"error\":\"Trouble\""))
    #expect(lines.contains("\"check\":\"migrations\",\"reason\":\"no answer\""))
  }

  @Test("a check that hangs is not started again before it has ended")
  func piling() async {
    let count = Counter()
    let check = ReadinessCheck("database", within: .milliseconds(10)) {
      count.add()
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
    }
    let readiness = Readiness([check], log: capture.log())
    for _ in 0..<5 { #expect(await readiness.failed() == 1) }
    #expect(count.value == 1)
  }

  @Test("a server that ends is not ready")
  func ending() async {
    let readiness = Readiness([], log: .none)
    #expect(await readiness.failed() == 0)
    await readiness.stop()
    #expect(await readiness.failed() == 1)
  }

  @Test("figures are for programs on this machine, and for the token from elsewhere")
  func access() async {
    func status(
      _ headers: [String: String], here: Bool, behindProxy: Bool = false, token: String? = "secret-token-0123"
    )
      async -> Int
    {
      var inquiry = Inquiry(path: "/metrics", headers: headers)
      inquiry.isFromThisMachine = here
      let site = site { $0.access = MetricsAccess(token: token, isBehindProxy: behindProxy) }
      return await site.reply(to: inquiry).status
    }
    let token = ["authorization": "Bearer secret-token-0123"]
    #expect(await status([:], here: true) == 200)
    #expect(await status([:], here: false) == 401)
    #expect(await status(token, here: false) == 200)
    #expect(await status(["authorization": "bearer secret-token-0123"], here: false) == 200)
    #expect(await status(["authorization": "Bearer secret-token-012"], here: false) == 401)
    #expect(await status(["authorization": "Basic secret-token-0123"], here: false) == 401)
    #expect(await status(["authorization": "Bearer "], here: false, token: nil) == 401)
    #expect(await status([:], here: true, behindProxy: true) == 401)
    #expect(await status(token, here: true, behindProxy: true) == 200)
    for header in ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"] {
      #expect(await status([header: "x"], here: true) == 401)
    }
  }

  @Test("a refused reader of figures hears what is wanted")
  func refusal() async {
    let reply = await site().reply(to: Inquiry(path: "/metrics"))
    #expect(reply.status == 401 && reply["WWW-Authenticate"] == "Bearer")
    #expect(reply["Content-Type"] == "application/problem+json" && !text(reply).contains("fobwatch_up"))
  }

  @Test("security.txt has a contact and an end, and is gone after it, or when nobody is named")
  func security() async throws {
    let contact = try SecurityContact(
      contact: "security@example.org", until: Fixtures.today, address: "https://fobwatch.example.org/")
    let path = Inquiry(path: "/.well-known/security.txt")
    let reply = await site { $0.security = contact }.reply(to: path)
    #expect(reply.status == 200 && reply["Content-Type"] == "text/plain; charset=utf-8")
    let end = Fixtures.today.next
    #expect(
      text(reply) == """
        Contact: mailto:security@example.org
        Expires: \(end)T00:00:00Z
        Preferred-Languages: en, es
        Canonical: https://fobwatch.example.org/.well-known/security.txt

        """)
    #expect(contact.text(on: end) == nil)
    #expect(await site().reply(to: path).status == 404)
  }

  @Test(
    "what is no address is no contact",
    arguments: ["", "example.org", "mailto:", "http://a.example", "a@b\nX: y", "ü@b"])
  func noContact(text: String) {
    #expect(throws: SecurityContact.ContactError.self) {
      try SecurityContact(contact: text, until: Fixtures.today)
    }
  }

  @Test("search engines are asked to leave pages about a person alone")
  func robots() async {
    let reply = await site().reply(to: Inquiry(path: "/robots.txt"))
    #expect(reply.status == 200 && text(reply).hasPrefix("User-agent: *\nDisallow: "))
    for path in ["/answers", "/es/question", "/metrics", "/api/"] { #expect(text(reply).contains(": \(path)\n")) }
  }

  private func text(_ reply: Reply) -> String { String(decoding: reply.body, as: UTF8.self) }
}
