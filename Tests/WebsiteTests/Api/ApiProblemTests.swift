import CanonicalJSON
import Services
import Testing
import Vocabulary

@testable import Website

@Suite("Problems told to programs")
struct ApiProblemTests {
  @Test("a body that breaks off says on which line")
  func brokenOff() async throws {
    let reply = try await ApiFixture.post("check", "{\"person\":\n  {\"person_file\": }}")
    #expect(reply.status == 400 && reply["Content-Type"] == "application/problem+json")
    #expect(
      ApiFixture.text(reply) == """
        {"detail":"The request is not as /api/v1/openapi.json describes it.","errors":[{"advice":"Check it with any reader \
        of JSON","detail":"expected a value, found something else","expected":"a value","found":"something else",\
        "in":"body","where":"line 2, column 19"}],"status":400,"title":"Bad Request","type":"about:blank"}

        """)
  }

  @Test("what is not as described is told all at once, each with its pointer")
  func notDescribed() async throws {
    let reply = try await ApiFixture.post(
      "explain", #"{"person": {"person_file": 1, "attempts": [{"result": "lost"}]}, "on": "soon", "a/b": 1}"#)
    #expect(reply.status == 400)
    let errors = try #require(try ApiFixture.json(reply)["errors"]?.asArray)
    #expect(errors.compactMap { $0["where"]?.asString } == ["", "/a~1b", "/on", "/person/attempts/0/result"])
    #expect(errors[0]["expected"] == "'subject'" && errors[0]["advice"] == "Add it")
    #expect(errors[2]["expected"] == "text (2026-11-22)" && errors[2]["found"] == "'soon'")
    #expect(errors[3]["expected"] == "one of 'passed', 'failed', 'unknown'")
  }

  @Test("a record that cannot be is told where it stands in the person file")
  func impossibleRecord() async throws {
    let reply = try await ApiFixture.post(
      "check",
      #"{"person": {"person_file": 1, "attempts": [{"of": "aama/cma"}, {"of": "x/y"}], "cards": [{"issued": "2026-02-30"}]}}"#
    )
    #expect(reply.status == 422)
    let errors = try #require(try ApiFixture.json(reply)["errors"]?.asArray)
    #expect(
      errors.compactMap { $0["where"]?.asString } == ["/person/attempts/1/of", "/person/cards/0/issued"])
    #expect(errors[1]["found"]?.asString?.contains("2026-02-30") == true)
  }

  @Test("an unknown state is not found, and the problem says what is expected")
  func unknownState() async throws {
    let reply = try await ApiFixture.get("states/zz")
    #expect(reply.status == 404)
    let error = try #require(try ApiFixture.json(reply)["errors"]?.asArray?.first)
    #expect(error["in"] == "path" && error["where"] == "code" && error["found"] == "'zz'")
    #expect(error["expected"]?.asString?.hasPrefix("a state (AL") == true)
  }

  @Test(
    "other refusals have their status",
    arguments: [
      (405, "GET", [:]), (415, "POST", ["content-type": "text/plain"]), (415, "POST", ["content-encoding": "gzip"]),
      (406, "POST", ["accept": "text/html"]), (403, "POST", ["origin": "https://elsewhere.example"]),
    ] as [(Int, String, [String: String])])
  func refused(status: Int, method: String, headers: [String: String]) async throws {
    var inquiry = ApiFixture.inquiry("compare", #"{"person": {"person_file": 1}}"#, headers)
    inquiry.method = method
    let reply = try await ApiFixture.site().reply(to: inquiry)
    #expect(reply.status == status && reply["Content-Type"] == "application/problem+json")
    #expect(try ApiFixture.json(reply)["status"]?.asWhole == Int64(status))
    #expect((reply["Allow"] == "OPTIONS, POST") == (status == 405))
  }

  @Test("when as many wait as there are places, the next is asked to come back")
  func busy() async throws {
    let site = try ApiFixture.site(places: 0)
    let inquiry = ApiFixture.inquiry("plan", #"{"person": {"person_file": 1}, "goal": "all"}"#)
    let statuses = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<20 { group.addTask { await site.reply(to: inquiry).status } }
      return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(Set(statuses.keys).isSubset(of: [200, 503]) && statuses[200, default: 0] > 0)
    let reply = ApiError(.busy, headers: ["Retry-After": "30"]).reply
    #expect(reply.status == 503 && reply["Retry-After"] == "30")
  }
}
