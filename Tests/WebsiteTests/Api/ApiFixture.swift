import CanonicalJSON
import Testing
import Vocabulary

@testable import Website

/// A site that answers programs on the packs of the package folder.
enum ApiFixture {
  static func site(places: Int = 64) throws -> Site {
    var site = Site(
      service: SampleService(), seal: Fixtures.seal, instance: "test", secureCookies: false,
      today: { Fixtures.today }, now: { 1_000 })
    site.api = try Api(LiveFixture.service.base, LiveFixture.service.index, workers: 1, places: places)
    return site
  }

  static func get(_ path: String, _ query: String = "") async throws -> Reply {
    try await site().reply(to: Inquiry(path: "/api/v1/" + path, query: query))
  }

  static func post(_ path: String, _ body: String, _ headers: [String: String] = [:]) async throws -> Reply {
    try await site().reply(to: inquiry(path, body, headers))
  }

  static func inquiry(_ path: String, _ body: String, _ headers: [String: String] = [:]) -> Inquiry {
    var inquiry = Inquiry(method: "POST", path: "/api/v1/" + path, headers: ["content-type": "application/json"])
    inquiry.headers.merge(headers) { $1 }
    inquiry.body = Array(body.utf8)
    return inquiry
  }

  static func text(_ reply: Reply) -> String { String(decoding: reply.body, as: UTF8.self) }

  static func json(_ reply: Reply) throws -> JSON { try JSONReader().read(reply.body) }
}
