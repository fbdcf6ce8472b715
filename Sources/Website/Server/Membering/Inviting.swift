import Services
import Vocabulary

/// Accepting an invitation, with the account one has or a new one.
extension MemberVisit {
  func invitationPage(_ token: String, birthday: Entered = Entered(), _ errors: [FormError] = []) async throws -> Reply
  {
    guard let view = try await Invitations(accounts).look(token, at: now) else { return invitationEnded() }
    let role = RoleWording.text(view.role)
    let place = view.organization?.name
    let lead = Phrase(
      "You are invited to \(place ?? "this Fobwatch site") as \(role.en), for \(view.email.text).",
      "Le invitan a \(place ?? "este sitio de Fobwatch") como \(role.es), para \(view.email.text).")
    let title = Phrase("An invitation", "Una invitación")
    let status = errors.isEmpty ? 200 : 422
    if signedIn != nil {
      let form = ConfirmPage(
        route: route, token: formToken, title: title, text: lead, button: Phrase("Accept it", "Aceptarla"))
      return page(form.page(language), status: status)
    }
    if view.hasAccount {
      return page(
        NoticePage(
          route: route, title: title,
          text: Phrase(
            "\(lead.en) Sign in, then open the link of the mail once more.",
            "\(lead.es) Inicie sesión y abra otra vez el enlace del correo."),
          links: [Link(text(Phrase("Sign in", "Iniciar sesión")), .page(.member(.signIn)))]
        ).page(language))
    }
    let form = NewPasswordPage(
      route: route, token: nil, title: title, lead: lead, email: view.email.text, isShared: false,
      first: [BirthdayFields(entered: birthday, errors: errors).html(language)],
      button: Phrase("Make my account and accept", "Crear mi cuenta y aceptar"), errors: errors)
    return page(form.page(language), status: status)
  }

  func invitation(_ token: String, _ form: Form) async throws -> Reply {
    let acceptance = InvitationAcceptance(accounts)
    let outcome: InvitationAcceptance.Outcome
    let birthday = Entered(form: form)
    let noDay = [FormError(field: "month", message: text(BirthdayFields.error))]
    if let signedIn {
      outcome = try await acceptance.accept(token, as: signedIn, at: now)
    } else {
      guard let born = BirthdayFields.day(birthday) else {
        return try await invitationPage(token, birthday: birthday, noDay)
      }
      outcome = try await acceptance.acceptAnew(
        token, born: born, password: form["new-password"] ?? "", language: language,
        manner(isShared: form["shared"] != nil), at: now)
    }
    switch outcome {
    case .accepted(let opened): return self.opened(opened, redirect(.account))
    case .ended: return invitationEnded()
    case .hasAccount: return redirect(.signIn)
    case .otherAddress: return page(otherAddressPage, status: 409)
    case .refused(let refusal): return try await invitationPage(token, birthday: birthday, [refused(refusal)])
    case .noBirthday: return try await invitationPage(token, birthday: birthday, noDay)
    case .tooYoung: return page(tooYoungPage)
    }
  }

  private var otherAddressPage: Page {
    NoticePage(
      route: .account, title: Phrase("This is for another address", "Esto es para otra dirección"),
      text: Phrase(
        "Sign out, and open the link as the person who got the mail.",
        "Cierre la sesión y abra el enlace como la persona que recibió el correo."),
      links: [Link(text(Phrase("Your account", "Su cuenta")), .page(.member(.account)))]
    ).page(language)
  }

  private func invitationEnded() -> Reply {
    let next = Link(text(Phrase("Go to the start", "Ir al inicio")), .page(.start))
    return page(NoticePage.linkEnded(.mailed, next: next, language), status: 410)
  }
}
