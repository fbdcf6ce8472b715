import Services
import Vocabulary

/// What administrators do.
extension MemberVisit {
  /// How many accounts stand on a page.
  static let accountsAtOnce = 50
  /// How many organizations do.
  static let mostOrganizations = 1000

  private func administrationForm() async throws -> AdministrationPage {
    let requester = Requester.account(try person())
    let all = try await Organizations(accounts).list(
      after: nil, limit: Self.mostOrganizations, by: requester, at: now)
    let mayInvite = AccessPolicy.decide(requester, .invite(.administrator), on: .installation, at: now).isAllowed
    return AdministrationPage(
      organizations: all.sorted { $0.name < $1.name },
      invitations: mayInvite ? try await Invitations(accounts).list(to: nil, by: requester, at: now) : nil,
      token: formToken)
  }

  func administrationPage() async throws -> Reply { page(try await administrationForm().page(language)) }

  func organizationNew(_ form: Form) async throws -> Reply {
    guard let kind = form["kind"].flatMap(Organization.Kind.init(rawValue:)) else { return nothingHere }
    let name = form["name"] ?? ""
    let made = try await Organizations(accounts).create(name: name, kind: kind, by: .account(try person()), at: now)
    if let made { return redirect(.organization(made.id)) }
    var again = try await administrationForm()
    again.name = name
    again.errors = [
      FormError(
        field: "name", message: text(Phrase("A name has 1 to 200 characters", "Un nombre tiene de 1 a 200 caracteres")))
    ]
    return page(again.page(language), status: 422)
  }

  func administratorInvite(_ form: Form) async throws -> Reply {
    let email = form["email"] ?? ""
    let sent = try await Invitations(accounts).invite(
      email: email, to: nil, as: .administrator, language: language, by: .account(try person()), at: now)
    guard sent == nil else { return redirect(.administration) }
    var again = try await administrationForm()
    (again.typed, again.errors) = (email, [noAddress("email")])
    return page(again.page(language), status: 422)
  }

  func accountsPage(after: Account.ID?) async throws -> Reply {
    page(try await accountsForm(after: after).page(language))
  }

  private func accountsForm(after: Account.ID?) async throws -> AccountsPage {
    let found = try await Administrators(accounts).list(
      after: after, limit: Self.accountsAtOnce, by: .account(try person()), at: now)
    return AccountsPage(
      accounts: found, next: found.count == Self.accountsAtOnce ? found.last?.account.id : nil, token: formToken)
  }

  func findAccount(_ form: Form) async throws -> Reply {
    let email = form["email"] ?? ""
    let found = try await Administrators(accounts).find(email: email, by: .account(try person()), at: now)
    if let found { return redirect(.administered(found.id)) }
    var again = try await accountsForm(after: nil)
    again.typed = email
    again.errors = [
      FormError(
        field: "email", message: text(Phrase("No account has this address", "Ninguna cuenta tiene esta dirección")))
    ]
    return page(again.page(language), status: 422)
  }

  private func administeredForm(_ id: Account.ID) async throws -> AdministeredPage? {
    let person = try person()
    guard let listing = try await Administrators(accounts).look(id, by: .account(person), at: now) else { return nil }
    let sessions = try await Sessions(accounts).list(of: id, by: .account(person), at: now)
    return AdministeredPage(
      listing: listing, sessions: sessions, isOwn: id == person.account, token: formToken, words: words)
  }

  func administeredPage(_ id: Account.ID) async throws -> Reply {
    guard let form = try await administeredForm(id) else { return nothingHere }
    return page(form.page(language))
  }

  func administer(_ id: Account.ID, _ act: MemberRoute.Act, _ form: Form) async throws -> Reply {
    let requester = Requester.account(try person())
    let administrators = Administrators(accounts)
    switch act {
    case .disable: return outcome(try await administrators.disable(true, id, by: requester, at: now), id)
    case .enable: return outcome(try await administrators.disable(false, id, by: requester, at: now), id)
    case .makeAdministrator: return outcome(try await administrators.set(true, id, by: requester, at: now), id)
    case .removeAdministrator: return outcome(try await administrators.set(false, id, by: requester, at: now), id)
    case .endSessions:
      try await Sessions(accounts).endOthers(of: id, by: requester, at: now)
      return redirect(.administered(id))
    case .hold: return try await hold(id, form)
    case .liftHold:
      guard let kind = form["kind"].flatMap(Hold.Kind.init(rawValue:)),
        try await Holds(accounts).lift(kind, on: id, by: requester, at: now)
      else { return nothingHere }
      return redirect(.administered(id))
    case .delete:
      switch try await AccountDeletion(accounts).delete(id, by: requester, at: now) {
      case .deleted: return redirect(.accounts(after: nil))
      case .nothing: return nothingHere
      case .held(let kind, let reason, let through):
        return page(held(RefusalWording.text(kind, reason: reason, through: through)), status: 409)
      case .lastAdministrator: return page(held(Self.lastOne), status: 409)
      }
    }
  }

  private func hold(_ id: Account.ID, _ form: Form) async throws -> Reply {
    let (reason, through) = (form["reason"] ?? "", Entered(form: form))
    let isDated = [through.month, through.day, through.year].contains { !$0.isEmpty }
    let day = BirthdayFields.day(through)
    var error = FormError(field: "month", message: text(Self.noDay))
    if let kind = form["kind"].flatMap(Hold.Kind.init(rawValue:)), !isDated || day != nil {
      let isPlaced = try await Holds(accounts).place(
        kind, on: id, reason: reason, through: day, by: .account(try person()), at: now)
      if isPlaced { return redirect(.administered(id)) }
      error = FormError(
        field: "reason", message: text(Phrase("Say why, in 1 to 500 characters", "Diga por qué, en 1 a 500 caracteres"))
      )
    }
    guard var again = try await administeredForm(id) else { return nothingHere }
    (again.reason, again.through, again.errors) = (reason, through, [error])
    return page(again.page(language), status: 422)
  }

  private func outcome(_ outcome: Administrators.Outcome, _ id: Account.ID) -> Reply {
    switch outcome {
    case .done, .nothing: redirect(.administered(id))
    case .last: page(held(Self.lastOne), status: 409)
    case .minor: page(held(RefusalWording.text(.adultsOnly)), status: 409)
    }
  }

  static let lastOne = Phrase(
    "This is the only administrator. Make somebody else one first.",
    "Es la única persona que administra. Primero nombre a otra.")
}
