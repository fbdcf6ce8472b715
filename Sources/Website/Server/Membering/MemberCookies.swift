import Services

/// What the browser of somebody with an account keeps for us. No script can read any of it.
///
/// Behind https the names begin with `__Host-`: browsers then take them from this site alone, for all of it, encrypted.
struct MemberCookies {
  /// Which cookie.
  enum Name: String, CaseIterable {
    /// The token of the session.
    case session = "fob-session"
    /// By what the browser is known to have been signed in before.
    case device = "fob-device"
    /// A sign-in that is half done.
    case step = "fob-step"
  }

  let isSecure: Bool

  /// The name as the browser knows it.
  func name(_ name: Name) -> String { (isSecure ? "__Host-" : "") + name.rawValue }

  /// Sets one.
  ///
  /// - Parameter age: in seconds; nil: until the browser is closed.
  func set(_ name: Name, _ value: String, age: Int?) -> (name: String, value: String) {
    let lasting = age.map { "; Max-Age=\($0)" } ?? ""
    return (
      "Set-Cookie",
      "\(self.name(name))=\(value); Path=/\(lasting); HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")"
    )
  }

  /// Has the browser forget one.
  func forget(_ name: Name) -> (name: String, value: String) { set(name, "", age: 0) }

  /// What the browser keeps of a session that has begun or got another token.
  func opened(_ opened: OpenedSession) -> [(name: String, value: String)] {
    let kind = opened.session.kind
    let age = kind.isForgottenOnClose ? nil : Int(kind.longest.components.seconds)
    return [set(.session, opened.token.text, age: age)] + remembered(opened.knownDevice)
  }

  /// What the browser keeps to be known by.
  func remembered(_ device: SecretToken?) -> [(name: String, value: String)] {
    device.map { [set(.device, $0.text, age: Int(KnownDevice.lifetime.components.seconds))] } ?? []
  }
}

/// A sign-in that is half done, as the browser keeps it.
struct HalfSignIn {
  let ticket: String
  let isShared: Bool

  var text: String { ticket + (isShared ? ".shared" : "") }

  init(ticket: String, isShared: Bool) { (self.ticket, self.isShared) = (ticket, isShared) }

  /// Reads what `text` wrote.
  init(text: String) {
    let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
    self.init(ticket: parts.first ?? "", isShared: parts.count == 2 && parts[1] == "shared")
  }
}
