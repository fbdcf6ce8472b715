import Services
import Vocabulary

/// Changes of what somebody signs in with.
extension MemberVisit {
  private func hasFactor(_ person: SignedIn) async throws -> Bool {
    try await SecondFactors(accounts).standing(of: person.account, by: .account(person), at: now) != .off
  }

  func againPage(_ goal: MemberRoute) async throws -> Reply {
    page(AgainPage(goal: goal, token: formToken, hasFactor: try await hasFactor(try person())).page(language))
  }

  func again(_ goal: MemberRoute, _ form: Form) async throws -> Reply {
    let person = try person()
    var again = AgainPage(goal: goal, token: formToken, hasFactor: try await hasFactor(person))
    let outcome = try await PasswordChange(accounts).confirm(
      password: form["password"] ?? "", code: form["code"], for: person, at: now)
    switch outcome {
    case .done(let opened): return self.opened(opened, redirect(goal))
    case .wrongPassword, .refused:
      again.errors = [FormError(field: "password", message: text(Self.wrongPassword))]
    case .wrongCode: again.errors = [FormError(field: "code", message: text(Self.wrongCode))]
    case .wait(let until):
      again.errors = [waitError("password", until: until)]
      return waiting(again.page(language), until: until)
    }
    return page(again.page(language), status: 422)
  }

  func passwordChange(_ form: Form) async throws -> Reply {
    var errors: [FormError]
    let outcome = try await PasswordChange(accounts).change(
      from: form["password"] ?? "", to: form["new-password"] ?? "", for: try person(), at: now)
    switch outcome {
    case .done(let opened): return self.opened(opened, redirect(.account))
    case .refused(let refusal): errors = [refused(refusal)]
    case .wrongPassword, .wrongCode: errors = [FormError(field: "password", message: text(Self.wrongPassword))]
    case .wait(let until):
      errors = [waitError("password", until: until)]
      return waiting(PasswordPage(token: formToken, errors: errors).page(language), until: until)
    }
    return page(PasswordPage(token: formToken, errors: errors).page(language), status: 422)
  }

  func emailPage() async throws -> Reply { page(try await emailForm().page(language)) }

  private func emailForm() async throws -> EmailPage {
    let own = try await OwnAccount(accounts).look(for: try recentPerson(), at: now)
    return EmailPage(present: own.email.text, token: formToken)
  }

  func emailChange(_ form: Form) async throws -> Reply {
    let typed = form["email"] ?? ""
    var again = try await emailForm()
    again.typed = typed
    switch try await EmailChange(accounts).ask(email: typed, for: try person(), origin: origin, at: now) {
    case .mailed: return redirect(.mailed)
    case .noAddress:
      again.errors = [noAddress("email")]
      return page(again.page(language), status: 422)
    case .wait(let until):
      again.errors = [waitError("email", until: until)]
      return waiting(again.page(language), until: until)
    }
  }

  var emailConfirmationPage: Page {
    ConfirmPage(
      route: route, token: formToken, title: Phrase("Use this address?", "¿Usar esta dirección?"),
      text: Phrase(
        "From now on you sign in with it, and every session ends.",
        "Desde ahora inicia sesión con ella, y se cierran todas las sesiones."),
      button: Phrase("Use this address", "Usar esta dirección")
    ).page(language)
  }

  func emailConfirmation(_ token: String) async throws -> Reply {
    switch try await EmailChange(accounts).finish(token, at: now) {
    case .changed: return redirect(.signIn)
    case .linkEnded:
      let next = Link(text(Phrase("Your account", "Su cuenta")), .page(.member(.account)))
      return page(NoticePage.linkEnded(.account, next: next, language), status: 410)
    }
  }

  func deletion() async throws -> Reply {
    let person = try recentPerson()
    switch try await AccountDeletion(accounts).delete(person.account, by: .account(person), at: now) {
    case .deleted, .nothing:
      var reply = site.redirect(.start, language, keeping: Answers())
      reply.headers += [cookies.forget(.session), cookies.forget(.device)]
      return reply
    case .held(let kind, let reason, let through):
      return page(held(RefusalWording.text(kind, reason: reason, through: through)), status: 409)
    case .lastAdministrator:
      return page(
        held(
          Phrase(
            "You are the only administrator. Make somebody else one first.",
            "Usted es la única persona que administra. Primero nombre a otra.")), status: 409)
    }
  }

  func held(_ why: Phrase) -> Page {
    NoticePage(
      route: route.origin, title: Phrase("This account stays", "Esta cuenta se queda"), text: why,
      links: [Link(text(Phrase("Your account", "Su cuenta")), .page(.member(.account)))]
    ).page(language)
  }

  static let wrongPassword = Phrase("This password is wrong", "Esta contraseña no es correcta")
}
