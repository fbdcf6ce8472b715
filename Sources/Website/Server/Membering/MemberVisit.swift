import Cryptography
import HTML
import Services
import Vocabulary

/// Somebody with or without an account at one of the pages for people with accounts.
final class MemberVisit: Sendable {
  let site: Site
  let members: Members
  let inquiry: Inquiry
  let route: MemberRoute
  let language: Language
  let now: Instant
  /// Nil: nobody is signed in.
  let signedIn: SignedIn?
  /// What each form of somebody signed in has to carry: it can be made only from the token of the session, which no other
  /// site knows.
  let formToken: String?
  /// Whether nobody has looked for a day whom to remind.
  let areRemindersLate: Bool

  init(
    site: Site, members: Members, inquiry: Inquiry, route: MemberRoute, language: Language, now: Instant,
    signedIn: SignedIn?, areRemindersLate: Bool = false
  ) {
    (self.site, self.members, self.inquiry, self.route) = (site, members, inquiry, route)
    (self.language, self.now, self.signedIn, self.areRemindersLate) = (language, now, signedIn, areRemindersLate)
    let token = inquiry.cookie(MemberCookies(isSecure: site.secureCookies).name(.session))
    formToken = signedIn == nil ? nil : token.map { FormToken.text(session: $0) }
  }

  var accounts: Accounts { members.accounts }
  var cookies: MemberCookies { MemberCookies(isSecure: site.secureCookies) }
  var sessionToken: String? { inquiry.cookie(cookies.name(.session)) }

  /// Who is signed in.
  ///
  /// - Throws: `Refusal.signInNeeded` when nobody is.
  func person() throws(Refusal) -> SignedIn {
    guard let signedIn else { throw .signInNeeded }
    return signedIn
  }

  /// As `person`, for whoever has just shown who they are.
  ///
  /// - Throws: `Refusal`.
  func recentPerson() throws(Refusal) -> SignedIn {
    let person = try person()
    guard person.isRecent else { throw .recentSignInNeeded }
    return person
  }

  /// How the browser is signed in.
  func manner(isShared: Bool) -> SignInManner {
    SignInManner(
      isShared: isShared, device: DeviceLabel(userAgent: inquiry.headers["user-agent"] ?? ""), origin: origin,
      session: sessionToken, knownDevice: isShared ? nil : inquiry.cookie(cookies.name(.device)))
  }

  /// Where the inquiry comes from; see `TrustedProxies`.
  var origin: Origin { inquiry.from.map { Origin(address: $0) } ?? .unknown }

  // MARK: Answers

  /// A page of somebody; whoever is signed in can sign out on each.
  ///
  /// - Parameter session: the session, when it has just got another token.
  func page(_ page: Page, status: Int = 200, session: OpenedSession? = nil) -> Reply {
    var page = page
    page.isPersonal = true
    if areRemindersLate {
      let note = Note(
        sign: .due, title: text(Phrase("Reminders are late.", "Los recordatorios van con retraso.")),
        text: text(
          Phrase(
            "Nobody has looked for a day whom to remind. Look at your days yourself, and tell those who run this site.",
            "Hace un día que nadie revisa a quién avisar. Revise sus fechas, y avise a quienes manejan este sitio.")))
      page.body = "<div class=\"mt-4\">\(note.html(language))</div>\n" + page.body
    }
    if let token = session.map({ FormToken.text(session: $0.token.text) }) ?? formToken {
      let out = MemberForm(
        action: .signOut, token: token, button: Phrase("Sign out", "Cerrar sesión"), look: "btn second small")
      page.body = page.body + "<div class=\"row mt-6 no-print\">\(out.html(language))</div>\n"
    }
    return site.page(page, status: status)
  }

  func redirect(_ route: MemberRoute) -> Reply { site.redirect(.member(route), language) }

  /// A form again, because all have to wait.
  func waiting(_ page: Page, until: Instant) -> Reply {
    tellWaiting()
    var reply = self.page(page, status: 429)
    reply.headers.append(("Retry-After", String(seconds(until: until))))
    return reply
  }

  func waitError(_ field: String, until: Instant) -> FormError {
    let minutes = (seconds(until: until) + 59) / 60
    return FormError(
      field: field,
      message: Phrase(
        minutes == 1 ? "Too many tries. Wait one minute" : "Too many tries. Wait \(minutes) minutes",
        minutes == 1 ? "Demasiados intentos. Espere un minuto" : "Demasiados intentos. Espere \(minutes) minutos")[
          language])
  }

  private func seconds(until: Instant) -> Int { max(1, Int((until - now).components.seconds) + 1) }

  /// The browser of somebody who has signed in, or whose session has another token.
  func opened(_ session: OpenedSession, _ reply: Reply) -> Reply {
    var reply = reply
    reply.headers += cookies.opened(session)
    return reply
  }

  func text(_ phrase: Phrase) -> String { phrase[language] }

  /// A day in words.
  func words(_ moment: Instant) -> String { site.service.words(for: moment.utcDay, language) }
}

/// What forms carry against other sites.
enum FormToken {
  static let field = "form"

  static func text(session: String) -> String {
    Base64.url.text(SHA256.digest(of: Array("fobwatch form 1:\(session)".utf8)).bytes)
  }
}

extension Instant {
  /// The day in UTC.
  var utcDay: CivilDate {
    let day: Int64 = 86_400_000_000
    return CivilDate(days: Int32(clamping: microseconds >= 0 ? microseconds / day : -((-microseconds + day - 1) / day)))
  }

  /// The time of the day in UTC: "14:05 UTC".
  var utcTime: String {
    let minutes = Int(((microseconds % 86_400_000_000) + 86_400_000_000) % 86_400_000_000 / 60_000_000)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(two(minutes / 60)):\(two(minutes % 60)) UTC"
  }
}
