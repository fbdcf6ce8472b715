import HTML
import Services
import Vocabulary

/// One's own record with its issuers: how each thing stands, and every look at a source.
struct VerificationPage {
  struct Item {
    let what: String
    let chip: Chip
    let due: String
    let issuer: IssuerPart
  }

  struct Check {
    let title: String
    let text: String
  }

  struct Value {
    let policy: String
    let items: [Item]
    /// The newest first.
    let checks: [Check]
  }

  let value: Value
  /// Links that show a certification, and the form for another one.
  let links: LinksPart

  static let title = Phrase("Checked with issuers", "Comprobado con quien emite")

  func page(_ language: Language) -> Page {
    let lead = Phrase(
      "What issuers said of your record, and who asked them. Nobody asks unless you share with them for that.",
      "Lo que dijeron de su expediente quienes emiten, y quién preguntó. Nadie pregunta si usted no comparte para eso.")
    let share = Link(
      Phrase("Share your record for this", "Compartir su expediente para esto")[language], .page(.member(.sharing)))
    return memberPage(
      Self.title, .verification, errors: links.errors, lead: lead,
      body: """
        <p class="fine">\(value.policy)</p><p>\(share.html(language))</p>
        \(items(language))\(links.html(language))\(checks(language))
        """, language)
  }

  private func items(_ language: Language) -> HTML {
    let none = Phrase(
      "Your record has nothing yet that an issuer can be asked about.",
      "Su expediente aún no tiene nada por lo que se pueda preguntar a quien lo emite.")
    guard !value.items.isEmpty else { return "<p>\(none[language])</p>\n" }
    let cards = value.items.map { item -> HTML in
      """
      <li class="card stack tight"><h3>\(item.what)</h3><p>\(item.chip.html(language))</p>\
      <p class="fine">\(item.due)</p>\(item.issuer.html(language))</li>

      """
    }
    let title = Phrase("How it stands", "Cómo está")
    return "<section><h2>\(title[language])</h2><ul role=\"list\" class=\"stack\">\(cards)</ul></section>\n"
  }

  private func checks(_ language: Language) -> HTML {
    let title = Phrase("Every look at a source", "Cada consulta a una fuente")
    let none = Phrase("Nobody has asked an issuer yet.", "Nadie ha preguntado todavía a quien emite.")
    let lines = value.checks.map { check -> HTML in
      "<li class=\"stack tight\"><p><strong>\(check.title)</strong></p><p>\(check.text)</p></li>\n"
    }
    let list: HTML =
      value.checks.isEmpty ? "<p>\(none[language])</p>" : "<ul class=\"list card\" id=\"looked\">\(lines)</ul>"
    return "<section><h2>\(title[language])</h2>\(list)</section>\n"
  }
}
