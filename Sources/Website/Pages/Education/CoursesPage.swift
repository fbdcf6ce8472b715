import Continuing
import HTML
import Services
import Vocabulary

/// Which courses are enough for every certification that somebody holds: one list, where each counts, and what is proved
/// of it.
struct CoursesPage {
  /// A course of the list.
  struct Listed {
    let title: String
    /// "Jun 7, 2027 · $37 · 1.5 hours · Sample Provider".
    let about: String
    let places: [Place]
  }

  /// Where a course counts.
  struct Place {
    /// "CMA (AAMA)".
    let credential: String
    /// "6 points, clinical, approved by AAMA".
    let text: String
    let reasons: [String]
  }

  /// A part of a duty: "clinical".
  struct Part {
    let name: String
    /// "3 earned + 7 from the list; 10 needed".
    let text: String
  }

  struct Duty {
    let credential: String
    let days: String
    /// Whether it is met with the list; nil: there is no list.
    let chip: Chip?
    let parts: [Part]
    let source: String?
  }

  /// What was found.
  struct Answer {
    /// "16 courses, $151, 56.5 hours".
    let headline: String
    /// What is proved.
    let proof: String?
    let facts: [String]
    let listed: [Listed]
    let duties: [Duty]
    /// What no choice of courses reaches.
    let shortfalls: [String]
    let remarks: [String]
    /// After how many questions the search was stopped.
    let steps: Int?
    let hasCertificate: Bool
  }

  /// Whether the record names a certification at all.
  var hasCredential = true
  var request = CoursesRequest()
  var answer: Answer?
  var isBusy = false
  let token: String?
  var errors: [FormError] = []

  static let title = Phrase("Which courses?", "¿Qué cursos?")

  func page(_ language: Language) -> Page {
    let asked: HTML =
      hasCredential
      ? CoursesForm(request: request, token: token, errors: errors, title: answer == nil ? nil : Self.again).html(
        language)
      : "<p class=\"lead\">\(EducationPage.none[language])</p>\n"
    return Page(
      title: Self.title[language], address: Address(.member(.courses), language), isCompact: true,
      isSample: answer != nil && !request.isOwn, isPersonal: true,
      body: """
        \(crumb(EducationPage.title[language], .member(.education), language))\
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(Self.title[language])</h1>\
        \(busy(language))\(answer.map { shown($0, language) })\(asked)\
        <p class="fine">\(VerdictWording.notice[language])</p></div>

        """)
  }

  private static let again = Phrase("Ask again", "Preguntar de nuevo")

  private func busy(_ language: Language) -> HTML {
    guard isBusy else { return "" }
    let title = Phrase("Others are being answered.", "Se está respondiendo a otras personas.")
    let text = Phrase(
      "Nothing was looked for yet. Ask again in half a minute; your file is kept in this page.",
      "Todavía no se buscó nada. Pregunte de nuevo en medio minuto; su archivo sigue en esta página.")
    return Note(sign: .due, title: title[language], text: text[language]).html(language)
  }

  private func shown(_ answer: Answer, _ language: Language) -> HTML {
    let proof: HTML = answer.proof.map { "<p>\($0)</p>" } ?? ""
    let facts = answer.facts.map { "<p class=\"fine\">\($0)</p>" as HTML }
    return """
      <section class="card stack tight"><h2>\(answer.headline)</h2>\(proof)\(shortfalls(answer, language))\(facts)</section>
      \(list(answer, language))\(duties(answer, language))\(remarks(answer, language))\(certificate(answer, language))
      """
  }

  private func shortfalls(_ answer: Answer, _ language: Language) -> HTML {
    if answer.shortfalls.isEmpty { return "" }
    let title = Phrase("What this catalog cannot reach", "Lo que no se alcanza con este catálogo")[language]
    return "<h3>\(title)</h3><ul class=\"list\">\(answer.shortfalls.map { "<li>\($0)</li>\n" as HTML })</ul>"
  }

  private func list(_ answer: Answer, _ language: Language) -> HTML {
    if answer.listed.isEmpty { return "" }
    let title = Phrase("The list", "La lista")[language]
    let lines = answer.listed.map { course -> HTML in
      let places = course.places.map { place -> HTML in
        let but = Phrase("but", "pero")[language]
        let reasons: HTML =
          place.reasons.isEmpty ? "" : " <span class=\"fine\">(\(but) \(place.reasons.joined(separator: "; ")))</span>"
        return "<p>\(place.credential): \(place.text)\(reasons)</p>"
      }
      return """
        <li class="stack tight"><h3>\(course.title)</h3><p class="fine">\(course.about)</p>\(places)</li>

        """
    }
    return """
      <section class="card"><h2>\(title)</h2><ol class="list" role="list">\(lines)</ol></section>

      """
  }

  private func duties(_ answer: Answer, _ language: Language) -> HTML {
    if answer.duties.isEmpty { return "" }
    let title =
      answer.listed.isEmpty
      ? Phrase("What each certification asks for", "Lo que pide cada certificación")[language]
      : Phrase("What each certification gets", "Lo que recibe cada certificación")[language]
    let cards = answer.duties.map { duty -> HTML in
      let parts = duty.parts.map { "<div><dt>\($0.name)</dt><dd>\($0.text)</dd></div>\n" as HTML }
      let source: HTML = duty.source.map { "<p class=\"fine\">\($0)</p>" } ?? ""
      let chip: HTML = duty.chip.map { "<p>\($0.html(language))</p>" } ?? ""
      return """
        <section class="card stack tight"><h3>\(duty.credential)</h3><p class="fine">\(duty.days)</p>\
        \(chip)<dl class="facts">\(parts)</dl>\(source)</section>

        """
    }
    return "<section class=\"stack mt-5\"><h2>\(title)</h2>\(cards)</section>\n"
  }

  private func remarks(_ answer: Answer, _ language: Language) -> HTML {
    if answer.remarks.isEmpty { return "" }
    let title = Phrase("To look at", "Por revisar")[language]
    return """
      <section class="stack tight mt-5"><h2>\(title)</h2><ul class="list">\(answer.remarks.map { "<li>\($0)</li>\n" as HTML })</ul></section>

      """
  }

  private func certificate(_ answer: Answer, _ language: Language) -> HTML {
    guard answer.hasCertificate else { return "" }
    typealias Name = CoursesRequest.Field
    var hidden = [
      (name: Name.proof, value: "1"), (Name.catalog, request.isOwn ? CoursesRequest.own : CoursesRequest.sample),
      (Name.least, request.least.rawValue),
    ]
    if request.isOwn { hidden.append((Name.kept, SheetText.text(request.sheet))) }
    if let steps = answer.steps { hidden.append((Name.steps, String(steps))) }
    let form = MemberForm(
      action: .courses, token: token, button: Phrase("Save the proof", "Guardar la prueba"), look: "btn second",
      hidden: hidden)
    let text = Phrase(
      "The proof is a file that names courses and no person. Anybody can check it without this site: fobwatch ce verify FILE.",
      "La prueba es un archivo que nombra cursos y a ninguna persona. Cualquiera puede comprobarla sin este sitio: fobwatch ce verify ARCHIVO."
    )
    return
      "<section class=\"stack tight no-print\"><p class=\"fine\">\(text[language])</p>\(form.html(language))</section>\n"
  }
}
