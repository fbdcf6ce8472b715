import HTML
import Services
import Vocabulary

/// An organization: what it is, who does what in it, who is invited.
struct OrganizationPage {
  struct Value {
    let organization: Organization
    /// One's own roles here.
    let own: [Role]
    /// Nil for who does not see them.
    let members: [Organizations.Member]?
    /// Nil for who does not invite.
    let invitations: [Invitations.Listing]?
    /// Whether it is one's own to note what guardians have signed.
    let notesGuardians: Bool
    /// Whether it is one's own to ask issuers about records.
    let asksIssuers: Bool
    let account: Account.ID
    /// What people leave unanswered, for a coordinator; empty for others.
    var unanswered: [Reminders.Unanswered] = []
    /// Where it is told of reminders; nil for who does not keep that.
    var hook: ReminderHooks.Kept?
    /// That of the installation, for who can set another one here; nil for others.
    var checkPolicy: CheckPolicy?
  }

  let value: Value
  let token: String?
  /// A moment in words.
  let words: (Instant) -> String
  var typed = ""
  /// The address for reminders that was typed.
  var webhook = ""
  /// The days of checks that were typed; nil: none were.
  var checkDays: String?
  var errors: [FormError] = []

  private var route: MemberRoute { .organization(value.organization.id) }

  func page(_ language: Language) -> Page {
    let organization = value.organization
    let kind = RoleWording.text(organization.kind)
    let roles = value.own.map { RoleWording.text($0)[language] }.joined(separator: ", ")
    let lead =
      roles.isEmpty
      ? Phrase("Kind: \(kind.en).", "Tipo: \(kind.es).")
      : Phrase("Kind: \(kind.en). You are here as: \(roles).", "Tipo: \(kind.es). Su función aquí: \(roles).")
    return memberPage(
      Phrase(organization.name, organization.name), route, errors: errors, lead: lead,
      body: """
        \(checks(language))\(unanswered(language))\(leave(language))\(members(language))\(invitations(language))\
        \(invite(language))\(days(language))\(hook(language))
        """,
      language, isWide: true)
  }

  private func checks(_ language: Language) -> HTML {
    guard value.asksIssuers else { return "" }
    let link = Link(ChecksPage.title[language], .page(.member(.checks(value.organization.id))))
    return "<div class=\"row\">\(link.button(language))</div>"
  }

  /// For how long its checks count.
  private func days(_ language: Language) -> HTML {
    guard let policy = value.checkPolicy else { return "" }
    let own = value.organization.checkPolicy
    let title = Phrase("How long your checks with issuers count", "Cuánto cuentan sus comprobaciones")
    let text = own.map { CheckWording.policy($0, isOwn: true) } ?? CheckWording.policy(policy)
    let field = Field(
      name: "check-days", label: Phrase("Days", "Días"),
      hint: Phrase(
        "From 1 to 365. Empty: \(policy.days), as this site has it",
        "De 1 a 365. Vacío: \(policy.days), como en este sitio"),
      value: checkDays ?? own.map { "\($0.days)" } ?? "", errors: errors)
    let form = MemberForm(
      action: .checkDays(value.organization.id), token: token, button: Phrase("Keep", "Guardar"), look: "btn second",
      fields: [field.html(language)])
    return """
      <section class="measure stack"><h2>\(title[language])</h2><p>\(text[language])</p>\(form.html(language))</section>

      """
  }

  private func hook(_ language: Language) -> HTML {
    guard let kept = value.hook else { return "" }
    return HookPart(
      organization: value.organization.id, kept: kept, token: token, typed: webhook, errors: errors
    ).html(language)
  }

  private func unanswered(_ language: Language) -> HTML {
    guard !value.unanswered.isEmpty else { return "" }
    let lines = value.unanswered.map { one -> HTML in
      let last = DateWording(language).day(one.lastDay)
      let text = Phrase(
        "the last day of something is \(last); we told you on \(words(one.toldAt))",
        "el último día de algo es el \(last); le avisamos el \(words(one.toldAt))")
      return "<li><strong>\(one.email.text)</strong>: \(text[language])</li>\n"
    }
    let title = Phrase("Reminders that stay unanswered", "Recordatorios sin respuesta")
    return
      "<section class=\"stack tight\"><h2>\(title[language])</h2><ul class=\"list card\" id=\"unanswered\">\(lines)</ul></section>\n"
  }

  private func leave(_ language: Language) -> HTML {
    let forms = value.own.map { role in
      MemberForm(
        action: .memberEnd(value.organization.id), token: token, button: Phrase("Leave", "Salir"),
        look: "btn second small", hidden: [("account", value.account.text), ("role", role.rawValue)],
        about: RoleWording.text(role)[language]
      ).html(language)
    }
    return forms.isEmpty ? "" : "<div class=\"row\">\(forms)</div>"
  }

