import CanonicalJSON

/// What went wrong, for programs (RFC 9457). It says nothing of the machine, of files or of people.
struct Problem: Sendable, Hashable {
  /// The status of HTTP.
  let status: Int
  /// The phrase of the status, as `about:blank` asks for it.
  let title: String
  /// One sentence for whoever wrote the program.
  let detail: String
  /// What else is told: numbers.
  var members: [String: Int32] = [:]
  /// What is wrong, one by one.
  var errors: [JSON] = []

  init(_ kind: ErrorPage.Kind, detail: String? = nil, members: [String: Int32] = [:]) {
    status = kind.status
    (title, self.detail) = (Self.title(kind), detail ?? Self.detail(kind))
    self.members = members
  }

  init(status: Int, title: String, detail: String, errors: [JSON]) {
    (self.status, self.title, self.detail, self.errors) = (status, title, detail, errors)
  }

  var reply: Reply {
    var object = JSONObject()
    for (name, value) in members { object[name] = .number(JSONNumber(value)) }
    object["type"] = "about:blank"
    object["title"] = .string(title)
    object["status"] = .number(JSONNumber(Int32(status)))
    object["detail"] = .string(detail)
    if !errors.isEmpty { object["errors"] = .array(errors) }
    return Reply(
      status: status,
      headers: [("Content-Type", "application/problem+json"), ("Cache-Control", "no-store")],
      body: JSON.object(object).bytes + Array("\n".utf8))
  }

  private static func title(_ kind: ErrorPage.Kind) -> String {
    switch kind {
    case .notFound: "Not Found"
    case .badRequest: "Bad Request"
    case .tooLarge: "Content Too Large"
    case .refused: "Forbidden"
    case .unknownCaller: "Unauthorized"
    case .wrongMethod: "Method Not Allowed"
    case .failed: "Internal Server Error"
    case .unavailable: "Service Unavailable"
    }
  }

  private static func detail(_ kind: ErrorPage.Kind) -> String {
    switch kind {
    case .notFound: "There is nothing at this address."
    case .badRequest: "The address or the body cannot be read."
    case .tooLarge: "The body is larger than this address takes."
    case .refused: "This request did not come from a page of this server."
    case .unknownCaller: "This address wants a bearer token."
    case .wrongMethod: "This address does not take this method."
    case .failed: "Something broke here. Nothing was changed."
    case .unavailable: "No answer in time. Try again later."
    }
  }
}

extension Inquiry {
  /// Whether a program asks, and so wants to hear of an error as `Problem` and not as a page.
  var isForPrograms: Bool {
    let first = path.split(separator: "/", maxSplits: 1).first
    return first == "api" || first == "health" || first == "metrics"
  }
}
