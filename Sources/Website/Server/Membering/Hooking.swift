import Services
import Vocabulary

/// Where organizations are told of reminders, and by whom that is wanted.
extension MemberVisit {
  private var hooks: ReminderHooks { ReminderHooks(accounts) }

  func setHook(_ id: Organization.ID, _ form: Form) async throws -> Reply {
    let person = try person()
    // Who cannot set it learns nothing of what an address has to be.
    _ = try await hooks.look(at: id, by: person, at: now)
    let typed = trimmed(form["webhook"] ?? "")
    guard let address = HookAddress(typed, members.hookPolicy) else {
      let message = Phrase(
        "Give an address like https://texts.example.org/fobwatch, with a name and no password",
        "Escriba una dirección como https://texts.example.org/fobwatch, con un nombre y sin contraseña")
      return try await organizationPage(
        id, webhook: typed, errors: [FormError(field: "webhook", message: text(message))])
    }
    let secret = try await hooks.set(address, of: id, by: person, at: now)
    return page(HookSecretPage(organization: id, address: address, secret: secret).page(language))
  }

  func endHook(_ id: Organization.ID) async throws -> Reply {
    try await hooks.remove(of: id, by: try person(), at: now)
    return redirect(.organization(id))
  }

  func chooseChannel(_ form: Form) async throws -> Reply {
    let person = try person()
    if let id = form["organization"].flatMap(Organization.ID.init(text:)) {
      try await hooks.choose(form["on"] == "1", id, for: person, at: now)
    }
    return redirect(.reminders)
  }

  /// What who keeps the address of an organization sees of it; nil for others.
  func keptHook(_ id: Organization.ID, _ person: SignedIn) async throws -> ReminderHooks.Kept? {
    do {
      return try await hooks.look(at: id, by: person, at: now)
    } catch is Refusal {
      return nil
    }
  }
}
