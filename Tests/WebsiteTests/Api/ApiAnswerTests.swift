import CanonicalJSON
import Knowledge
import Services
import Testing
import Vocabulary

@testable import Website

@Suite("Answers to programs")
struct ApiAnswerTests {
  private let person = #"{"person_file": 1, "all_complete": true, "person": {"age": "18-or-over"}}"#

  @Test(
    "questions without a person are answered",
    arguments: [
      ("credentials", ""), ("states", "task=venipuncture&with=aama%2Fcma"), ("states/wa", "lang=es"), ("tasks", ""),
      ("tasks/venipuncture", "state=wa&state=CA"), ("search", "q=injections&most=2"), ("openapi.json", ""),
    ])
  func asked(path: String, query: String) async throws {
    let reply = try await ApiFixture.get(path, query)
    #expect(reply.status == 200 && reply["Content-Type"] == "application/json")
    #expect(reply["Cache-Control"] == "no-cache" && reply["Set-Cookie"] == nil)
    _ = try ApiFixture.json(reply)
  }

  @Test(
    "questions about a person are answered, and the answer is stored by nobody",
    arguments: [
      ("check", #""for": ["aama/cma"]"#), ("explain", #""subject": "aama/cma", "flip": true"#),
      ("compare", #""all": true"#),
      ("plan", #""goal": "all""#), ("plan", #""whatIf": ["fail 1"], "goal": "nha/ccma""#),
      ("plan", #""whatIf": ["move WA 2027-03-01"]"#),
    ])
  func told(path: String, question: String) async throws {
    let reply = try await ApiFixture.post(path, #"{"person": \#(person), \#(question)}"#)
    #expect(reply.status == 200, "\(ApiFixture.text(reply))")
    #expect(reply["Cache-Control"] == "no-store" && reply["Set-Cookie"] == nil)
  }

  @Test("the answer is the report that the command prints")
  func sameReport() async throws {
    let base = LiveFixture.service.base
    let inquiry = Services.Inquiry(asOf: Fixtures.today)
    let file = try PersonJSON.read(try JSONReader().read(person), base, today: Fixtures.today)
    let answer = try Subjects.determine("aama/cma", base, file.evidence, inquiry)
    let report = DeterminationReport(answer, edition: base.edition, language: .spanish, explain: true)
    let reply = try await ApiFixture.post("explain", #"{"person": \#(person), "subject": "aama/cma", "lang": "es"}"#)
    #expect(ApiFixture.text(reply) == (try JSON.text(report)) + "\n")
  }

  @Test("OPTIONS names the methods; HEAD is without a body")
  func methods() async throws {
    var inquiry = Inquiry(method: "OPTIONS", path: "/api/v1/check")
    let site = try ApiFixture.site()
    let options = await site.reply(to: inquiry)
    #expect(options.status == 204 && options["Allow"] == "OPTIONS, POST" && options.body.isEmpty)
    #expect(options["Access-Control-Allow-Origin"] == nil)
    inquiry = Inquiry(method: "HEAD", path: "/api/v1/tasks")
    let head = await site.reply(to: inquiry)
    #expect(head.status == 200 && head.body.isEmpty && head["Content-Type"] == "application/json")
  }

  @Test("a site without the interface has nothing there")
  func without() async throws {
    var site = try ApiFixture.site()
    site.api = nil
    let reply = await site.reply(to: Inquiry(path: "/api/v1/tasks"))
    #expect(reply.status == 404 && reply["Content-Type"] == "application/problem+json")
  }
}
