import HTML
import Services
import Vocabulary

/// What administrators begin with: organizations, administrators, and the way to the accounts.
struct AdministrationPage {
  let organizations: [Organization]
  /// Nil for who has to show again who they are before inviting one.
  let invitations: [Invitations.Listing]?
  let token: String?
  var name = ""
  var typed = ""
  var errors: [FormError] = []

  static let title = Phrase("Administration", "Administración")

  func page(_ language: Language) -> Page {
    let accounts = Link(Phrase("All accounts", "Todas las cuentas")[language], .page(.member(.accounts(after: nil))))
    return memberPage(
      Self.title, .administration, errors: errors,
      body: """
        <p>\(accounts.button(language, "btn second"))</p>
        <section><h2>\(Phrase("Organizations", "Organizaciones")[language])</h2>\(list(language))</section>
        \(create(language))\(administrators(language))
        """, language)
  }

  private func list(_ language: Language) -> HTML {
    guard !organizations.isEmpty else { return "<p>\(Phrase("None yet.", "Todavía ninguna.")[language])</p>" }
    let lines = organizations.map { organization -> HTML in
      let link = Link(organization.name, .page(.member(.organization(organization.id))))
      return "<li>\(link.html(language)): \(RoleWording.text(organization.kind)[language])</li>\n"
    }
    return "<ul class=\"list card\" id=\"organizations\">\(lines)</ul>"
  }

  private func create(_ language: Language) -> HTML {
    let kinds = Organization.Kind.allCases.map { (value: $0.rawValue, text: RoleWording.text($0)[language]) }
    let form = MemberForm(
      action: .organizationNew, token: token, button: Phrase("Add it", "Añadirla"), look: "btn",
      fields: [
        Field(name: "name", label: Phrase("Name", "Nombre"), value: name, errors: errors).html(language),
        Picker(name: "kind", label: Phrase("Kind", "Tipo"), options: kinds).html(language),
      ])
    return """
      <section><h2>\(Phrase("A new organization", "Una organización nueva")[language])</h2>\(form.html(language))</section>

      """
  }

  private func administrators(_ language: Language) -> HTML {
    let form = MemberForm(
      action: .administratorInvite, token: token, button: Phrase("Send the invitation", "Enviar la invitación"),
      look: "btn", fields: [Field.email(typed, errors).html(language)])
    let lines = (invitations ?? []).map { listing -> HTML in
      let back = MemberForm(
        action: .administratorInviteEnd, token: token, button: Phrase("Take back", "Retirar"),
        look: "btn second small", hidden: [("invitation", listing.invitation.id.text)], about: listing.email.text)
      return "<li class=\"row apart\"><strong>\(listing.email.text)</strong>\(back.html(language))</li>\n"
    }
    let invited: HTML = lines.isEmpty ? "" : "<ul class=\"list card\">\(lines)</ul>"
    return """
      <section><h2>\(Phrase("Another administrator", "Otra persona que administre")[language])</h2>\(invited)\
      \(form.html(language))</section>

      """
  }
}

/// Accounts, some at a time.
struct AccountsPage {
  let accounts: [Administrators.Listing]
  /// The account after which the next page begins; nil on the last page.
  let next: Account.ID?
  let token: String?
  var typed = ""
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let lines = accounts.map { line($0, language) }
    let find = MemberForm(
      action: .accounts(after: nil), token: token, button: Phrase("Find", "Buscar"), look: "btn",
      fields: [Field.email(typed, errors).html(language)])
    let more: HTML =
      next.map {
        Link(Phrase("The next ones", "Las siguientes")[language], .page(.member(.accounts(after: $0)))).button(
          language, "btn second")
      } ?? ""
    return memberPage(
      Phrase("Accounts", "Cuentas"), .accounts(after: nil), errors: errors,
      body: "\(find.html(language))<ul class=\"list card\" id=\"accounts\">\(lines)</ul>\(more)", language)
  }

  private func line(_ listing: Administrators.Listing, _ language: Language) -> HTML {
    let link = Link(listing.email.text, .page(.member(.administered(listing.account.id))))
    let marks = [
      listing.account.isAdministrator ? Phrase("administrator", "administra") : nil,
      listing.account.disabledAt == nil ? nil : Phrase("turned off", "desactivada"),
      listing.holds.isEmpty ? nil : Phrase("held", "retenida"),
    ].compactMap { $0?[language] }.joined(separator: ", ")
    return "<li>\(link.html(language))\(marks.isEmpty ? "" : ": \(marks)" as HTML)</li>\n"
  }
}

