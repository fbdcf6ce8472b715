import HTML
import Services
import Vocabulary

/// One's own account: what there is, and where to change it.
struct AccountPage {
  struct Place {
    let organization: Organization.ID
    let name: String
    let role: String
  }

  struct Value {
    let email: String
    let isMinor: Bool
    let isAdministrator: Bool
    var isCoach = false
    let hasFactor: Bool
    /// Whether a role opens nothing until there is a second factor.
    let needsFactor: Bool
    let places: [Place]
    let answers: Int
  }

  let value: Value

  func page(_ language: Language) -> Page {
    let title = Phrase("Your account", "Su cuenta")
    return Page(
      title: title[language], address: Address(.member(.account), language), isCompact: true, isPersonal: true,
      body: """
        <h1>\(title[language])</h1>\(notice(language))
        <div class="grid three mt-5">\(record(language))\(sharing(language))\(places(language))\(entering(language))</div>

        """)
  }

  private func notice(_ language: Language) -> HTML {
    guard value.needsFactor else { return "" }
    let title = Phrase("Your role opens nothing yet.", "Su función todavía no abre nada.")
    let text = Phrase(
      "Turn on sign-in with a code first, and sign in with it.",
      "Primero active el inicio de sesión con código, y úselo al iniciar sesión.")
    let note = Note(sign: .due, title: title[language], text: text[language])
    return "<div class=\"mt-4\">\(note.html(language))</div>\n"
  }

  private func entering(_ language: Language) -> HTML {
    let title = Phrase("How you sign in", "Cómo inicia sesión")
    let code = value.hasFactor ? Phrase("On", "Activado") : Phrase("Off", "Desactivado")
    func change(_ route: MemberRoute, _ text: Phrase) -> Link { Link(text[language], .page(.member(route))) }
    let facts = [
      Fact(
        Phrase("Mail address", "Dirección de correo")[language], value.email,
        link: change(.email, Phrase("Change the address", "Cambiar la dirección"))),
      Fact(
        Phrase("Password", "Contraseña")[language],
        link: change(.password, Phrase("Change the password", "Cambiar la contraseña"))),
      Fact(
        Phrase("Sign-in with a code", "Inicio de sesión con código")[language], code[language],
        link: change(.factor, Phrase("Turn it on or off", "Activarlo o desactivarlo"))),
      Fact(
        Phrase("Where you are signed in", "Dónde tiene sesión abierta")[language],
        link: Link(Phrase("See your sessions", "Ver sus sesiones")[language], .page(.member(.sessions)))),
    ]
    return "<section class=\"card\"><h2>\(title[language])</h2>\(factList(facts, language, tight: true))</section>\n"
  }

  private func sharing(_ language: Language) -> HTML {
    let title = Phrase("What you share", "Lo que comparte")
    let text = Phrase(
      "Nobody sees your record unless you share it.", "Nadie ve su expediente si usted no lo comparte.")
    var links = [
      Link(Phrase("See and change", "Ver y cambiar")[language], .page(.member(.sharing))),
      Link(OwnCoachPage.title[language], .page(.member(.coaching(.own)))),
    ]
    if value.isMinor {
      links.append(
        Link(
          Phrase("Ask a parent or guardian", "Preguntar al padre, la madre o el tutor")[language],
          .page(.member(.ownGuardian))))
    }
    return """
      <section class="card stack tight"><h2>\(title[language])</h2><p>\(text[language])</p>\
      \(links.map { "<p>\($0.html(language))</p>" as HTML })</section>

      """
  }

  private func places(_ language: Language) -> HTML {
    guard !value.places.isEmpty || value.isAdministrator else { return "" }
    let title = Phrase("Your organizations", "Sus organizaciones")
    let lines = value.places.map { place -> HTML in
      let link = Link(place.name, .page(.member(.organization(place.organization))))
      return "<li>\(link.html(language)): \(place.role)</li>\n"
    }
    let coaching: HTML =
      value.isCoach
      ? "<li>\(Link(CoachingPage.title[language], .page(.member(.coaching(.list)))).html(language))</li>\n" : ""
    let administration: HTML =
      value.isAdministrator
      ? "<li>\(Link(Phrase("Administration", "Administración")[language], .page(.member(.administration))).html(language))</li>\n"
      : ""
    return """
      <section class="card"><h2>\(title[language])</h2><ul class="list">\(lines)\(coaching)\(administration)</ul></section>

      """
  }

  private func record(_ language: Language) -> HTML {
    let title = Phrase("What you keep", "Lo que guarda")
    let answers = Link(
      Phrase("Your answers: \(value.answers)", "Sus respuestas: \(value.answers)")[language], .page(.answers))
    let status = Link(StatusPage.title[language], .page(.member(.wallet(.status(WalletDay())))))
    let clocks = Link(ClocksPage.title[language], .page(.member(.wallet(.clocks))))
    let whatIf = Link(WhatIfPage.title[language], .page(.member(.wallet(.whatIf(WhatIfEntry())))))
    let kept = RecordPart.allCases.map { part -> HTML in
      let link = Link(RecordPage.title(part)[language], .page(.member(.wallet(.record(part)))))
      return "<p>\(link.html(language))</p>"
    }
    let reminders = Link(RemindersPage.title[language], .page(.member(.reminders)))
    let roadmaps = Link(RoadmapsPage.title[language], .page(.member(.roadmaps)))
    let education = Link(EducationPage.title[language], .page(.member(.education)))
    let checks = Link(VerificationPage.title[language], .page(.member(.verification)))
    let externship = Link(ExternshipPage.title[language], .page(.member(.externship(.ledger))))
    let papers = Link(PapersPage.title[language], .page(.member(.papers)))
    let delete = Link(Phrase("Delete this account", "Eliminar esta cuenta")[language], .page(.member(.deletion)))
    return """
      <section class="card stack tight"><h2>\(title[language])</h2><p>\(status.html(language))</p><p>\(clocks.html(language))</p>\
      <p>\(whatIf.html(language))</p>\(kept)\
      <p>\(papers.html(language))</p><p>\(education.html(language))</p><p>\(reminders.html(language))</p>\
      <p>\(checks.html(language))</p><p>\(roadmaps.html(language))</p><p>\(externship.html(language))</p>\
      <p>\(answers.html(language))</p><p>\(delete.html(language))</p></section>

      """
  }
}
