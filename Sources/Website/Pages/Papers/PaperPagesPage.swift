import HTML
import Services
import Vocabulary

/// A paper that is photographed page by page: its pages so far, in their order, and the way to one more and to the end.
struct PaperPagesPage {
  let id: PaperID
  /// "Transcript".
  let name: String
  /// What it belongs to; nil: nothing.
  let place: String?
  let pages: [UploadID]
  /// Until when the pages are kept without being finished.
  let endsAt: String
  let token: String?
  let limits: PaperLimits
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let title = Phrase("The pages of your paper", "Las páginas de su documento")
    let about = place.map { "\(name), \($0)" } ?? name
    let lead = Phrase(
      "\(about). Put the pages in order, then make one paper of them.",
      "\(about). Ordene las páginas y haga un solo documento.")
    let crumbs = crumb(PapersPage.title[language], .member(.papers), language)
    return Page(
      title: title[language], address: Address(.member(.pages(id, .page)), language), isCompact: true, isPersonal: true,
      body: """
        \(crumbs)<div class="stack measure">\(errorSummary(errors, language))<h1>\(title[language])</h1>
        <p class="lead">\(lead[language])</p>\(list(language))\(finish(language))\(more(language))\(removal(language))</div>
        <script src="\(url: Assets.papers.address)" defer></script>

        """)
  }

  private func list(_ language: Language) -> HTML {
    let rows = pages.enumerated().map { index, page in row(index, page, language) }
    return "<ol role=\"list\" class=\"list card\" id=\"pages\">\(rows)</ol>\n"
  }

  private func row(_ index: Int, _ page: UploadID, _ language: Language) -> HTML {
    let name = Phrase("Page \(index + 1)", "Página \(index + 1)")[language]
    var turns: [(Papers.Turn, Phrase)] = []
    if index > 0 { turns.append((.earlier, Phrase("Earlier", "Antes"))) }
    if index + 1 < pages.count { turns.append((.later, Phrase("Later", "Después"))) }
    turns.append((.out, Phrase("Take out", "Quitar")))
    let forms = turns.map { turn, words in
      MemberForm(
        action: .pages(id, .order), token: token, button: words, look: "btn second small",
        hidden: [("page", page.text), ("turn", turn.rawValue)], about: name
      ).html(language)
    }
    let source = Address(.member(.pages(id, .preview(page))), language).text
    return """
      <li class="stack tight"><h2>\(name)</h2><img class="paper" src="\(url: source)" alt="\(name)">\
      <div class="row">\(forms)</div></li>

      """
  }

  private func finish(_ language: Language) -> HTML {
    let words =
      pages.count == 1
      ? Phrase("It has this one page: keep it", "Tiene solo esta página: guardarlo")
      : Phrase("Make one paper of these \(pages.count) pages", "Hacer un documento de estas \(pages.count) páginas")
    let until = Phrase(
      "Until you do, it is none of your papers. The photos are thrown away after \(endsAt).",
      "Hasta entonces no está entre sus documentos. Las fotos se borran después de: \(endsAt).")
    let form = MemberForm(action: .pages(id, .paper), token: token, button: words, look: "btn big fill")
    return "\(form.html(language))<p class=\"fine\">\(until[language])</p>\n"
  }

  private func more(_ language: Language) -> HTML {
    guard pages.count < limits.pages else { return "<p>\(PaperWording.pagesFull(limits)[language]).</p>\n" }
    let title = Phrase("One more page", "Otra página")
    let form = PhotoForm(
      draft: id, token: token, limits: limits, button: Phrase("Add as the last page", "Agregar como última página"),
      errors: errors)
    return """
      <section class="card stack tight" aria-labelledby="more-pages"><h2 id="more-pages">\(title[language])</h2>\
      \(form.html(language))</section>

      """
  }

  private func removal(_ language: Language) -> HTML {
    MemberForm(
      action: .pages(id, .removal), token: token, button: Phrase("Throw all of it away", "Borrar todo esto"),
      look: "btn second small"
    ).html(language)
  }
}
