import HTML
import Rules
import Services
import Vocabulary

/// Makes a link for a preceptor: for which days, under which name, for how long.
struct SignOffLinkPage {
  /// Days that are not signed as they stand.
  let lines: [ExternshipLedger.Line]
  var picked: [String] = []
  var name = ""
  var days = "14"
  var errors: [FormError] = []
  let token: String?

  static let title = Phrase("Ask a preceptor to sign", "Pedir la firma de un supervisor")

  func page(_ language: Language) -> Page {
    let back = Link(ExternshipPage.title[language], .page(.member(.externship(.ledger))))
    guard !lines.isEmpty else {
      let none = Phrase("There is no day to sign.", "No hay ningún día por firmar.")
      return memberPage(
        Self.title, .externship(.links), lead: none, body: "<p>\(back.html(language))</p>\n", language)
    }
    let lead = Phrase(
      "You get a link. Give it to the preceptor yourself. Whoever has it can sign these days, once.",
      "Recibe un enlace. Entrégueselo usted a quien supervisó. Quien lo tenga puede firmar estos días, una vez.")
    return memberPage(
      Self.title, .externship(.links), errors: errors, lead: lead,
      body: "\(form(language))<p>\(back.html(language))</p>\n", language)
  }

  private func form(_ language: Language) -> HTML {
    let error = errors.first { $0.field == "day" }
    let boxes = lines.prefix(SignOffLink.mostDays).enumerated().map { index, line in
      let day = line.content
      let hours = FieldWording.amount(day.hours, "hours")[language]
      return choiceLine(
        Choice(
          line.id.text, "\(DateWording(language).day(day.day)): \(hours), \(day.site)", hint: day.preceptor),
        name: "day", id: index == 0 ? "day" : "day-\(index)", picking: .several,
        checked: picked.contains(line.id.text))
    }
    let times = SignOffLink.choicesOfDays.map {
      (value: String($0), text: Phrase("\($0) days", "\($0) días")[language])
    }
    let what = Phrase("Days to sign", "Días por firmar")[language]
    let shown = Phrase(
      "They see this name, the days, places, hours, counts and notes. Texts that look like a patient's are left out.",
      "Verá este nombre, los días, lugares, horas, cantidades y notas. Los textos que parecen de un paciente quedan fuera."
    )
    return MemberForm(
      action: .externship(.links), token: token, button: Phrase("Make the link", "Hacer el enlace"),
      look: "btn big fill",
      fields: [
        """
        <fieldset class="\(error == nil ? "" : "bad")"><legend>\(what)</legend>\(errorMessage(error))\(boxes)</fieldset>

        """,
        Field(
          name: "name", label: Phrase("The name they know you by", "El nombre por el que le conoce"), value: name,
          errors: errors
        ).html(language),
        Picker(name: "days", label: Phrase("For how long", "Por cuánto tiempo"), options: times, picked: days)
          .html(language),
        "<p>\(shown[language])</p>\n",
      ]
    ).html(language)
  }

  /// The link that was just made. It is shown this once.
  static func made(_ address: String, until: String, _ language: Language) -> Page {
    let once = Phrase(
      "Copy it or print this page now: it is not shown again. It is open until \(until).",
      "Cópielo o imprima esta página ahora: no se muestra otra vez. Está abierto hasta: \(until).")
    let label = Phrase("QR code of the address", "Código QR de la dirección")[language]
    let back = Link(ExternshipPage.title[language], .page(.member(.externship(.ledger))))
    return memberPage(
      Phrase("The link for your preceptor", "El enlace para quien supervisó"), .externship(.links), lead: once,
      body: """
        <p class="card address" id="link">\(address)</p>
        \(QRCode(address)?.html(label: label))<p>\(back.html(language))</p>

        """, language)
  }
}
