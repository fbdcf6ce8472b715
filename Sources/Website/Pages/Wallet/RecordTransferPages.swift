import HTML
import Rules
import Services
import Vocabulary

/// Takes one's record along as a file.
struct RecordExportPage {
  let token: String?
  let hasHealth: Bool
  /// Whether everything can be taken along at once.
  var hasArchive = false

  static let title = Phrase("Take your record along", "Llevarse su expediente")
  /// The ticks.
  static let (health, history) = ("health", "history")

  func page(_ language: Language) -> Page {
    let text = Phrase(
      "A file with all that stands in your record, for you, and to bring back here. Texts that look as if they were about a patient stay out. Roadmaps are not in it.",
      "Un archivo con todo lo que está en su expediente, para usted y para volver a traerlo aquí. Los textos que parecen ser de un paciente quedan fuera. Los planes no están en él."
    )
    func tick(_ name: String, _ text: Phrase) -> HTML {
      choiceLine(
        Choice("1", text[language]), name: name, id: name, picking: .several, checked: false, soft: true)
    }
    var fields = [
      tick(Self.history, Phrase("With the history of every change", "Con el historial de cada cambio"))
    ]
    if hasHealth { fields.append(tick(Self.health, Phrase("With my health records", "Con mis registros de salud"))) }
    let form = MemberForm(
      action: .wallet(.exporting), token: token, button: Phrase("Save the file", "Guardar el archivo"),
      look: "btn big fill", fields: fields)
    let link = Link(ArchivePage.title[language], .page(.member(.wallet(.archive))))
    let all: HTML = hasArchive ? "<p>\(link.html(language))</p>" : ""
    return Page(
      title: Self.title[language], address: Address(.member(.wallet(.exporting)), language), isCompact: true,
      isPersonal: true,
      body: """
        \(crumb(RecordPage.title(.record)[language], .member(.wallet(.record(.record))), language))\
        <div class="stack measure"><h1>\(Self.title[language])</h1><p>\(text[language])</p>\(form.html(language))\(all)</div>

        """)
  }
}

/// Brings such a file back: first what it would add, then, with a second press, all of it.
struct RecordImportPage {
  let part: RecordPart
  let token: String?
  /// What the file would do, with its text; nil: none was given yet.
  var planned: (plan: RecordImport, text: String)?
  /// Whether the file also holds what belongs into the other part.
  var holdsHealth = false
  /// Whether everything can be brought back at once.
  var hasArchive = false
  var errors: [FormError] = []

  static func title(_ part: RecordPart) -> Phrase {
    switch part {
    case .record: Phrase("Bring a record back", "Traer un expediente")
    case .health: Phrase("Bring health records back", "Traer registros de salud")
    }
  }

  func page(_ language: Language) -> Page {
    Page(
      title: Self.title(part)[language], address: Address(.member(.wallet(.importing(part))), language),
      isCompact: true, isPersonal: true,
      body: """
        \(crumb(RecordPage.title(part)[language], .member(.wallet(.record(part))), language))\
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(Self.title(part)[language])</h1>\
        \(planned.map { plan($0.plan, $0.text, language) } ?? picking(language))</div>

        """)
  }

  private func picking(_ language: Language) -> HTML {
    let text = Phrase(
      "Pick a file that Fobwatch saved. Nothing changes before you have seen what it would add.",
      "Elija un archivo guardado por Fobwatch. Nada cambia antes de que usted vea lo que agregaría.")[language]
    let error = errors.first { $0.field == "file" }
    let proof: HTML = token.map { "<input type=\"hidden\" name=\"form\" value=\"\($0)\">" } ?? ""
    let marks: HTML = error == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"file-error\""
    let link = Link(ArchiveReturnPage.title[language], .page(.member(.wallet(.archiveReturn))))
    let all: HTML = hasArchive ? "<p>\(link.html(language))</p>" : ""
    return """
      <p>\(text)</p><form class="stack" action="\(url: Address(.member(.wallet(.importing(part))), language).text)" method="post" \
      enctype="multipart/form-data" novalidate>\(proof)<div class="\(error == nil ? "field" : "field bad")">\
      <label for="file">\(Phrase("File", "Archivo")[language])</label>\(errorMessage(error))\
      <input id="file" name="file" type="file" accept=".json,application/json"\(marks)></div>\
      <button class="btn big fill" type="submit">\(Phrase("See what it would add", "Ver lo que agregaría")[language])</button></form>\(all)

      """
  }

  private func plan(_ plan: RecordImport, _ text: String, _ language: Language) -> HTML {
    let kinds = EvidenceKind.allCases.compactMap { kind -> HTML? in
      plan.added[kind].map { "<li>\(RecordWording.heading(kind)[language]): \($0)</li>\n" }
    }
    var notes = [
      Phrase("There already: \(plan.present).", "Ya están: \(plan.present).")
    ]
    if !plan.differing.isEmpty {
      let names = plan.differing.prefix(10).joined(separator: ", ")
      notes.append(
        Phrase(
          "Left as they are, since they say something else here: \(names).",
          "Se dejan como están, pues aquí dicen otra cosa: \(names)."))
    }
    if plan.lowered > 0 {
      notes.append(
        Phrase(
          "\(plan.lowered) come with a check that a file cannot show: they count as your own word until checked again.",
          "\(plan.lowered) traen una comprobación que un archivo no puede mostrar: cuentan como su palabra hasta comprobarse de nuevo."
        ))
    }
    if !plan.completed.isEmpty {
      let names = plan.completed.map { RecordWording.heading($0) }
      notes.append(
        Phrase(
          "Lists that are said to be whole: \(names.map(\.en).joined(separator: ", ")).",
          "Listas que se dicen completas: \(names.map(\.es).joined(separator: ", "))."))
    }
    if holdsHealth, part == .record {
      notes.append(
        Phrase(
          "The file also holds health records. Bring them back on their own page.",
          "El archivo también tiene registros de salud. Tráigalos en su propia página."))
    }
    let title =
      plan.isEmpty
      ? Phrase("Nothing of it is new", "Nada es nuevo") : Phrase("It would add", "Agregaría")
    let form = MemberForm(
      action: .wallet(.importing(part)), token: token, button: Phrase("Add all of it", "Agregar todo"),
      look: "btn big fill", hidden: [("text", text)])
    return """
      <section class="card stack tight"><h2>\(title[language])</h2><ul class="list">\(kinds)</ul>\
      \(notes.map { "<p class=\"fine\">\($0[language])</p>" as HTML })</section>\(plan.isEmpty ? "" : form.html(language))

      """
  }
}
