import HTML
import Services
import Vocabulary

/// One paper: how it looks, what it belongs to, and how to take it along or remove it.
struct OwnPaperPage {
  let id: PaperID
  /// "Diploma".
  let name: String
  /// "Photo".
  let form: String
  /// "1.2 MB".
  let size: String
  /// "Nov 22, 2026".
  let added: String
  /// What it belongs to; nil: nothing.
  let record: PaperNewPage.Place?
  /// What it can belong to; empty for one of health.
  let places: [PaperNewPage.Place]
  let hasPreview: Bool
  let token: String?
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let facts = [
      Fact(Phrase("What it is", "Qué es")[language], form), Fact(Phrase("Size", "Tamaño")[language], size),
      Fact(Phrase("Added", "Agregado")[language], added),
      record.map {
        Fact(
          Phrase("Belongs to", "Corresponde a")[language],
          link: Link($0.name, .page(.member(.wallet(.item(.record, $0.id))))))
      }
        ?? Fact(
          Phrase("Belongs to", "Corresponde a")[language],
          Phrase("Nothing in your record", "Nada de su expediente")[language]),
    ]
    let words = Phrase("Preview: \(name)", "Vista previa: \(name)")[language]
    let preview: HTML =
      hasPreview
      ? """
      <img class="paper" src="\(url: Address(.member(.paperPart(id, .preview)), language).text)" alt="\(words)">
      """ : ""
    let download = Link(
      Phrase("Download", "Descargar")[language], .page(.member(.paperPart(id, .content))))
    let remove = MemberForm(
      action: .paperRemoval(id), token: token, button: Phrase("Remove for good", "Quitar para siempre"),
      look: "btn second")
    let crumbs = crumb(PapersPage.title[language], .member(.papers), language)
    return Page(
      title: name, address: Address(.member(.ownPaper(id)), language), isCompact: true, isPersonal: true,
      body: """
        \(crumbs)<div class="stack measure">\(errorSummary(errors, language))<h1>\(name)</h1>\(preview)
        \(factList(facts, language, tight: true))
        <div class="row mt-5">\(download.button(language, "btn"))\(remove.html(language))</div>\(move(language))</div>

        """)
  }

  private func move(_ language: Language) -> HTML {
    guard !places.isEmpty else { return "" }
    let title = Phrase("What does it belong to?", "¿A qué corresponde?")
    let form = MemberForm(
      action: .paperPlace(id), token: token, button: Phrase("Save", "Guardar"), look: "btn second small",
      fields: [PaperNewPage.picker(places, record?.id.text ?? "", errors, language)])
    return """
      <section class="card stack tight" aria-labelledby="place"><h2 id="place">\(title[language])</h2>\
      \(form.html(language))</section>

      """
  }
}
