import Cryptography
import HTML
import Vocabulary

extension Site {
  /// The name of the cookie, and how long its value can be: browsers keep 4096 bytes with name and attributes.
  static let cookie = "fobwatch"
  /// Behind https browsers take it from this host alone, and from no neighbor (`__Host-`).
  var cookieName: String { secureCookies ? "__Host-" + Self.cookie : Self.cookie }
  static let longestCookie = 3_800
  /// Beyond this the page of answers offers a file.
  static let nearlyFull = 3_000

  /// A page of ours.
  func page(_ page: Page, status: Int = 200) -> Reply {
    let html = page.html(edition: service.edition(page.language), hasAccounts: members != nil)
    return Reply(
      status: status,
      headers: [
        ("Content-Type", "text/html; charset=utf-8"), ("Content-Language", page.language.rawValue),
        ("Cache-Control", page.isPersonal ? "no-store" : "no-cache"),
      ],
      body: html.bytes)
  }

  /// A page for what could not be shown.
  func page(_ error: ErrorPage) -> Reply {
    var reply = page(error.page(), status: error.status)
    reply.headers += hints(error.kind)
    return reply
  }

  /// What went wrong, as a page for people or as a problem for programs.
  func refusal(_ kind: ErrorPage.Kind, _ inquiry: Inquiry, at address: Address) -> Reply {
    guard inquiry.isForPrograms else { return page(ErrorPage(kind: kind, address: address)) }
    var reply = Problem(kind).reply
    reply.headers += hints(kind)
    return reply
  }

  private func hints(_ kind: ErrorPage.Kind) -> [(name: String, value: String)] {
    switch kind {
    case .wrongMethod: [("Allow", "GET, HEAD")]
    case .unavailable: [("Retry-After", "30")]
    case .notFound, .badRequest, .tooLarge, .refused, .unknownCaller, .failed: []
    }
  }

  /// On to another page, with these answers kept in the browser.
  func redirect(_ route: Route, _ language: Language, keeping answers: Answers? = nil) -> Reply {
    var headers = [("Location", Address(route, language).text), ("Cache-Control", "no-store")]
    if let answers { headers.append(("Set-Cookie", cookie(answers))) }
    return Reply(status: 303, headers: headers.map { (name: $0.0, value: $0.1) })
  }

  /// A text for a program, the same for everybody.
  func text(_ text: String) -> Reply {
    Reply(
      headers: [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "public, max-age=3600")],
      body: Array(text.utf8))
  }

  /// A file to save.
  func file(_ text: String, name: String, type: String) -> Reply {
    Reply(
      headers: [
        ("Content-Type", type), ("Content-Disposition", "attachment; filename=\"\(name)\""),
        ("Cache-Control", "no-store"),
      ],
      body: Array(text.utf8))
  }

  /// A file of our own; its name changes with its content.
  func file(_ asset: Asset) -> Reply {
    Reply(
      headers: [("Content-Type", asset.type), ("Cache-Control", "public, max-age=31536000, immutable")],
      body: asset.content)
  }

  /// The answers, sealed.
  func sealed(_ answers: Answers) -> String {
    seal.seal(KeptFile.text(answers), at: now())
  }

  private func cookie(_ answers: Answers) -> String {
    let (value, age) = answers.list.isEmpty ? ("", 0) : (sealed(answers), seal.lifetime)
    let secure = secureCookies ? "; Secure" : ""
    return "\(cookieName)=\(value); Path=/; Max-Age=\(age); HttpOnly; SameSite=Lax\(secure)"
  }
}
