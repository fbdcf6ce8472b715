import Services

/// What the log says of getting in, of what was refused and of what was tried too often. Whoever looks into an attack begins
/// there: nobody is named but by the random identifier of an account, and nothing that was typed is in it.
extension MemberVisit {
  /// Somebody is signed in, by the way that the route names.
  func tellSignedIn(_ session: Session) {
    tell(.info, "signed-in", [.number("factors", session.factors), .account(session.account)])
  }

  func tellSignedOut() { tell(.info, "signed-out", account) }

  /// Somebody who wants to get in does not.
  func tellNotSignedIn(_ reason: StaticString) { tell(.warning, "sign-in-refused", [.word("reason", reason)]) }

  /// Something was tried too often.
  func tellWaiting() { tell(.warning, "tries-limited", account) }

  /// Somebody wants what they cannot have.
  func tellRefused(_ refusal: Refusal) {
    tell(.warning, "access-refused", [.ofOperator("reason", "\(refusal)")] + account)
  }

  /// A form without the token of the session.
  func tellStale() { tell(.warning, "form-refused", [.word("reason", "no token of the session")] + account) }

  /// A file that is not taken: why, and nothing of the file.
  func tellPaper(_ refusal: PaperRefusal) {
    tell(.info, "paper-refused", [.ofOperator("reason", refusal.rawValue)] + account)
  }

  private var account: [LogLine.Field] { signedIn.map { [.account($0.account)] } ?? [] }

  private func tell(_ level: LogLevel, _ event: StaticString, _ fields: [LogLine.Field]) {
    let route = LogLine.RouteField(pattern: RoutePattern(.member(route)), method: AskedMethod(inquiry.method))
    site.log.say(level, event, [.route(route)] + fields)
  }
}
