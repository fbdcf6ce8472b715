import Services
import Vocabulary

/// Another password for somebody who has forgotten theirs.
extension MemberVisit {
  func forgotten(_ form: Form) async throws -> Reply {
    let email = form["email"] ?? ""
    let answer = try await PasswordReset(accounts).ask(email: email, language: language, origin: origin, at: now)
    switch answer {
    case .mailed: return redirect(.mailed)
    case .noAddress:
      let form = ForgottenPage(token: formToken, email: email, errors: [noAddress("email")])
      return page(form.page(language), status: 422)
    case .wait(let until):
      let form = ForgottenPage(token: formToken, email: email, errors: [waitError("email", until: until)])
      return waiting(form.page(language), until: until)
    }
  }

  func resetPage(_ token: String, _ errors: [FormError] = []) async throws -> Reply {
    guard try await PasswordReset(accounts).isGood(token, at: now) else { return resetEnded() }
    let form = NewPasswordPage(
      route: route, token: formToken, title: Phrase("Choose another password", "Elegir otra contraseña"),
      lead: Phrase(
        "Every session of the account ends. Then sign in with the new password.",
        "Se cierran todas las sesiones de la cuenta. Después inicie sesión con la contraseña nueva."),
      isShared: false, button: Phrase("Change the password", "Cambiar la contraseña"), errors: errors)
    return page(form.page(language), status: errors.isEmpty ? 200 : 422)
  }

  func reset(_ token: String, _ form: Form) async throws -> Reply {
    let outcome = try await PasswordReset(accounts).finish(
      token, password: form["new-password"] ?? "", manner(isShared: form["shared"] != nil), at: now)
    switch outcome {
    case .changed(let device):
      var reply = redirect(.signIn)
      reply.headers += cookies.remembered(device)
      return reply
    case .refused(let refusal): return try await resetPage(token, [refused(refusal)])
    case .linkEnded: return resetEnded()
    }
  }

  private func resetEnded() -> Reply {
    let again = Link(text(Phrase("Send another mail", "Enviar otro correo")), .page(.member(.forgotten)))
    return page(NoticePage.linkEnded(.forgotten, next: again, language), status: 410)
  }
}
