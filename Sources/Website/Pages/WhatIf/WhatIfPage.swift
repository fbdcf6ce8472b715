import HTML
import Services
import Vocabulary

/// What would change if something happened: five questions, a form for each, and the answer beside it.
struct WhatIfPage {
  let entry: WhatIfEntry
  /// The question that the form is for.
  let kind: WhatIfQuestion.Kind
  /// Certifications that this question can be about.
  let credentials: [Pick]
  let states: [Pick]
  /// The day that stands in the form at first.
  let today: CivilDate
  var answer: WhatIfTold?
  var errors: [FormError] = []
  let language: Language

  static let title = Phrase("What if", "Qué pasa si")

  func page() -> Page {
    let lead = Phrase(
      "Nothing of this is kept, and your record stays as it is.",
      "Nada de esto se guarda, y su expediente queda como está.")
    return Page(
      title: Self.title[language], address: Address(.member(.wallet(.whatIf(entry))), language), isPersonal: true,
      body: """
        \(crumb(StatusPage.title[language], .member(.wallet(.status(WalletDay()))), language))\
        <div class="stack">\(errorSummary(errors, language))<h1>\(heading)</h1><p class="quiet">\(lead[language])</p></div>\
        <div class="beside mt-5">\(columns)</div>\
        \(notes)

        """)
  }

  private var heading: String {
    guard let answer else { return Self.title[language] }
    return Self.title[language] + ": " + answer.question
  }

  /// The answer, with the form beside it; without one, the form.
  private var columns: HTML {
    guard let answer else { return "<div class=\"stack\">\(form)</div><aside class=\"stack stay\">\(choice)</aside>" }
    let part = WhatIfAnswerPart(told: answer, language: language)
    return "\(part.html)<aside class=\"stack stay\">\(form)\(choice)</aside>"
  }

  // MARK: - The form

  static func name(_ kind: WhatIfQuestion.Kind) -> Phrase {
    switch kind {
    case .fail: Phrase("I fail the exam", "No apruebo el examen")
    case .renewLate: Phrase("I renew late", "Renuevo tarde")
    case .lapse: Phrase("I let it lapse", "La dejo vencer")
    case .add: Phrase("I add a certification", "Agrego una certificación")
    case .move: Phrase("I move to another state", "Me mudo a otro estado")
    }
  }

  private var choice: HTML {
    let title = Phrase("Other questions", "Otras preguntas")[language]
    let links = WhatIfQuestion.Kind.offered.map { offered -> HTML in
      let link = Link(
        Self.name(offered)[language],
        .page(.member(.wallet(.whatIf(WhatIfEntry(kind: offered.rawValue))))))
      return offered == kind
        ? "<li><strong aria-current=\"true\">\(Self.name(offered)[language])</strong></li>\n"
        : "<li>\(link.html(language))</li>\n"
    }
    return """
      <nav class="card" aria-labelledby="kinds"><h2 id="kinds">\(title)</h2><ul class="list" role="list">\(links)</ul></nav>

      """
  }

  private var form: HTML {
    let title = Phrase("What if \(lower(Self.name(kind).en))?", "¿Qué pasa si \(lower(Self.name(kind).es))?")[language]
    guard kind == .move || !credentials.isEmpty else { return "\(nothing(title))" }
    let action = Address(.member(.wallet(.whatIf(WhatIfEntry()))), language).text
    let show = Phrase("Show what changes", "Mostrar qué cambia")[language]
    return """
      <section class="card stack" aria-labelledby="ask"><h2 id="ask">\(title)</h2>\
      <form class="stack" method="get" action="\(url: action)" novalidate>\
      <input type="hidden" name="kind" value="\(kind.rawValue)">\(fields)\
      <div class="row"><button class="btn" type="submit">\(show)</button></div></form></section>

      """
  }

  /// "I fail the exam" within a sentence; in English the first word stays as it is.
  private func lower(_ text: String) -> String {
    text.hasPrefix("I ") ? text : text.prefix(1).lowercased() + text.dropFirst()
  }

  private func nothing(_ title: String) -> HTML {
    let text =
      kind == .add
      ? Phrase(
        "Every certification known here is in your record.",
        "Todas las certificaciones conocidas aquí están en su expediente.")
      : Phrase(
        "Your record has no certification yet. Add one first.",
        "Su expediente aún no tiene una certificación. Agregue una primero."
      )
    let link = Link(
      Phrase("Add to your record", "Agregar a su expediente")[language],
      .page(.member(.wallet(.record(.record)))))
    return """
      <section class="empty" aria-labelledby="ask"><h2 id="ask">\(title)</h2><p>\(text[language])</p>\
      \(link.button(language))</section>

      """
  }

  private var fields: [HTML] {
    let certification = Phrase("Certification", "Certificación")
    switch kind {
    case .fail:
      return [
        picker(.credential, certification, credentials, entry.credential),
        day(Phrase("Day of the exam", "Día del examen")),
      ]
    case .renewLate:
      return [
        picker(.credential, certification, credentials, entry.credential),
        day(Phrase("Day of the renewal", "Día de la renovación")),
      ]
    case .lapse: return [picker(.credential, certification, credentials, entry.credential)]
    case .add:
      return [
        picker(.credential, certification, credentials, entry.credential),
        day(Phrase("Day it is given", "Día en que se otorga")),
      ]
    case .move:
      return [
        picker(.state, Phrase("State", "Estado"), states, entry.state),
        day(Phrase("First day there", "Primer día allá")),
      ]
    }
  }

  private func error(_ field: WhatIfEntry.Field) -> FormError? { errors.first { $0.field == field.rawValue } }

  private func picker(_ field: WhatIfEntry.Field, _ label: Phrase, _ picks: [Pick], _ chosen: String) -> HTML {
    let error = error(field)
    let state: HTML = error == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"\(field.rawValue)-error\""
    let options = picks.map { pick -> HTML in
      let mark: HTML = pick.value == chosen ? " selected" : ""
      return "<option value=\"\(pick.value)\"\(mark)>\(pick.text)</option>"
    }
    return """
      <div class="\(error == nil ? "field" : "field bad")"><label for="\(field.rawValue)">\(label[language])</label>\
      \(errorMessage(error))<select id="\(field.rawValue)" name="\(field.rawValue)"\(state)>\(options)</select></div>

      """
  }

  private func day(_ label: Phrase) -> HTML {
    let error = error(.day)
    let state: HTML = error == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"day-error\""
    let value = entry.day.isEmpty ? today.description : entry.day
    return """
      <div class="\(error == nil ? "field" : "field bad")"><label for="day">\(label[language])</label>\
      \(errorMessage(error))<input id="day" name="day" type="date" value="\(value)"\(state)></div>

      """
  }

  private var notes: HTML {
    let notes = answer?.notes ?? [VerdictWording.notice[language]]
    return "\(notes.map { "<p class=\"fine mt-3\">\($0)</p>\n" as HTML })"
  }
}
