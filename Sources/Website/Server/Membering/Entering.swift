import Services
import Vocabulary

/// Signing in and out.
extension MemberVisit {
  func signIn(_ form: Form) async throws -> Reply {
    let (email, isShared) = (form["email"] ?? "", form["shared"] != nil)
    func again(_ message: Phrase) -> SignInPage {
      SignInPage(
        token: formToken, email: email, isShared: isShared, errors: [FormError(field: "email", message: text(message))])
    }
    let answer = try await SignIn(accounts).attempt(
      email: email, password: form["password"] ?? "", manner(isShared: isShared), at: now)
    switch answer {
    case .refused:
      tellNotSignedIn("password")
      return page(again(Self.wrongPair).page(language), status: 422)
    case .disabled:
      tellNotSignedIn("disabled")
      return page(again(Self.disabled).page(language), status: 422)
    case .wait(let until):
      var form = again(Self.wrongPair)
      form.errors = [waitError("email", until: until)]
      return waiting(form.page(language), until: until)
    case .signedIn, .needsCode, .mailed: return try await goOn(answer, isShared: isShared)
    }
  }

  func secondStep(_ form: Form) async throws -> Reply {
    let half = halfSignIn
    let answer = try await SecondStep(accounts).attempt(
      ticket: half.ticket, code: form["code"] ?? "", manner(isShared: half.isShared), at: now)
    switch answer {
    case .signedIn(let opened): return try await entered(opened)
    case .refused:
      tellNotSignedIn("code")
      let error = FormError(field: "code", message: text(Self.wrongCode))
      return page(SecondStepPage(token: formToken, errors: [error]).page(language), status: 422)
    case .wait(let until):
      let form = SecondStepPage(token: formToken, errors: [waitError("code", until: until)])
      return waiting(form.page(language), until: until)
    case .ended: return stepEnded()
    }
  }

  func signInByMail(_ token: String) async throws -> Reply {
    let half = halfSignIn
    let answer = try await SignIn(accounts).attempt(
      mailed: token, ticket: half.ticket, manner(isShared: half.isShared), at: now)
    switch answer {
    case .signedIn, .needsCode, .mailed: return try await goOn(answer, isShared: half.isShared)
    case .refused, .disabled, .wait: return stepEnded()
    }
  }

  var signInByMailPage: Page {
    ConfirmPage(
      route: route, token: formToken, title: Phrase("The last step", "El último paso"),
      text: Phrase(
        "This works in the browser in which you gave your password.",
        "Esto funciona en el navegador donde escribió su contraseña."),
      button: Phrase("Sign in", "Iniciar sesión")
    ).page(language)
  }

  func signOut() async throws -> Reply {
    let sessions = Sessions(accounts)
    var isShared = false
    if let signedIn {
      let all = try await sessions.list(of: signedIn.account, by: .account(signedIn), at: now)
      isShared = all.contains { $0.id == signedIn.session && $0.kind == .shared }
    }
    if signedIn != nil { tellSignedOut() }
    if let sessionToken { try await sessions.signOut(sessionToken, at: now) }
    // Where others come after, the answers go too.
    var reply = site.redirect(.start, language, keeping: isShared ? Answers() : nil)
    reply.headers.append(cookies.forget(.session))
    // Going back shows nothing that was kept meanwhile.
    reply.headers.append(("Clear-Site-Data", "\"cache\""))
    return reply
  }

  var halfSignIn: HalfSignIn { HalfSignIn(text: inquiry.cookie(cookies.name(.step)) ?? "") }

  private func goOn(_ answer: SignIn.Answer, isShared: Bool) async throws -> Reply {
    switch answer {
    case .signedIn(let opened): return try await entered(opened)
    case .needsCode(let ticket): return step(ticket, isShared, to: .secondStep)
    case .mailed(let ticket):
      tellNotSignedIn("by mail")
      return step(ticket, isShared, to: .mailed)
    case .refused, .disabled, .wait: return redirect(.signIn)
    }
  }

  private func step(_ ticket: SecretToken, _ isShared: Bool, to route: MemberRoute) -> Reply {
    var reply = redirect(route)
    let age = Int(OneTimeToken.Purpose.secondStep.lifetime.components.seconds)
    reply.headers.append(cookies.set(.step, HalfSignIn(ticket: ticket.text, isShared: isShared).text, age: age))
    return reply
  }

  /// On to the account, signed in.
  func entered(_ opened: OpenedSession) async throws -> Reply {
    tellSignedIn(opened.session)
    // Only what somebody asked to keep is kept: who signs in may sit at another's browser.
    let next = answers.goal == nil ? .account : try await keepCarried(answers, opened)
    var reply = self.opened(opened, site.redirect(.member(next), language, keeping: afterKeeping(answers)))
    reply.headers.append(cookies.forget(.step))
    return reply
  }

  private func stepEnded() -> Reply {
    tellNotSignedIn("step ended")
    let again = Link(text(Phrase("Sign in", "Iniciar sesión")), .page(.member(.signIn)))
    return page(NoticePage.linkEnded(route, next: again, language), status: 410)
  }

  static let wrongPair = Phrase(
    "This address and this password do not belong together",
    "Esta dirección y esta contraseña no van juntas")
  static let disabled = Phrase(
    "This account is turned off. Write to those who run this site",
    "Esta cuenta está desactivada. Escriba a quienes administran este sitio")
  static let wrongCode = Phrase(
    "This code is wrong, or was used before. Wait for the next one",
    "Este código no es correcto o ya se usó. Espere el siguiente")
}
