import CanonicalJSON
import Services
import Testing
import Vocabulary

@testable import Website

@Suite("The description for programs")
struct ApiDescriptionTests {
  static let paths: [ApiPath] = [
    .credentials, .states, .state("wa"), .tasks, .task("venipuncture"), .search, .check, .explain, .compare, .plan,
    .description,
  ]

  @Test("every address is described, and nothing else")
  func whole() throws {
    let description = try ApiDescription()
    #expect(description.names == Self.paths.map { "\($0.pattern) \($0.method)" }.sorted())
  }

  @Test("an address printed and read again is the same, in English alone", arguments: paths)
  func roundTrip(path: ApiPath) {
    #expect(Address(path: path.path)?.route == .api(path))
    #expect(Address(path: "/es" + path.path) == nil)
    #expect(Address(.api(path), .spanish).text == path.path)
    #expect(RoutePattern(.api(path)).text == path.pattern)
  }

  @Test(
    "a word or a pattern that is not held to is refused",
    arguments: [#"{"format": "date"}"#, #"{"oneOf": []}"#, #"{"pattern": "a.c"}"#, #"{"items": {"not": {}}}"#, "[]"])
  func unheld(text: String) throws {
    let json = try JSONReader().read(text)
    #expect(throws: SchemaError.self) { try Schema(json, at: "#") }
  }

  @Test("the questions are within what Accept and Content-Type say")
  func negotiation() {
    for accept in [nil, "", "*/*", "application/json", "text/html, application/*;q=0.2"] {
      #expect(ContentNegotiation.takesJSON(accept))
    }
    for accept in ["text/html", "application/json;q=0, */*", "application/xml;q=1"] {
      #expect(!ContentNegotiation.takesJSON(accept))
    }
    #expect(ContentNegotiation.isJSON("Application/JSON; charset=\"UTF-8\""))
    for type in [nil, "", "text/json", "application/json; charset=utf-16", "application/jsonx"] {
      #expect(!ContentNegotiation.isJSON(type))
    }
  }
}
