import HTML
import Vocabulary

/// The words and signs of every page, and what each means.
struct WordsPage {
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

        """)
  }

  private func heading(_ id: String, _ text: Phrase) -> HTML {
    "<h2 id=\"\(id)\">\(text[language])</h2>\n"
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
