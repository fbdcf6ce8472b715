import HTML
import Services
import Vocabulary

/// Who coaches oneself: what they go by, and every look. One press ends it.
struct OwnCoachPage {
  struct Engagement {
    let consent: Consent.ID
    let name: String
    let facts: [Fact]
    let reply: Chip?
    /// When, and who; the newest first.
    let looks: [String]
  }

  let engagements: [Engagement]
  let token: String?

  static let title = Phrase("Who coaches you", "Quién le asesora")

  func page(_ language: Language) -> Page {
    let lead = Phrase(
      "They see what you share with them, and no health items. When you end it, they see nothing at once: not your name, not the notes.",
      "Ven lo que usted comparte, y nada de salud. Si lo termina, dejan de ver todo enseguida: ni su nombre ni las notas."
    )
    let share = Link(
      Phrase("Share with a coach", "Compartir con quien asesora")[language], .page(.member(.sharing)))
    let file = Link(
      Phrase("Save all notes as a file", "Guardar todas las notas como archivo")[language],
      .page(.member(.coaching(.file))))
    let kept = Phrase(
      "The file has the notes of coaches you ended, too: nobody else can read those. What looks like a patient's is left out.",
      "El archivo también tiene las notas de asesorías terminadas: nadie más puede leerlas. Se omite lo que parece de un paciente."
    )
    return memberPage(
      Self.title, .coaching(.own), lead: lead,
      body: """
        \(list(language))
        <section class="stack tight"><p>\(share.html(language))</p><p>\(file.html(language))</p>\
        <p class="fine">\(kept[language])</p></section>

        """, language)
  }

  private func list(_ language: Language) -> HTML {
    guard !engagements.isEmpty else {
      let none = Phrase("Nobody coaches you now.", "Nadie le asesora ahora.")
      return "<div class=\"empty\">\(Icon.shield.html)<p>\(none[language])</p></div>\n"
    }
    return "<ul role=\"list\" class=\"stack\" id=\"coaches\">\(engagements.map { engagement($0, language) })</ul>\n"
  }

  private func engagement(_ engagement: Engagement, _ language: Language) -> HTML {
    let lines = engagement.looks.map { "<li>\($0)</li>\n" as HTML }
    let times = engagement.looks.count
    let count =
      times == 1
      ? Phrase("Looked at once", "Visto una vez")[language]
      : Phrase("Looked at \(times) times", "Visto \(times) veces")[language]
    let none = Phrase("Nobody has looked yet.", "Nadie lo ha visto todavía.")[language]
    let looks: HTML =
      lines.isEmpty
      ? "<p class=\"fine\">\(none)</p>"
      : "<details class=\"fold\"><summary>\(count)<span class=\"vh\">: \(engagement.name)</span></summary><ul>\(lines)</ul></details>"
    let end = MemberForm(
      action: .coaching(.end), token: token, button: Phrase("End this now", "Terminar ahora"),
      look: "btn second small", hidden: [("consent", engagement.consent.text)], about: engagement.name)
    return """
      <li class="card stack"><div class="row apart top"><h2>\(engagement.name)</h2>\(engagement.reply?.html(language))</div>\
      \(factList(engagement.facts, language))\(looks)\(end.html(language))</li>

      """
  }
}
