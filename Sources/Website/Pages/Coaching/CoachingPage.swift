import HTML
import Services
import Vocabulary

/// Whom somebody coaches: one line each, overdue replies first, then what is nearest to failing.
struct CoachingPage {
  /// One of them.
  struct Row {
    let route: CoachingRoute
    let who: WhoPart
    /// What comes next.
    let next: String
    /// When it ends; nil: no day is known.
    let end: Chip?
    /// What it waits for.
    let blockers: [String]
    /// How many more there are.
    let more: Int
    /// Nil: nobody.
    let owner: String?
    /// From whom, and until when; nil: none is expected.
    let reply: (from: String, by: Chip)?
  }

  let rows: [Row]

  static let title = Phrase("People you coach", "Personas a quienes asesora")

  func page(_ language: Language) -> Page {
    let lead = Phrase(
      "What comes next for each, by what they share with you now. They see that you opened this list.",
      "Lo que sigue para cada persona, según lo que comparte con usted ahora. Ellas ven que usted abrió esta lista.")
    var page = memberPage(
      Self.title, .coaching(.list), lead: lead, body: rows.isEmpty ? empty(language) : table(language), language,
      isWide: true)
    page.isCompact = false
    return page
  }

  private func empty(_ language: Language) -> HTML {
    let none = Phrase(
      "Nobody shares with you for this now. People share with your organization themselves, from their account.",
      "Nadie comparte con usted para esto ahora. Cada persona comparte con su organización desde su cuenta.")
    return "<div class=\"empty\">\(Icon.shield.html)<p>\(none[language])</p></div>\n"
  }

  private func table(_ language: Language) -> HTML {
    let heads = [
      Phrase("Person", "Persona"), Phrase("Next step", "Siguiente paso"), Phrase("Waits for", "Espera"),
      Phrase("Who sees to it", "Quién se encarga"), Phrase("Reply expected", "Respuesta esperada"),
    ].map { $0[language] }
    let lines = rows.map { row -> HTML in
      let link = Link(row.who.name, .page(.member(.coaching(row.route))))
      return """
        <tr><th scope="row">\(link.html(language))\(row.who.below)</th>\
        <td data-is="\(heads[1])"><div class="stack tight"><p>\(row.next)</p>\
        \(row.end.map { "<p>\($0.html(language))</p>" as HTML })</div></td>\
        <td data-is="\(heads[2])">\(blockers(row, language))</td>\
        \(cell(heads[3], row.owner.map(breaking)))\(cell(heads[4], row.reply.map { reply($0, language) }))</tr>

        """
    }
    let head = heads.map { "<th scope=\"col\">\($0)</th>" as HTML }
    return """
      <div class="scroll sheet" tabindex="0" role="region" aria-label="\(Self.title[language])">\
      <table class="folds cards" id="candidates"><thead><tr>\(head)</tr></thead>
      <tbody>\(lines)</tbody></table></div>

      """
  }

  /// A card leaves out what is empty.
  private func cell(_ head: String, _ content: HTML?) -> HTML {
    guard let content else { return "<td class=\"none\">–</td>" }
    return "<td class=\"plain\" data-is=\"\(head)\">\(content)</td>"
  }

  private func reply(_ reply: (from: String, by: Chip), _ language: Language) -> HTML {
    "<div class=\"stack tight\"><p>\(reply.from)</p><p>\(reply.by.html(language))</p></div>"
  }

  private func blockers(_ row: Row, _ language: Language) -> HTML {
    guard !row.blockers.isEmpty else { return "\(Phrase("Nothing known", "Nada que se sepa")[language])" }
    let items = row.blockers.map { "<li>\($0)</li>" as HTML }
    let more: HTML =
      row.more > 0 ? "<li class=\"fine\">\(Phrase("and \(row.more) more", "y \(row.more) más")[language])</li>" : ""
    return "<ul class=\"bare\">\(items)\(more)</ul>"
  }
}

/// Who somebody is, for a coach.
struct WhoPart {
  /// The name, if it is shared; else the mail address.
  let name: String
  /// The mail address, where the name stands above it.
  let email: String?
  /// The organization, for who coaches for several.
  let place: String?

  var below: HTML {
    let lines = [email, place].compactMap(\.self).map { "<p class=\"fine plain\">\(breaking($0))</p>" as HTML }
    return "\(lines)"
  }
}

/// A mail address that breaks before its domain, where it breaks.
private func breaking(_ text: String) -> HTML {
  let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
  return parts.count == 2 ? "\(parts[0])<wbr>@\(parts[1])" : "\(text)"
}
