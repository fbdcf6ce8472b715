import HTML
import Vocabulary

extension Page {
  /// What Fobwatch is and is not, how it knows, and the edition of the rules.
  func foot(_ edition: Edition?, hasAccounts: Bool = false) -> HTML {
    let about = Phrase("About", "Acerca de")[language]
    return """
      <footer class="foot">
        <div class="track" aria-hidden="true"></div>
        <div class="wrap">
          <div><h2>Fobwatch</h2><p>\(Self.disclaimer[language])</p></div>
          <nav aria-label="\(about)"><h2>\(Page.Section.know.name[language])</h2><ul>\(Self.links[language])</ul></nav>
          <div><h2>\(Self.privacyTitle[language])</h2><p>\((hasAccounts ? Self.optional : Self.privacy)[language])</p>\(editionLine(edition))</div>
        </div>
      </footer>

      """
  }

  private static let disclaimer = Phrase(
    """
    Fobwatch reports published rules. It is not legal advice; the certifying body decides. \
    Not affiliated with or endorsed by AAMA, AMT, NHA or NCCT.
    """,
    """
    Fobwatch informa de reglas publicadas. No es asesoría legal; decide el organismo certificador. \
    Sin afiliación con AAMA, AMT, NHA o NCCT ni aval de ninguno de ellos.
    """)

  private static let privacyTitle = Phrase("Your answers stay with you", "Sus respuestas se quedan con usted")
  private static let privacy = Phrase(
    "No account. Your answers are kept, encrypted, in this browser for 12 hours, and nowhere else.",
    "Sin cuenta. Sus respuestas se guardan cifradas en este navegador durante 12 horas, y en ningún otro lugar.")

  private static let optional = Phrase(
    "Without an account, your answers are kept, encrypted, in this browser for 12 hours, and nowhere else.",
    "Sin una cuenta, sus respuestas se guardan cifradas en este navegador durante 12 horas, y en ningún otro lugar.")

  /// The same on every page, and so made once.
  private static let links = Translated { language in
    [
      link(.howWeKnow, Phrase("Rules and sources", "Reglas y fuentes"), language),
      link(.words, Phrase("Words and signs we use", "Palabras y signos que usamos"), language),
      link(.answers, Phrase("Your answers", "Sus respuestas"), language),
      link(.roster, Phrase("Check a roster", "Comprobar una lista de personal"), language),
      link(.duties, Phrase("What a medical assistant does", "Qué hace un asistente médico"), language),
      link(.programs(ProgramQuestion()), Phrase("Programs", "Programas"), language),
      link(.explainers, Phrase("Explainers", "Explicaciones"), language),
      link(.search(""), Phrase("Search", "Buscar"), language),
    ]
  }

  private static func link(_ route: Route, _ text: Phrase, _ language: Language) -> HTML {
    "<li><a href=\"\(url: Address(route, language).text)\">\(text[language])</a></li>\n"
  }

  private func editionLine(_ edition: Edition?) -> HTML {
    guard let edition else { return "" }
    let name = Phrase("Rules edition \(edition.name).", "Edición de las reglas: \(edition.name).")[language]
    let read = Phrase("Sources read", "Fuentes leídas:")[language]
    return "<p class=\"mt-2\">\(name) \(read) \(edition.read.html).</p>"
  }
}
