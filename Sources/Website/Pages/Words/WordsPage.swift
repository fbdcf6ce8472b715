import HTML
import Vocabulary

/// The words and signs of every page, and what each means.
public struct WordsPage: Sendable {
  /// A word of the glossary.
  public struct Entry: Sendable, Hashable {
    /// `bls`.
    public let id: String
    public let term: String
    public let text: String
    /// What else the same letters mean.
    public let also: String?
    /// Other words for it: "CE, CME".
    public let aliases: String?
    /// Where to read on.
    public let link: Link?

    public init(
      id: String, term: String, text: String, also: String? = nil, aliases: String? = nil, link: Link? = nil
    ) {
      self.id = id
      self.term = term
      self.text = text
      self.also = also
      self.aliases = aliases
      self.link = link
    }
  }

  var glossary: [Entry] = []
  let language: Language

  func page() -> Page {
    let title = Phrase("Words and signs we use", "Palabras y signos que usamos")[language]
    return Page(
      title: title, address: Address(.words, language), section: .know,
      body: """
        \(crumb(Page.Section.know.name[language], .howWeKnow, language))<h1>\(title)</h1>
        <section class="section stack" aria-labelledby="signs">\(heading("signs", Phrase("Signs", "Signos")))\
        <dl class="facts">\(signs)</dl></section>
        <section class="section stack" aria-labelledby="grades">\(heading("grades", Phrase("How sure a rule is", "Cuán segura es una regla")))\
        <dl class="facts">\(grades)</dl></section>
        \(words)
        """)
  }

  private func heading(_ id: String, _ text: Phrase) -> HTML {
    "<h2 id=\"\(id)\">\(text[language])</h2>\n"
  }

  private var words: HTML {
    guard !glossary.isEmpty else { return "" }
    let also = Phrase("Not to be confused with:", "No confundir con:")[language]
    let others = Phrase("Also called:", "También se dice:")[language]
    let rows = glossary.map { entry -> HTML in
      let link: HTML = entry.link.map { " \($0.html(language))" } ?? ""
      let second: HTML = entry.also.map { "<p class=\"fine\"><b>\(also)</b> \($0)</p>" } ?? ""
      let names: HTML = entry.aliases.map { "<p class=\"fine\">\(others) \($0)</p>" } ?? ""
      return
        "<div id=\"word-\(entry.id)\"><dt>\(entry.term)</dt>\n<dd><p>\(entry.text)\(link)</p>\(second)\(names)</dd></div>\n"
    }
    return """
      <section class="section stack" aria-labelledby="glossary">\(heading("glossary", Phrase("Words", "Palabras")))\
      <dl class="facts">\(rows)</dl></section>

      """
  }

  private var signs: [HTML] {
    Sign.allCases.filter { $0 != .review }.map { sign in
      let chip = Chip(sign, sign.word[language]).html(language)
      return "<div><dt>\(chip)</dt><dd>\(sign.meaning[language])</dd></div>\n"
    }
  }

  private var grades: [HTML] {
    Grade.allCases.map { grade in
      "<div><dt>\(grade.html(language))</dt><dd>\(grade.meaning[language])</dd></div>\n"
    }
  }
}

extension Sign {
  var meaning: Phrase {
    switch self {
    case .met:
      Phrase("The rule is met on that day, and the rule is stated.", "Ese día se cumple la regla, y la regla consta.")
    case .likely:
      Phrase(
        "Met, but the rule is presumed or reported. Ask the body.",
        "Se cumple, pero la regla se presume o es según terceros. Pregunte al organismo.")
    case .unlikely:
      Phrase(
        "Not met, but the rule is presumed or reported. Ask the body.",
        "No se cumple, pero la regla se presume o es según terceros. Pregunte al organismo.")
    case .unmet:
      Phrase(
        "The rule is not met on that day, and the rule is stated.", "Ese día no se cumple la regla, y la regla consta.")
    case .due: Phrase("Not met yet, and there is still time.", "Todavía no se cumple, y aún hay tiempo.")
    case .review: Phrase("Somebody is looking at it.", "Alguien lo está revisando.")
    case .unknown:
      Phrase(
        "A fact is missing (undetermined), or nobody knows the rule (not covered).",
        "Falta un dato (sin determinar) o nadie conoce la regla (sin cobertura).")
    case .conflict:
      Phrase(
        "Sources disagree (not covered): both readings are shown.",
        "Las fuentes no coinciden (sin cobertura): se muestran ambas lecturas.")
    case .cond:
      Phrase(
        "On the map: the rule asks for proof that was not told. No verdict.",
        "En el mapa: la regla pide una prueba que no se indicó. No es un veredicto.")
    case .going:
      Phrase("A step of a plan. What is planned is never green.", "Un paso de un plan. Lo previsto nunca es verde.")
    }
  }
}

extension Grade {
  var meaning: Phrase {
    switch self {
    case .stated:
      Phrase(
        "The certifying body says so in its own words, for the day asked about.",
        "El organismo certificador lo dice con sus propias palabras, para el día consultado.")
    case .presumed:
      Phrase(
        "The body’s own words, but from a copy of unknown date.",
        "Palabras del propio organismo, pero de una copia sin fecha conocida.")
    case .reported:
      Phrase("Somebody else says so: a school, a state, a book.", "Lo dice otro: una escuela, un estado, un libro.")
    }
  }
}
