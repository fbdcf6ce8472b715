import HTML
import Vocabulary

/// Who issued something, and where to ask: only what the packs say.
struct IssuerPart {
  /// Nil: not known.
  let name: String?
  /// The issuer's own page; nil: not known.
  let page: String?
  /// Where it lets one look somebody up; nil: no source names it.
  var lookUp: (address: String, citation: Citation?)?
  let hints: [(text: String, citation: Citation?)]

  func html(_ language: Language) -> HTML {
    let unknown = Phrase("not known here", "no se sabe aquí")[language]
    let asks = hints.map { hint -> HTML in "<li>\(hint.text) \(hint.citation?.html(language))</li>\n" }
    let facts = [
      Fact(Phrase("Issued by", "La emite")[language], name ?? unknown),
      page.map {
        Fact(
          Phrase("Its own page", "Su página")[language],
          link: Link($0, .external($0)))
      } ?? Fact(Phrase("Its own page", "Su página")[language], unknown),
      lookUpFact(language),
    ]
    let said: HTML = hints.isEmpty ? "" : "<ul class=\"list\">\(asks)</ul>"
    let source: HTML = lookUp?.citation?.html(language) ?? ""
    return factList(facts, language, tight: true) + source + said
  }

  private func lookUpFact(_ language: Language) -> Fact {
    let title = Phrase("Its page to look somebody up", "Su página para buscar a alguien")[language]
    if let lookUp { return Fact(title, link: Link(lookUp.address, .external(lookUp.address))) }
    let none = Phrase(
      "no source here names it. Ask the issuer.", "ninguna fuente de aquí la nombra. Pregunte a quien la emite.")
    return Fact(title, none[language])
  }
}
