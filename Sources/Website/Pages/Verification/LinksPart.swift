import HTML
import Services
import Vocabulary

/// The links by which others see whether one is certified: those there are, and the form for another one.
struct LinksPart {
  struct Row {
    let id: ProofLink.ID
    /// "A job: Maya Sample, CMA (AAMA)".
    let title: String
    /// "Open through Dec 22, 2026."
    let state: String
    let isOpen: Bool
    /// Each look in words, the newest first.
    let looks: [String]
  }

  struct Value {
    let rows: [Row]
    /// Credentials to show: key and letters.
    let credentials: [(id: String, mark: String)]
    /// Why no link can be made; nil: one can.
    let refused: String?
  }

  let value: Value
  let token: String?
  var entry = LinkEntry()
  var errors: [FormError] = []

  func html(_ language: Language) -> HTML {
    let title = Phrase("Links that prove a certification", "Enlaces que demuestran una certificación")
    let none = Phrase("You have made none.", "No ha hecho ninguno.")
    let rows = value.rows.map { row($0, language) }
    let list: HTML = rows.isEmpty ? "<p>\(none[language])</p>" : "<ul class=\"list card\" id=\"links\">\(rows)</ul>"
    return "<section class=\"stack\"><h2>\(title[language])</h2>\(list)</section>\n\(form(language))"
  }

  private func row(_ row: Row, _ language: Language) -> HTML {
    let looks = row.looks.map { look -> HTML in "<li>\(look)</li>\n" }
    let count = Phrase("Opened \(row.looks.count) times", "Abierto \(row.looks.count) veces")[language]
    let seen: HTML =
      looks.isEmpty
      ? "<p class=\"fine\">\(Phrase("Nobody has opened it yet.", "Nadie lo ha abierto todavía.")[language])</p>"
      : "<details class=\"fold\"><summary>\(count)<span class=\"vh\">: \(row.title)</span></summary><ul>\(looks)</ul></details>"
    let end = MemberForm(
      action: .verificationEnd, token: token, button: Phrase("End this link", "Terminar este enlace"),
      look: "btn second small", hidden: [("link", row.id.text)], about: row.title)
    return """
      <li class="stack tight"><p><strong>\(row.title)</strong></p><p class="fine">\(row.state)</p>\(seen)\
      \(row.isOpen ? end.html(language) : "")</li>

      """
  }

  private func form(_ language: Language) -> HTML {
    let title = Phrase("Make a link", "Hacer un enlace")
    if let refused = value.refused { return "<section><h2>\(title[language])</h2><p>\(refused)</p></section>\n" }
    let error = errors.first { $0.field == "credential" }
    let boxes = value.credentials.enumerated().map { index, credential in
      choiceLine(
        Choice(credential.id, credential.mark), name: "credential",
        id: index == 0 ? "credential" : "credential-\(index)",
        picking: .several, checked: entry.credentials.contains(credential.id))
    }
    let purposes = ProofLink.Purpose.allCases.map { (value: $0.rawValue, text: ProofWording.text($0)[language]) }
    let days = ProofLink.choicesOfDays.map {
      (value: String($0), text: Phrase("\($0) days", "\($0) días")[language])
    }
    let consent = Phrase(
      "Whoever has the link sees this name and whether these credentials are current, and on which day the issuer was asked. If the issuer has you under another name, it says that, without the name. You end it whenever you like, and you see each time it was opened.",
      "Quien tenga el enlace ve este nombre y si estas credenciales están vigentes, y en qué día se preguntó a quien las emite. Si quien la emite tiene otro nombre suyo, lo dice, sin el nombre. Lo termina cuando quiera, y ve cada vez que se abrió."
    )
    let form = MemberForm(
      action: .verification, token: token, button: Phrase("Make the link", "Hacer el enlace"), look: "btn big fill",
      fields: [
        """
        <fieldset class="\(error == nil ? "" : "bad")"><legend>\(Phrase("What it shows", "Qué muestra")[language])</legend>\
        \(errorMessage(error))\(boxes)</fieldset>

        """,
        Field(
          name: "name", label: Phrase("The name it shows", "El nombre que muestra"),
          hint: Phrase("As it stands on your photo ID.", "Como está en su identificación con foto."), value: entry.name,
          errors: errors
        ).html(language),
        Picker(name: "purpose", label: Phrase("What for", "Para qué"), options: purposes, picked: entry.purpose)
          .html(language),
        Picker(name: "days", label: Phrase("For how long", "Por cuánto tiempo"), options: days, picked: entry.days)
          .html(language),
        "<p>\(consent[language])</p>\n",
      ])
    return "<section class=\"stack\"><h2>\(title[language])</h2>\(form.html(language))</section>\n"
  }
}

/// What the form of a link was sent with.
struct LinkEntry {
  var credentials: [String] = []
  var name = ""
  var purpose = ""
  var days = "30"

  init() {}

  init(_ form: Form) {
    credentials = form.all("credential")
    name = trimmed(form["name"] ?? "")
    purpose = form["purpose"] ?? ""
    days = form["days"] ?? ""
  }
}
