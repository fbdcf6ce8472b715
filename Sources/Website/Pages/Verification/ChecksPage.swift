import HTML
import Services
import Vocabulary

/// What is to be checked with issuers, the one that has waited longest first.
struct ChecksPage {
  struct Row {
    let person: PersonID
    let record: RecordID
    /// The mail address of the person.
    let who: String
    /// "certification: CMA (AAMA)".
    let what: String
    let chip: Chip
    /// "Due since Nov 3, 2026 (3 weeks ago)".
    let due: String
    let isDue: Bool
  }

  struct Value {
    let organization: Organization.ID
    let policy: String
    let rows: [Row]
  }

  let value: Value

  static let title = Phrase("Checks with issuers", "Comprobaciones con quien emite")

  func page(_ language: Language) -> Page {
    let lead = Phrase(
      "What those who share with you hold, and what is due to be checked. They see that you opened this list.",
      "Lo que tienen quienes comparten con usted, y qué toca comprobar. Ellos ven que usted abrió esta lista.")
    let due = value.rows.filter(\.isDue)
    let later = value.rows.filter { !$0.isDue }
    return memberPage(
      Self.title, .checks(value.organization), lead: lead,
      body: """
        <p class="fine">\(value.policy)</p>
        \(section(Phrase("Due now", "Pendientes"), due, "due", language))\
        \(later.isEmpty ? "" : section(Phrase("Due later", "Más adelante"), later, "later", language))
        """, language)
  }

  private func section(_ title: Phrase, _ rows: [Row], _ id: String, _ language: Language) -> HTML {
    let none = Phrase("Nothing is due.", "No hay nada pendiente.")
    let lines = rows.map { row($0, language) }
    let list: HTML =
      rows.isEmpty
      ? "<div class=\"empty\">\(Icon.shield.html)<p>\(none[language])</p></div>"
      : "<ol class=\"list card\" id=\"\(id)\">\(lines)</ol>"
    return "<section><h2>\(title[language])</h2>\(list)</section>\n"
  }

  private func row(_ row: Row, _ language: Language) -> HTML {
    let note = Link(
      Phrase("Note what the issuer says", "Anotar lo que dice quien la emite")[language],
      .page(.member(.check(value.organization, row.person, row.record))))
    return """
      <li class="stack tight"><p><strong>\(row.what)</strong>, \(row.who)</p><p>\(row.chip.html(language))</p>\
      <p class="fine">\(row.due)</p><p>\(note.html(language))<span class="vh">: \(row.what), \(row.who)</span></p></li>

      """
  }
}
