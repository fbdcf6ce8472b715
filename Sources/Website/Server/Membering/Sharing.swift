import Rules
import Services
import Vocabulary

/// Sessions, and what is shared.
extension MemberVisit {
  func sessionsPage() async throws -> Reply {
    let person = try person()
    let all = try await Sessions(accounts).list(of: person.account, by: .account(person), at: now)
    let lines = all.map { session in
      SessionsPage.Line(
        session: session.id, device: session.device, isThis: session.id == person.session,
        isShared: session.kind == .shared, began: "\(words(session.startedAt)), \(session.startedAt.utcTime)",
        used: "\(words(session.seenAt)), \(session.seenAt.utcTime)")
    }
    return page(SessionsPage(lines: lines, token: formToken).page(language))
  }

  func sessionEnd(_ form: Form) async throws -> Reply {
    let person = try person()
    if let text = form["session"] {
      guard let id = Session.ID(text: text) else { return redirect(.sessions) }
      try await Sessions(accounts).end(id, of: person.account, by: .account(person), at: now)
    } else {
      try await Sessions(accounts).endOthers(of: person.account, by: .account(person), at: now)
    }
    return redirect(.sessions)
  }

  private func sharingForm() async throws -> SharingPage {
    SharingPage(
      view: try await SharingOverview(accounts).look(for: try person()), now: now, token: formToken, words: words)
  }

  func sharingPage() async throws -> Reply { page(try await sharingForm().page(language)) }

  func share(_ form: Form) async throws -> Reply {
    let person = try person()
    var again = try await sharingForm()
    again.entered = Entered(form: form)
    again.picked = Set(form.all("kind").compactMap(EvidenceKind.init(rawValue:)))
    func refuse(_ field: String, _ message: Phrase) -> Reply {
      again.errors = [FormError(field: field, message: text(message))]
      return page(again.page(language), status: 422)
    }
    let parts = (form["with"] ?? "").split(separator: ":").map(String.init)
    guard parts.count == 2, let organization = Organization.ID(text: parts[0]),
      let purpose = Consent.Purpose(rawValue: parts[1])
    else { return refuse("with", Self.pickReceiver) }
    var until: Instant?
    if [again.entered.month, again.entered.day, again.entered.year].contains(where: { !$0.isEmpty }) {
      guard let day = BirthdayFields.day(again.entered) else { return refuse("month", Self.noDay) }
      // Through the end of that day, where days end last on earth.
      until = Instant(microseconds: (Int64(day.days) + 1) * 86_400_000_000) + .seconds(12 * 3600)
    }
    let draft = Consents.Draft(
      receiver: .organization(organization), purpose: purpose, kinds: again.picked, until: until)
    switch try await Consents(accounts).give(draft, by: person, at: now) {
    case .given: return redirect(.sharing)
    case .noReceiver, .otherPurpose: return refuse("with", Self.pickReceiver)
    case .nothingShared: return refuse("kind", Phrase("Pick at least one thing", "Elija al menos una cosa"))
    case .wrongTimes: return refuse("month", Phrase("Give a day that lies ahead", "Escriba un día futuro"))
    }
  }

  func sharingEnd(_ form: Form) async throws -> Reply {
    guard let id = form["consent"].flatMap(Consent.ID.init(text:)),
      try await Consents(accounts).revoke(id, by: try person(), at: now)
    else { return site.missing(Address(.member(.sharing), language)) }
    return redirect(.sharing)
  }

  // MARK: Parents and guardians

  func ownGuardianPage() async throws -> OwnGuardianPage {
    let person = try person()
    let view = try await SharingOverview(accounts).look(for: person)
    return OwnGuardianPage(isMinor: person.isMinor, hasGuardian: view.hasGuardian == true, token: formToken)
  }

  func askGuardian(_ form: Form) async throws -> Reply {
    var again = try await ownGuardianPage()
    again.typed = form["email"] ?? ""
    let answer = try await GuardianConsents(accounts).ask(
      email: again.typed, for: try person(), language: language, origin: origin, at: now)
    switch answer {
    case .mailed: return redirect(.mailed)
    case .notNeeded: return redirect(.ownGuardian)
    case .noAddress:
      let message = Phrase(
        "Give the address of somebody else, like parent@example.org",
        "Escriba la dirección de otra persona, como madre@example.org")
      again.errors = [FormError(field: "email", message: text(message))]
      return page(again.page(language), status: 422)
    case .wait(let until):
      again.errors = [waitError("email", until: until)]
      return waiting(again.page(language), until: until)
    }
  }

  func guardianPage(_ token: String) async throws -> Reply {
    guard let email = try await GuardianConsents(accounts).look(token, at: now) else { return guardianEnded() }
    return page(GuardianPage(route: route, email: email.text, token: formToken).page(language))
  }

  func guardian(_ token: String) async throws -> Reply {
    guard try await GuardianConsents(accounts).give(token, language: language, at: now) else {
      return guardianEnded()
    }
    return page(
      NoticePage(
        route: .mailed, title: Phrase("Your consent is on record", "Su permiso quedó registrado"),
        text: Phrase(
          "A mail with the link that takes it back is on its way.",
          "Le enviamos un correo con el enlace para retirarlo.")
      ).page(language))
  }

  var guardianWithdrawalPage: Page {
    ConfirmPage(
      route: route, token: formToken, title: Phrase("Take your consent back?", "¿Retirar su permiso?"),
      text: Phrase("Sharing with the school ends at once.", "Se deja de compartir con la escuela enseguida."),
      button: Phrase("Take it back", "Retirarlo")
    ).page(language)
  }

  func guardianWithdrawal(_ token: String) async throws -> Reply {
    guard try await GuardianConsents(accounts).withdraw(token, at: now) else { return guardianEnded() }
    return page(
      NoticePage(
        route: .mailed, title: Phrase("It is taken back", "Quedó retirado"),
        text: Phrase("Nothing is shared any more.", "Ya no se comparte nada.")
      ).page(language))
  }

  private func guardianEnded() -> Reply {
    let next = Link(text(Phrase("Go to the start", "Ir al inicio")), .page(.start))
    return page(NoticePage.linkEnded(.mailed, next: next, language), status: 410)
  }

  static let pickReceiver = Phrase("Pick one of the list", "Elija de la lista")
  static let noDay = Phrase("There is no such day", "No existe ese día")
}