  private func members(_ language: Language) -> HTML {
    guard let members = value.members else { return "" }
    let lines = members.map { member($0, language) }
    return """
      <section class="stack tight"><h2>\(Phrase("Members", "Miembros")[language])</h2><ul class="list card" id="members">\(lines)</ul></section>

      """
  }

  private func member(_ member: Organizations.Member, _ language: Language) -> HTML {
    let membership = member.membership
    let role = RoleWording.text(membership.role)[language]
    let permissions = membership.permissions.map { RoleWording.text($0)[language] }.sorted().joined(separator: ", ")
    let more: HTML = permissions.isEmpty ? "" : "<p class=\"fine\">\(permissions)</p>"
    let isOther = membership.account != value.account
    let keeps = value.invitations != nil && isOther
    return """
      <li class="stack tight"><p><strong>\(member.email.text)</strong>: \(role)</p>\(more)\
      \(keeps ? changes(member, language) : "")\(paper(member, language))</li>

      """
  }

  /// What a keeper of the list does with a member.
  private func changes(_ member: Organizations.Member, _ language: Language) -> HTML {
    let membership = member.membership
    let carried = [("account", membership.account.text), ("role", membership.role.rawValue)]
    let remove = MemberForm(
      action: .memberEnd(value.organization.id), token: token, button: Phrase("Remove", "Quitar"),
      look: "btn second small", hidden: carried, about: member.email.text)
    guard membership.role.isStaff else { return remove.html(language) }
    let boxes = Permission.allCases.map { permission in
      choiceLine(
        Choice(permission.rawValue, RoleWording.text(permission)[language]), name: "permission",
        id: "p-\(membership.account.text)-\(membership.role.rawValue)-\(permission.rawValue)", picking: .several,
        checked: membership.permissions.contains(permission))
    }
    let set = MemberForm(
      action: .permissions(value.organization.id), token: token, button: Phrase("Set these", "Fijar estos"),
      look: "btn second small", hidden: carried, about: member.email.text, fields: boxes)
    let title = Phrase("Change", "Cambiar")[language]
    return """
      <details class="fold"><summary>\(title)<span class="vh">: \(member.email.text)</span></summary>\
      <div class="stack">\(set.html(language))\(remove.html(language))</div></details>

      """
  }

  /// What a guardian has signed on paper.
  private func paper(_ member: Organizations.Member, _ language: Language) -> HTML {
    guard value.notesGuardians, member.isMinor, member.membership.role == .person else { return "" }
    func form(_ isGiven: Bool, _ button: Phrase) -> HTML {
      MemberForm(
        action: .paper(value.organization.id), token: token, button: button, look: "btn second small",
        hidden: [("person", member.person.text), ("given", isGiven ? "1" : "0")], about: member.email.text
      ).html(language)
    }
    return """
      <div class="row">\(form(true, Phrase("A guardian has signed on paper", "Un tutor firmó en papel")))\
      \(form(false, Phrase("They took it back on paper", "Lo retiró en papel")))</div>

      """
  }

  private func invitations(_ language: Language) -> HTML {
    guard let invitations = value.invitations, !invitations.isEmpty else { return "" }
    let lines = invitations.map { listing -> HTML in
      let role = RoleWording.text(listing.invitation.role)[language]
      let until = Phrase(
        "good through \(words(listing.invitation.endsAt))", "sirve hasta: \(words(listing.invitation.endsAt))")
      let back = MemberForm(
        action: .inviteEnd(value.organization.id), token: token, button: Phrase("Take back", "Retirar"),
        look: "btn second small", hidden: [("invitation", listing.invitation.id.text)], about: listing.email.text)
      return """
        <li class="row apart"><span><strong>\(listing.email.text)</strong>: \(role), \(until[language])</span>\
        \(back.html(language))</li>

        """
    }
    return """
      <section class="stack tight"><h2>\(Phrase("Invited", "Personas invitadas")[language])</h2>\
      <ul class="list card" id="invited">\(lines)</ul></section>

      """
  }

  private func invite(_ language: Language) -> HTML {
    guard value.invitations != nil else { return "" }
    let roles = value.organization.kind.roles.map { (value: $0.rawValue, text: RoleWording.text($0)[language]) }
    let form = MemberForm(
      action: .invite(value.organization.id), token: token,
      button: Phrase("Send the invitation", "Enviar la invitación"),
      look: "btn",
      fields: [
        Field.email(typed, errors).html(language),
        Picker(name: "role", label: Phrase("Role", "Función"), options: roles).html(language),
      ])
    return """
      <section class="measure stack"><h2>\(Phrase("Invite somebody", "Invitar a alguien")[language])</h2>\
      \(form.html(language))</section>

      """
  }
}
