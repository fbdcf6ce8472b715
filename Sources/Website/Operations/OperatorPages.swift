import Cryptography

/// What this server tells those who run it, and those who report a flaw.
struct OperatorPages: Sendable {
  /// Whether requests should be sent here.
  var readiness = Readiness([], log: .none)
  /// The figures, as text.
  var metrics: @Sendable () async -> String = { "" }
  var access = MetricsAccess()
  var security: SecurityContact?

  /// 200, or 503 with how many checks there were and how many did not hold.
  func ready() async -> Reply {
    let failed = await readiness.failed()
    guard failed == 0 else {
      let members = ["checks": Int32(max(readiness.count, failed)), "failed": Int32(failed)]
      let reasons = await readiness.reasons
      let detail = (["This server is not ready for requests."] + reasons).joined(separator: " ")
      return Problem(.unavailable, detail: detail, members: members).reply
    }
    return Reply(
      headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")],
      body: Array("{\"status\":\"ready\"}\n".utf8))
  }

  func figures(_ inquiry: Inquiry) async -> Reply {
    guard access.opens(to: inquiry) else {
      var reply = Problem(.unknownCaller).reply
      reply.headers.append(("WWW-Authenticate", "Bearer"))
      return reply
    }
    return Reply(
      headers: [("Content-Type", "text/plain; version=0.0.4; charset=utf-8"), ("Cache-Control", "no-store")],
      body: Array(await metrics().utf8))
  }
}

/// Who may read the figures: whoever has the token, and programs on this machine.
struct MetricsAccess: Sendable {
  var token: String?
  /// Behind a proxy on this machine every visitor seems to sit at it; there only the token opens.
  var isBehindProxy = false

  func opens(to inquiry: Inquiry) -> Bool {
    let words = (inquiry.headers["authorization"] ?? "").split(separator: " ", maxSplits: 1).map(String.init)
    if let token, words.count == 2, words[0].lowercased() == "bearer", ConstantTime.areEqual(words[1], token) {
      return true
    }
    let isForwarded = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"].contains {
      inquiry.headers[$0] != nil
    }
    return inquiry.isFromThisMachine && !isBehindProxy && !isForwarded
  }
}
