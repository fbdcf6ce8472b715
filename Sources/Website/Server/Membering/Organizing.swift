import Services
import Vocabulary

/// Organizations, their members and invitations.
extension MemberVisit {
  private func organizationForm(_ id: Organization.ID) async throws -> OrganizationPage? {
    let person = try person()
    let requester = Requester.account(person)
    guard let organization = try await Organizations(accounts).find(id, by: requester, at: now) else { return nil }
    func allowed(_ action: Action) -> Bool {
      AccessPolicy.decide(requester, action, on: .organization(id, organization.kind), at: now).isAllowed
    }
    let here = person.memberships.filter { $0.organization == id }
    let members =
      allowed(.seeMembers) ? try await Organizations(accounts).members(of: id, by: requester, at: now) : nil
    let invitations =
      allowed(.invite(.person)) ? try await Invitations(accounts).list(to: id, by: requester, at: now) : nil
    var value = OrganizationPage.Value(
      organization: organization, own: here.map(\.role), members: members, invitations: invitations,
      notesGuardians: organization.kind == .school && here.contains { $0.role == .director } && person.factors >= 2,
      asksIssuers: allowed(.seeWorkList), account: person.account)
    value.hook = try await keptHook(id, person)
    value.checkPolicy = allowed(.keepCheckDays) && organization.kind.asksIssuers ? self.members.checkPolicy : nil
    value.unanswered = try await self.members.reminders?.unanswered(in: id, for: person, at: now) ?? []
    return OrganizationPage(value: value, token: formToken, words: words)
  }

  func organizationPage(_ id: Organization.ID) async throws -> Reply {
    guard let form = try await organizationForm(id) else { return nothingHere }
    return page(form.page(language))
  }

  /// The page again, after an address that is none.
  func organizationPage(_ id: Organization.ID, webhook: String, errors: [FormError]) async throws -> Reply {
    guard var again = try await organizationForm(id) else { return nothingHere }
    (again.webhook, again.errors) = (webhook, errors)
    return page(again.page(language), status: 422)
  }

  func setCheckDays(_ id: Organization.ID, _ form: Form) async throws -> Reply {
    let person = try person()
    let organizations = Organizations(accounts)
    guard let organization = try await organizations.find(id, by: .account(person), at: now) else { return nothingHere }
    let typed = trimmed(form["check-days"] ?? "")
    let days = Int(typed)
    // Who cannot set them learns nothing of what they can be.
    guard typed.isEmpty || days.map(CheckPolicy.ownDays.contains) == true else {
      let decision = AccessPolicy.decide(
        .account(person), .keepCheckDays, on: .organization(id, organization.kind), at: now)
      if case .refused(let refusal) = decision { throw refusal }
      guard var again = try await organizationForm(id) else { return nothingHere }
      let message = Phrase("Give a whole number of days from 1 to 365", "Escriba un número entero de días, de 1 a 365")
      (again.checkDays, again.errors) = (typed, [FormError(field: "check-days", message: text(message))])
      return page(again.page(language), status: 422)
    }
    _ = try await organizations.set(checkDays: days, of: id, by: .account(person), at: now)
    return redirect(.organization(id))
  }

  func invite(_ id: Organization.ID, _ form: Form) async throws -> Reply {
    guard let role = form["role"].flatMap(Role.init(rawValue:)) else { return nothingHere }
    let email = form["email"] ?? ""
    let sent = try await Invitations(accounts).invite(
      email: email, to: id, as: role, language: language, by: .account(try person()), at: now)
    guard sent == nil else { return redirect(.organization(id)) }
    guard var again = try await organizationForm(id) else { return nothingHere }
    (again.typed, again.errors) = (email, [noAddress("email")])
    return page(again.page(language), status: 422)
  }

  func inviteEnd(_ form: Form) async throws -> Reply {
    guard let id = form["invitation"].flatMap(Invitation.ID.init(text:)) else { return nothingHere }
    try await Invitations(accounts).withdraw(id, by: .account(try person()), at: now)
    return redirect(route.origin)
  }

  /// The member that a form names.
  private func member(_ form: Form) -> (Account.ID, Role)? {
    guard let account = form["account"].flatMap(Account.ID.init(text:)),
      let role = form["role"].flatMap(Role.init(rawValue:))
    else { return nil }
    return (account, role)
  }

  func memberEnd(_ id: Organization.ID, _ form: Form) async throws -> Reply {
    let person = try person()
    guard let (account, role) = member(form),
      try await Organizations(accounts).remove(account, as: role, from: id, by: .account(person), at: now)
    else { return nothingHere }
    let stays = account != person.account || person.memberships.filter { $0.organization == id }.count > 1
    return redirect(stays || person.isAdministrator ? .organization(id) : .account)
  }

  func permissions(_ id: Organization.ID, _ form: Form) async throws -> Reply {
    let permissions = Set(form.all("permission").compactMap(Permission.init(rawValue:)))
    guard let (account, role) = member(form),
      try await Organizations(accounts).set(
        permissions, of: account, as: role, in: id, by: .account(try person()), at: now)
    else { return nothingHere }
    return redirect(.organization(id))
  }

  func paper(_ id: Organization.ID, _ form: Form) async throws -> Reply {
    guard let person = form["person"].flatMap(PersonID.init(text:)),
      try await GuardianConsents(accounts).note(
        given: form["given"] == "1", of: person, by: try self.person(), at: now)
    else { return nothingHere }
    return redirect(.organization(id))
  }

  var nothingHere: Reply { site.missing(Address(.member(.account), language)) }
}
