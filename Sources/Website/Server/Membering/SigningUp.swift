import Services
import Vocabulary

/// Making an account.
extension MemberVisit {
  func signUpPage() -> Page {
    SignUpPage(token: formToken, answers: answers.list.count).page(language)
  }

  func signUp(_ form: Form) async throws -> Reply {
    let (email, birthday) = (form["email"] ?? "", Entered(form: form))
    func filled(_ error: FormError) -> Page {
      SignUpPage(
        token: formToken, email: email, birthday: birthday, errors: [error], answers: answers.list.count
      ).page(language)
    }
    func again(_ error: FormError) -> Reply { page(filled(error), status: 422) }
    let noDay = FormError(field: "month", message: text(BirthdayFields.error))
    guard let born = BirthdayFields.day(birthday) else { return again(noDay) }
    let request = SignUp.Request(
      email: email, born: born, language: language, carried: Array(KeptFile.text(answers).utf8), origin: origin)
    switch try await SignUp(accounts).ask(request, at: now) {
    case .mailed: return redirect(.mailed)
    case .noAddress: return again(noAddress("email"))
    case .noBirthday, .tooMuchCarried: return again(noDay)
    case .tooYoung: return page(tooYoungPage)
    case .wait(let until): return waiting(filled(waitError("email", until: until)), until: until)
    }
  }

  func signUpFinishPage(_ token: String, _ errors: [FormError] = []) async throws -> Reply {
    guard let email = try await SignUp(accounts).look(token, at: now) else { return signUpEnded() }
    let form = NewPasswordPage(
      route: route, token: formToken, title: Phrase("Choose a password", "Elija una contraseña"),
      lead: Phrase("For the account of \(email.text).", "Para la cuenta de \(email.text)."), email: email.text,
      isShared: false, button: Phrase("Make my account", "Crear mi cuenta"), errors: errors)
    return page(form.page(language), status: errors.isEmpty ? 200 : 422)
  }

  func signUpFinish(_ token: String, _ form: Form) async throws -> Reply {
    let outcome = try await SignUp(accounts).finish(
      token, password: form["new-password"] ?? "", manner(isShared: form["shared"] != nil), at: now)
    switch outcome {
    case .signedUp(let opened, let carried):
      let kept = KeptFile.answers(text: String(decoding: carried, as: UTF8.self)) ?? Answers()
      // The mail may have been opened in another browser: the answers come along, unless it has its own.
      let isNew = answers.list.isEmpty && !kept.list.isEmpty
      tellSignedIn(opened.session)
      let next = try await keepCarried(answers.list.isEmpty && answers.goal == nil ? kept : answers, opened)
      return self.opened(opened, site.redirect(.member(next), language, keeping: afterKeeping(isNew ? kept : answers)))
    case .refused(let refusal): return try await signUpFinishPage(token, [refused(refusal)])
    case .linkEnded: return signUpEnded()
    case .alreadySignedUp: return redirect(.signIn)
    }
  }

  /// The answers that the browser keeps.
  var answers: Answers { site.visit(Address(.member(route), language), inquiry).answers }

  func refused(_ refusal: PasswordRefusal) -> FormError {
    FormError(field: "new-password", message: text(PasswordWording.text(refusal)))
  }

  func noAddress(_ field: String) -> FormError {
    FormError(
      field: field,
      message: text(
        Phrase("Give a mail address, like maya@example.org", "Escriba una dirección de correo, como maya@example.org")))
  }

  var tooYoungPage: Page {
    NoticePage(
      route: .signUp, title: Phrase("No account under 13", "Sin cuenta antes de los 13 años"),
      text: Phrase(
        "We have kept nothing. All answers of Fobwatch are there without an account.",
        "No guardamos nada. Todas las respuestas de Fobwatch están ahí sin cuenta."),
      links: [Link(text(Phrase("Go to the start", "Ir al inicio")), .page(.start))]
    ).page(language)
  }

  private func signUpEnded() -> Reply {
    let again = Link(text(Phrase("Make an account", "Crear una cuenta")), .page(.member(.signUp)))
    return page(NoticePage.linkEnded(.signUp, next: again, language), status: 410)
  }
}