/// One account as administrators see it.
struct AdministeredPage {
  let listing: Administrators.Listing
  let sessions: [Session]
  /// Whether it is the administrator's own.
  let isOwn: Bool
  let token: String?
  /// A moment in words.
  let words: (Instant) -> String
  var reason = ""
  var through = Entered()
  var errors: [FormError] = []

  private var id: Account.ID { listing.account.id }

  func page(_ language: Language) -> Page {
    let account = listing.account
    let yes = Phrase("Yes", "Sí")[language]
    let no = Phrase("No", "No")[language]
    let facts = [
      Fact(Phrase("Since", "Desde")[language], words(account.createdAt)),
      Fact(Phrase("Administrator", "Administra")[language], account.isAdministrator ? yes : no),
      Fact(Phrase("Turned off", "Desactivada")[language], account.disabledAt == nil ? no : yes),
      Fact(Phrase("Sessions", "Sesiones")[language], String(sessions.count)),
    ]
    return memberPage(
      Phrase(listing.email.text, listing.email.text), .administered(id), errors: errors,
      body: "\(factList(facts, language))\(isOwn ? "" : actions(language))", language)
  }

  private func actions(_ language: Language) -> HTML {
    let account = listing.account
    func form(_ act: MemberRoute.Act, _ button: Phrase) -> HTML {
      MemberForm(action: .administer(id, act), token: token, button: button, look: "btn second").html(language)
    }
    let forms: [HTML] = [
      account.disabledAt == nil
        ? form(.disable, Phrase("Turn it off", "Desactivarla")) : form(.enable, Phrase("Turn it on", "Activarla")),
      form(.endSessions, Phrase("End its sessions", "Cerrar sus sesiones")),
      account.isAdministrator
        ? form(.removeAdministrator, Phrase("Administrator no more", "Que no administre más"))
        : form(.makeAdministrator, Phrase("Make it an administrator", "Que administre")),
      form(.delete, Phrase("Delete it for good", "Eliminarla para siempre")),
    ]
    return "<div class=\"row\">\(forms)</div>\(holds(language))\(hold(language))"
  }

  private func holds(_ language: Language) -> HTML {
    let lines = listing.holds.map { hold -> HTML in
      let until = hold.through.map { Phrase(" through \($0)", " hasta \($0)")[language] } ?? ""
      let lift = MemberForm(
        action: .administer(id, .liftHold), token: token, button: Phrase("Lift it", "Quitarla"),
        look: "btn second small", hidden: [("kind", hold.kind.rawValue)], about: Self.kind(hold.kind)[language])
      return
        "<li class=\"row apart\"><span>\(Self.kind(hold.kind)[language])\(until)</span>\(lift.html(language))</li>\n"
    }
    return lines.isEmpty ? "" : "<ul class=\"list card\" id=\"holds\">\(lines)</ul>"
  }

  private func hold(_ language: Language) -> HTML {
    let kinds = Hold.Kind.allCases.map { (value: $0.rawValue, text: Self.kind($0)[language]) }
    let day: HTML = """
      <fieldset class="stack tight"><legend>\(Phrase("Through (not needed)", "Hasta (opcional)")[language])</legend>\
      \(DateFields(month: through.month, day: through.day, year: through.year, errors: errors, describedBy: nil).html(language))\
      </fieldset>

      """
    let form = MemberForm(
      action: .administer(id, .hold), token: token, button: Phrase("Hold it", "Retenerla"), look: "btn second",
      fields: [
        Picker(name: "kind", label: Phrase("Kind", "Tipo"), options: kinds).html(language),
        Field(
          name: "reason", label: Phrase("Why, for its owner to read", "Por qué, para quien la usa"), kind: .lines,
          value: reason, errors: errors
        ).html(language), day,
      ])
    return """
      <section><h2>\(Phrase("Keep it from being deleted", "Que no se pueda eliminar")[language])</h2>\
      \(form.html(language))</section>

      """
  }

  private static func kind(_ kind: Hold.Kind) -> Phrase {
    switch kind {
    case .legal: Phrase("a legal matter", "un asunto legal")
    case .retention: Phrase("a time for which it is to be kept", "un tiempo de conservación")
    }
  }
}
