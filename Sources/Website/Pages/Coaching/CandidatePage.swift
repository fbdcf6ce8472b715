import HTML
import Services
import Vocabulary

/// One whom somebody coaches: what comes next and why, what it waits for, who sees to it, and the notes.
struct CandidatePage {
  struct Value {
    let organization: Organization.ID
    let person: PersonID
    let who: WhoPart
    /// What is shared, in words.
    let shared: String
    let next: NextStep
    let blockers: [String]
    /// The rule behind the next step.
    let reasons: ReasonNode?
    /// What else runs out: what, and when.
    let ahead: [Fact]
    let goals: [(value: String, text: String)]
    let staff: [(value: String, text: String)]
    let reply: Chip?
    /// Of the plan, for its form.
    let version: Int
    /// Day, who wrote it, and the text; the newest first.
    let notes: [(head: String, text: String)]
  }

  let value: Value
  let token: String?
  /// What stands in the forms.
  var entry: CoachingEntry
  var errors: [FormError] = []

  private var route: CoachingRoute { .candidate(value.organization, value.person) }

  func page(_ language: Language) -> Page {
    let lead = Phrase("Shared with you: \(value.shared).", "Comparte con usted: \(value.shared).")
    return Page(
      title: value.who.name, address: Address(.member(.coaching(route)), language), isCompact: true, isPersonal: true,
      body: """
        \(crumb(CoachingPage.title[language], .member(.coaching(.list)), language))\
        <div class="stack">\(errorSummary(errors, language))
        <div><h1>\(value.who.name)</h1>\(value.who.below)</div></div>
        \(value.next.wide(label(language), id: "next", language))
        <div class="beside even mt-5"><div class="stack">\(blockers(language))\(reasons(language))\(ahead(language))\
        \(notes(language))</div>
        <div class="stack">\(plan(language))<p class="fine">\(lead[language])</p></div></div>

        """)
  }

  private func label(_ language: Language) -> HTML { "\(Phrase("Next step", "Siguiente paso")[language])" }

  private func blockers(_ language: Language) -> HTML {
    let title = Phrase("It waits for", "Espera")
    let none = Phrase("Nothing that is known.", "Nada que se sepa.")
    let lines = value.blockers.map { "<li>\($0)</li>\n" as HTML }
    let list: HTML = lines.isEmpty ? "<p>\(none[language])</p>" : "<ul class=\"list\" id=\"blockers\">\(lines)</ul>"
    return "<section class=\"card\"><h2>\(title[language])</h2>\(list)</section>\n"
  }

  private func reasons(_ language: Language) -> HTML {
    guard let reasons = value.reasons else { return "" }
    let title = Phrase("Why: the rule and its sources", "Por qué: la regla y sus fuentes")
    return """
      <details class="fold" id="reasons"><summary>\(title[language])</summary>\(reasons.tree(language))</details>

      """
  }

  private func ahead(_ language: Language) -> HTML {
    guard !value.ahead.isEmpty else { return "" }
    let title = Phrase("Also ahead", "También se acerca")
    return "<section class=\"card\"><h2>\(title[language])</h2>\(factList(value.ahead, language))</section>\n"
  }

  // MARK: - Whose turn it is

  private func plan(_ language: Language) -> HTML {
    let title = Phrase("Whose turn it is", "A quién le toca")
    let nobody = (value: "", text: Phrase("Nobody yet", "Nadie todavía")[language])
    let none = (value: "", text: Phrase("None", "Ninguna")[language])
    let answerers = CoachingPlan.Answerer.allCases.map { answerer -> (value: String, text: String) in
      let text = CoachingWording.text(answerer)[language]
      return (answerer.rawValue, text.prefix(1).uppercased() + text.dropFirst())
    }
    let day: HTML = """
      <fieldset class="stack tight"><legend>\(Phrase("Until when", "Hasta cuándo")[language])</legend>\
      \(DateFields(month: entry.day.month, day: entry.day.day, year: entry.day.year, errors: errors, describedBy: nil).html(language))\
      </fieldset>

      """
    let form = MemberForm(
      action: .coaching(.plan(value.organization, value.person)), token: token,
      button: Phrase("Save this", "Guardar esto"), hidden: [("seen", String(value.version))],
      fields: [
        Picker(name: "goal", label: Phrase("Goal", "Meta"), options: [none] + value.goals, picked: entry.goal)
          .html(language),
        Picker(
          name: "owner", label: Phrase("Who sees to it", "Quién se encarga"), options: [nobody] + value.staff,
          picked: entry.owner
        ).html(language),
        Picker(
          name: "from", label: Phrase("Reply expected from", "Se espera respuesta de"), options: [nobody] + answerers,
          picked: entry.from
        ).html(language), day,
      ])
    return """
      <section class="card stack" id="plan"><div class="row apart top"><h2>\(title[language])</h2>\
      \(value.reply?.html(language))</div>\(form.html(language))</section>

      """
  }

  // MARK: - Notes

  private func notes(_ language: Language) -> HTML {
    let title = Phrase("Notes", "Notas")
    let hint = Phrase(
      "Nothing about patients or health. Notes are not changed later; the person can save them, and after sharing ends only they can.",
      "Nada sobre pacientes ni salud. Las notas no se cambian después; la persona puede guardarlas y, al dejar de compartir, solo ella."
    )
    let isWarned = errors.contains { $0.field == "note" } && !PatientText.signs(in: entry.note).isEmpty
    var fields: [HTML] = [
      Field(
        name: "note", label: Phrase("Add a note", "Agregar una nota"), kind: .lines, hint: hint, value: entry.note,
        errors: errors
      ).html(language)
    ]
    if isWarned {
      fields.append(
        choiceLine(
          Choice("1", PatientTextWording.keep[language]), name: "keep-text", id: "keep-text", picking: .several,
          checked: false, soft: true))
    }
    let form = MemberForm(
      action: .coaching(.note(value.organization, value.person)), token: token,
      button: Phrase("Add the note", "Agregar la nota"), look: "btn second", fields: fields)
    let lines = value.notes.map { note -> HTML in
      "<li class=\"stack tight\"><p class=\"fine\">\(note.head)</p><p class=\"words\">\(note.text)</p></li>\n"
    }
    let list: HTML = lines.isEmpty ? "" : "<ul class=\"list\" id=\"notes\">\(lines)</ul>"
    return "<section class=\"card stack\"><h2>\(title[language])</h2>\(form.html(language))\(list)</section>\n"
  }
}
