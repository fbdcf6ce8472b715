import HTML
import Services
import Vocabulary

/// The roadmaps that somebody keeps.
struct RoadmapsPage {
  struct Row {
    let id: RoadmapID
    /// "CMA (AAMA)".
    let name: String
    /// "Certified on Jun 14, 2027 at the earliest, as planned on Nov 22, 2026."
    let text: String
  }

  let rows: [Row]

  static let title = Phrase("Your roadmaps", "Sus planes")

  func page(_ language: Language) -> Page {
    let cards = rows.map { row -> HTML in
      let link = Link(row.name, .page(.member(.roadmap(row.id))))
      return "<li class=\"card stack tight\"><h2>\(link.html(language))</h2><p>\(row.text)</p></li>\n"
    }
    let none = Phrase(
      "You keep none yet. Compare credentials, open the way to one, and keep it there.",
      "Aún no guarda ninguno. Compare credenciales, abra el camino a una y guárdelo ahí.")
    let compare = Link(Phrase("Compare credentials", "Comparar credenciales")[language], .page(.compare))
    let list: HTML =
      rows.isEmpty ? "<p class=\"lead\">\(none[language])</p>\n" : "<ul role=\"list\" class=\"stack\">\(cards)</ul>\n"
    return Page(
      title: Self.title[language], address: Address(.member(.roadmaps), language), isCompact: true, isPersonal: true,
      body: """
        \(crumb(Phrase("Your account", "Su cuenta")[language], .member(.account), language))\
        <div class="stack measure"><h1>\(Self.title[language])</h1>\(list)
        <div class="row mt-5">\(compare.button(language, "btn second"))</div></div>

        """)
  }
}
