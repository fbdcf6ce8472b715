import HTML
import Services
import Vocabulary

/// The papers that somebody keeps.
struct PapersPage {
  struct Row {
    let id: PaperID
    /// "Diploma".
    let name: String
    /// "Photo, added on Nov 22, 2026."
    let text: String
  }

  /// One that is photographed page by page, and not finished.
  struct Draft {
    let id: PaperID
    /// "Transcript".
    let name: String
    let pages: Int
    /// "Nov 23, 2026".
    let endsAt: String
  }

  let rows: [Row]
  /// Those of health, which nobody else sees.
  let health: [Row]
  var drafts: [Draft] = []

  static let title = Phrase("Your papers", "Sus documentos")

  func page(_ language: Language) -> Page {
    let none = Phrase(
      "You keep none yet. A photo of the front of a card is enough.",
      "Aún no guarda ninguno. Basta una foto del frente de una tarjeta.")
    let lead = Phrase(
      "A paper stands beside what you tell us. It changes no answer by itself.",
      "Un documento acompaña lo que usted nos dice. Por sí solo no cambia ninguna respuesta.")
    let list: HTML =
      rows.isEmpty && health.isEmpty ? "<p>\(none[language])</p>\n" : Self.list(rows, language, isUnder: false)
    let title = Phrase("Health and background checks", "Salud y antecedentes")
    let apart = Phrase("Kept apart, under a key of their own.", "Se guardan aparte, con su propia clave.")
    let more: HTML =
      health.isEmpty
      ? ""
      : "<h2>\(title[language])</h2><p class=\"fine\">\(apart[language])</p>\(Self.list(health, language, isUnder: true))"
    let add = Link(PaperNewPage.title[language], .page(.member(.paperNew)))
    return memberPage(
      Self.title, .papers, lead: lead,
      body: """
        \(list)\(more)\(unfinished(language))<div class="row mt-5">\(add.button(language, "btn"))</div>
        """, language)
  }

  private func unfinished(_ language: Language) -> HTML {
    guard !drafts.isEmpty else { return "" }
    let title = Phrase("Not finished", "Sin terminar")
    let cards = drafts.map { draft -> HTML in
      let link = Link(draft.name, .page(.member(.pages(draft.id, .page))))
      let text = Phrase(
        "Photos: \(draft.pages). Thrown away after \(draft.endsAt).",
        "Fotos: \(draft.pages). Se borran después de: \(draft.endsAt).")
      return "<li class=\"card stack tight\"><h3>\(link.html(language))</h3><p>\(text[language])</p></li>\n"
    }
    return "<h2>\(title[language])</h2><ul role=\"list\" class=\"stack\" id=\"drafts\">\(cards)</ul>\n"
  }

  /// - Parameter isUnder: whether a heading of its own stands above.
  private static func list(_ rows: [Row], _ language: Language, isUnder: Bool) -> HTML {
    let cards = rows.map { row -> HTML in
      let link = Link(row.name, .page(.member(.ownPaper(row.id))))
      let head: HTML = isUnder ? "<h3>\(link.html(language))</h3>" : "<h2>\(link.html(language))</h2>"
      return "<li class=\"card stack tight\">\(head)<p>\(row.text)</p></li>\n"
    }
    return "<ul role=\"list\" class=\"stack\">\(cards)</ul>\n"
  }
}
