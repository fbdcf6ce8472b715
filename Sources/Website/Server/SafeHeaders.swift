/// What every answer tells the browser not to do.
enum SafeHeaders {
  /// Nothing from elsewhere, nothing inline, no frames around us, forms only to us.
  static let policy = [
    "default-src 'none'", "style-src 'self'", "img-src 'self' data:", "script-src 'self'", "form-action 'self'",
    "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  /// The same for the one page whose script sends something, to us.
  static let sendingPolicy = policy + "; connect-src 'self'"

  /// For what somebody has sent: shown or saved, and nothing more.
  static let paperPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

  /// Behind https: browsers come back by https alone, for two years.
  static let onlyEncrypted = (
    name: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains"
  )

  /// `same-origin` keeps our addresses from others as `no-referrer` does; with the latter a browser would send
  /// `Origin: null` with our own forms, and over plain http nothing else tells them from foreign ones.
  static let all: [(name: String, value: String)] = [
    ("Content-Security-Policy", policy),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
  ]
}
