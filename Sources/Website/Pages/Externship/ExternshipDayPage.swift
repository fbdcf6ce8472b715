import HTML
import Rules
import Services
import Vocabulary

/// The form of a day of externship, a new one or one that is corrected, with what it said before.
struct ExternshipDayPage {
  /// The day as it stands; nil: a new one.
  var line: ExternshipLedger.Line?
  var entry = ExternshipEntry()
  var errors: [FormError] = []
  let token: String?
  /// A moment in words.
  let words: (Instant) -> String

  private var route: MemberRoute { .externship(line.map { .day($0.id) } ?? .add) }

  func page(_ language: Language) -> Page {
    let title = line == nil ? Phrase("Write down a day", "Anotar un día") : Phrase("A day of yours", "Un día suyo")
    let lead = Phrase(
      "No names of patients, no record numbers, no days of birth.",
      "Sin nombres de pacientes, sin números de expediente, sin fechas de nacimiento.")
    let chip: HTML = line.map { "<p>\(ExternshipPage.chip($0.standing, language).html(language))</p>" } ?? ""
    let back = Link(ExternshipPage.title[language], .page(.member(.externship(.ledger))))
    return memberPage(
      title, route, errors: errors, lead: lead,
      body: "\(chip)\(form(language))\(history(language))\(removal(language))<p>\(back.html(language))</p>\n", language)
  }

  private func form(_ language: Language) -> HTML {
    let when = DateFields(
      month: entry.when.month, day: entry.when.day, year: entry.when.year, errors: errors, describedBy: nil)
    let legend = Phrase("The day", "El día")[language]
    var fields: [HTML] = [
      "<fieldset class=\"stack tight\"><legend>\(legend)</legend>\(when.html(language))</fieldset>\n",
      Field(
        name: "site", label: Phrase("Where", "Dónde"),
        hint: Phrase("The clinic or office.", "La clínica o el consultorio."),
        value: entry.site, errors: errors
      ).html(language),
      Field(
        name: "preceptor", label: Phrase("Preceptor", "Supervisor o supervisora"),
        hint: Phrase("Who watched your work.", "Quién supervisó su trabajo."), value: entry.preceptor, errors: errors
      ).html(language),
      Field(
        name: "hours", label: Phrase("Hours", "Horas"), hint: Phrase("Like 8 or 7.5.", "Como 8 o 7.5."),
        value: entry.hours, errors: errors
      ).html(language),
    ]
    let skills = ExternshipDay.Skill.allCases.map { skill in
      Field(
        name: "skill-\(skill.rawValue)", label: ExternshipWording.text(skill), value: entry.skills[skill] ?? "",
        errors: errors
      ).html(language)
    }
    let count = Phrase("How often, if at all", "Cuántas veces, si las hubo")[language]
    fields.append("<fieldset class=\"stack tight\"><legend>\(count)</legend>\(skills)</fieldset>\n")
    fields.append(
      Field(name: "note", label: Phrase("Note", "Nota"), value: entry.note, errors: errors).html(language))
    fields.append(
      choiceLine(
        Choice("1", PatientTextWording.keep[language]), name: "keep-text", id: "keep-text", picking: .several,
        checked: entry.isNoPatient, soft: true))
    if case .signed? = line?.standing {
      let text = Phrase(
        "This day is signed. A correction has to be signed anew.",
        "Este día está firmado. Una corrección tiene que firmarse otra vez.")
      fields.append("<p>\(text[language])</p>\n")
    }
    return MemberForm(
      action: route, token: token,
      button: line == nil ? Phrase("Keep this day", "Guardar este día") : Phrase("Correct it", "Corregirlo"),
      look: "btn big fill", hidden: line.map { [("seen", String($0.version))] } ?? [], fields: fields
    ).html(language)
  }

  private func history(_ language: Language) -> HTML {
    guard let line, !line.earlier.isEmpty else { return "" }
    let title = Phrase("What it said before", "Qué decía antes")[language]
    let lines = line.earlier.map { earlier -> HTML in
      let day = earlier.content
      let hours = FieldWording.amount(day.hours, "hours")[language]
      let skills = SkillsPart.text(day.skills, language)
      let texts = [DateWording(language).day(day.day), hours, day.site, day.preceptor, skills, day.note ?? ""]
      let signed = earlier.wasSigned ? Phrase(" Signed.", " Firmado.")[language] : ""
      return """
        <li class="stack tight"><p>\(texts.filter { !$0.isEmpty }.joined(separator: ", "))</p>\
        <p class="fine">\(words(earlier.at)).\(signed)</p></li>

        """
    }
    return "<section class=\"stack\"><h2>\(title)</h2><ul class=\"list card\" id=\"earlier\">\(lines)</ul></section>\n"
  }

  private func removal(_ language: Language) -> HTML {
    guard let line else { return "" }
    return MemberForm(
      action: .externship(.removal(line.id)), token: token, button: Phrase("Take this day out", "Quitar este día"),
      look: "btn second small", hidden: [("seen", String(line.version))]
    ).html(language)
  }
}
