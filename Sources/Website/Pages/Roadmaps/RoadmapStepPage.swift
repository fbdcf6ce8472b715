import HTML
import Services
import Vocabulary

/// How one step of a kept roadmap stands, as a form.
public struct RoadmapStepPage: Sendable {
  public struct Value: Sendable {
    let id: RoadmapID
    let step: String
    /// "CMA (AAMA)".
    let name: String
    let title: String
    let options: [Choice]
    /// What the day stands for.
    let dayHint: String
    /// What is filled in.
    var status: String
    var day: Entered
    var owner: String
    var said: String
    var note: String
    /// What of the record is evidence.
    let records: [String]
    /// The entry that the form was made from.
    let seen: Int
  }

  let value: Value
  let token: String?
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let form = MemberForm(
      action: .roadmapStep(value.id, value.step), token: token,
      button: Phrase("Save and plan again", "Guardar y planear de nuevo"),
      look: "btn big fill", hidden: [("seen", String(value.seen))],
      fields: [status(language), day(language)] + texts.map { $0.html(language) })
    return Page(
      title: value.title, address: Address(.member(.roadmapStep(value.id, value.step)), language), isCompact: true,
      isPersonal: true,
      body: """
        \(crumb(Phrase("Your way to \(value.name)", "Su camino a \(value.name)")[language], .member(.roadmap(value.id)), language))\
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(value.title)</h1>\(form.html(language))</div>

        """)
  }

  private func status(_ language: Language) -> HTML {
    let legend = Phrase("How does it stand?", "¿Cómo va?")[language]
    let lines = choiceLines(value.options, picking: .one, entered: [value.status])
    let error = errors.first { $0.field == "answer" }
    return "<fieldset class=\"stack tight\"><legend>\(legend)</legend>\(errorMessage(error))\(lines)</fieldset>\n"
  }

  private func day(_ language: Language) -> HTML {
    let legend = Phrase("The day", "La fecha")[language]
    let fields = DateFields(
      month: value.day.month, day: value.day.day, year: value.day.year, errors: errors, describedBy: "day-hint")
    return """
      <fieldset class="stack tight"><legend>\(legend)</legend><p class="hint" id="day-hint">\(value.dayHint)</p>\
      \(fields.html(language))</fieldset>

      """
  }

  private var texts: [Field] {
    let found = value.records.joined(separator: "; ")
    return [
      Field(
        name: "owner", label: Phrase("Who sees to it", "Quién se encarga"),
        hint: Phrase(
          "Empty: you. Otherwise their part: school, employer.", "Vacío: usted. Si no, su función: escuela, empleador."),
        value: value.owner, errors: errors),
      Field(
        name: "said", label: Phrase("What shows it", "Qué lo demuestra"),
        hint: value.records.isEmpty
          ? Phrase("A letter, a transcript, and where it is.", "Una carta, un expediente académico, y dónde está.")
          : Phrase("In your record: \(found).", "En su expediente: \(found)."), value: value.said, errors: errors),
      Field(name: "note", label: Phrase("Note", "Nota"), kind: .lines, value: value.note, errors: errors),
    ]
  }
}
