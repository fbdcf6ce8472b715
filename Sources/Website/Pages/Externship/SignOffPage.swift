import HTML
import Rules
import Services
import Vocabulary

/// What a preceptor is asked to sign. It needs no account and no script, and shows nothing but these days.
struct SignOffPage {
  let route: MemberRoute
  let shown: SignOffs.Shown
  var entry = SignOffEntry()
  var errors: [FormError] = []
  /// Until when the link is open.
  let until: String
  let token: String?

  func page(_ language: Language) -> Page {
    let title = Phrase("Were these days as written here?", "¿Fueron estos días como están aquí?")
    let hours = FieldWording.amount(shown.hours, "hours")[language]
    let lead = Phrase(
      "\(shown.name) asks you to sign \(shown.lines.count) days, \(hours) in all. You need no account.",
      "\(shown.name) le pide firmar \(shown.lines.count) días, \(hours) en total. No necesita una cuenta.")
    let end = Phrase("The link is open until \(until).", "El enlace está abierto hasta: \(until).")
    return Page(
      title: title[language], address: Address(.member(route), language), isCompact: true, isPersonal: true,
      body: """
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(title[language])</h1>
        <p class="lead">\(lead[language])</p>\(lines(language))\(form(language))
        <p class="fine">\(end[language]) \(Self.logged[language])</p></div>

        """)
  }

  static let logged = Phrase(
    "They see that this link was opened and when, and not by whom.",
    "Esa persona ve que se abrió este enlace y cuándo, y no quién lo abrió.")

  private func lines(_ language: Language) -> HTML {
    let out = Phrase("left out", "no se muestra")[language]
    let lines = shown.lines.map { line -> HTML in
      let day = line.content
      let skills = SkillsPart.text(day.skills, language)
      let facts = [
        Fact(Phrase("Hours", "Horas")[language], day.hours.description),
        Fact(Phrase("Where", "Dónde")[language], day.site.isEmpty ? out : day.site),
        Fact(Phrase("Preceptor", "Supervisor o supervisora")[language], day.preceptor.isEmpty ? out : day.preceptor),
        skills.isEmpty ? nil : Fact(Phrase("Skills", "Habilidades")[language], skills),
        day.note.map { Fact(Phrase("Note", "Nota")[language], $0) },
      ].compactMap(\.self)
      return """
        <li class="card stack tight"><h2>\(DateWording(language).day(day.day))</h2>\(factList(facts, language))</li>

        """
    }
    return "<ul role=\"list\" class=\"stack\" id=\"days\">\(lines)</ul>\n"
  }

  private func form(_ language: Language) -> HTML {
    let error = errors.first { $0.field == "answer" }
    let choices = [
      Choice("sign", Phrase("Yes, I saw this work", "Sí, yo vi este trabajo")[language]),
      Choice("decline", Phrase("No, I do not sign", "No, no firmo")[language]),
    ].enumerated().map { index, choice in
      choiceLine(
        choice, name: "answer", id: index == 0 ? "answer" : "answer-2", picking: .one,
        checked: entry.answer == choice.id)
    }
    let consent = Phrase(
      "I consent to be named as a reference, and to be reached as written below",
      "Doy permiso para ser una referencia, y para que me contacten como escribo abajo")
    let hint = Phrase(
      "Your own choice: signing does not need it. You take it back with this link whenever you like.",
      "Usted decide: firmar no lo requiere. Lo retira con este enlace cuando quiera.")
    let legend = Phrase("Your answer", "Su respuesta")[language]
    let form = MemberForm(
      action: route, token: token, button: Phrase("Send", "Enviar"), look: "btn big fill",
      hidden: [("seen", shown.seen)],
      fields: [
        """
        <fieldset class="\(error == nil ? "" : "bad")"><legend>\(legend)</legend>\(errorMessage(error))\(choices)</fieldset>

        """,
        Field(
          name: "declined", label: Phrase("If not: why", "Si no: por qué"),
          hint: Phrase("In one line, without patients.", "En una línea, sin pacientes."), value: entry.declined,
          errors: errors
        ).html(language),
        Field(name: "name", label: Phrase("Your name", "Su nombre"), value: entry.name, errors: errors).html(language),
        Field(
          name: "role", label: Phrase("What you are there", "Qué es usted ahí"),
          hint: Phrase("Like “lead medical assistant” or “RN”.", "Como «asistente médica principal» o «RN»."),
          value: entry.role, errors: errors
        ).html(language),
        choiceLine(
          Choice("1", consent[language], hint: hint[language]), name: "consent", id: "consent", picking: .several,
          checked: entry.consents, soft: true),
        Field(
          name: "reference", label: Phrase("How to reach you", "Cómo contactarle"),
          hint: Phrase("Only with your consent above.", "Solo con su permiso de arriba."), value: entry.reference,
          errors: errors
        ).html(language),
      ])
    return form.html(language)
  }

  // MARK: - After the answer

  /// The link was used.
  static func answered(
    _ route: MemberRoute, _ token: String, at: String, isSigned: Bool, isReference: Bool, form: String?,
    _ language: Language
  ) -> Page {
    let title =
      isSigned ? Phrase("These days are signed", "Estos días están firmados") : Phrase("Not signed", "Sin firma")
    let lead = Phrase("Your answer of \(at) is noted. Thank you.", "Su respuesta del \(at) quedó anotada. Gracias.")
    let text = Phrase(
      "You are named as a reference. Take it back here whenever you like; keep this link for that.",
      "Usted figura como referencia. Retírelo aquí cuando quiera; guarde este enlace para eso.")
    let end = MemberForm(
      action: .signOffReference(token), token: form,
      button: Phrase("I am no reference any more", "Ya no quiero ser referencia"), look: "btn second")
    let reference: HTML = isReference ? "<p>\(text[language])</p>\(end.html(language))" : ""
    return Page(
      title: title[language], address: Address(.member(route), language), isCompact: true, isPersonal: true,
      body: """
        <div class="stack measure"><h1>\(title[language])</h1><p class="lead">\(lead[language])</p>\(reference)</div>

        """)
  }

  /// There is nothing to sign any more.
  static func ended(_ route: MemberRoute, _ language: Language) -> Page {
    NoticePage(
      route: route, title: Phrase("This link has ended", "Este enlace ya no sirve"),
      text: Phrase(
        "Nothing is left to sign here. Ask whoever gave it to you.",
        "Aquí ya no hay nada por firmar. Pregunte a quien se lo dio.")
    ).page(language)
  }

  /// Nobody signs for themselves.
  static func own(_ route: MemberRoute, _ language: Language) -> Page {
    NoticePage(
      route: route, title: Phrase("This link is for your preceptor", "Este enlace es para quien le supervisó"),
      text: Phrase("You cannot sign your own days.", "Usted no puede firmar sus propios días."),
      links: [Link(ExternshipPage.title[language], .page(.member(.externship(.ledger))))]
    ).page(language)
  }
}
