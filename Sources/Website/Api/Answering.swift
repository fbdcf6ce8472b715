import Vocabulary

extension Site {
  /// Answers a program: JSON, or a problem that says what is wrong and where.
  func answer(_ path: ApiPath, _ inquiry: Inquiry) async -> Reply {
    guard let api else { return Problem(.notFound).reply }
    let isAsked = inquiry.method == path.method || (inquiry.method == "HEAD" && path.method == "GET")
    do {
      if inquiry.method == "OPTIONS" { return Reply(status: 204, headers: [("Allow", path.methods)]) }
      guard isAsked else { throw ApiError(.wrongMethod, headers: ["Allow": path.methods]) }
      guard path.method == "GET" || inquiry.isOurs else { return Problem(.refused).reply }
      guard ContentNegotiation.takesJSON(inquiry.headers["accept"]) else {
        throw ApiError(.notAcceptable, [.header("Accept", "application/json", inquiry)])
      }
      if path.method == "POST" { try Self.checkMedia(inquiry) }
      let body = try await api.answer(path, inquiry, today: today())
      return Reply(
        headers: [
          ("Content-Type", "application/json"), ("Cache-Control", path.method == "POST" ? "no-store" : "no-cache"),
        ], body: body)
    } catch let error as ApiError {
      return error.reply
    } catch is CancellationError {
      return ApiError(.busy, headers: ["Retry-After": "30"]).reply
    } catch {
      log.say(
        .error, "handler-failed",
        [
          .route(LogLine.RouteField(pattern: RoutePattern(.api(path)), method: AskedMethod(inquiry.method))),
          .error(error),
        ])
      return Problem(.failed).reply
    }
  }

  private static func checkMedia(_ inquiry: Inquiry) throws(ApiError) {
    guard ContentNegotiation.isJSON(inquiry.headers["content-type"]) else {
      throw ApiError(.unsupportedMedia, [.header("Content-Type", "application/json", inquiry)])
    }
    let coding = inquiry.headers["content-encoding"] ?? "identity"
    guard coding.lowercased() == "identity" else {
      throw ApiError(.unsupportedMedia, [.header("Content-Encoding", "none", inquiry)])
    }
  }
}

extension ApiFault {
  fileprivate static func header(_ name: String, _ expected: String, _ inquiry: Inquiry) -> ApiFault {
    let found = inquiry.headers[name.lowercased()].map { "'\($0)'" } ?? "none"
    return ApiFault(.header, name, expected: expected, found: found)
  }
}
