import HTML
import Services
import Vocabulary

/// Letters on one's experience: which were asked for, what came of each, and the form for another one.
struct LettersPage {
  let letters: [ExperienceLetter]
  var from = ""
  var entered = Entered()
  /// The letter whose form came back; nil: the form for another one.
  var sent: ExperienceLetter.ID?
  var errors: [FormError] = []
  let token: String?

  static let title = Phrase("Experience letters", "Cartas de experiencia")

  func page(_ language: Language) -> Page {
    let lead = Phrase(
      "From the day you ask for one to the day it is in your hands.",
      "Desde el día en que pide una hasta el día en que la tiene.")
    let list: HTML =
      letters.isEmpty
      ? "" : "<ul role=\"list\" class=\"stack\" id=\"letters\">\(letters.map { letter($0, language) })</ul>"
    let papers = Link(
      Phrase("Keep the letter with your papers", "Guardar la carta con sus papeles")[language],
      .page(.member(.papers)))
    let back = Link(ExternshipPage.title[language], .page(.member(.externship(.ledger))))
    return memberPage(
      Self.title, .externship(.letters), errors: errors, lead: lead,
      body: """
        \(list)\(form(language))<p>\(papers.html(language))</p><p>\(back.html(language))</p>

        """, language)
  }

  private func letter(_ letter: ExperienceLetter, _ language: Language) -> HTML {
    let steps = letter.steps.map { step -> HTML in
      "<li>\(ExternshipWording.text(step.event)[language]): \(DateWording(language).day(step.day))</li>\n"
    }
    let isSent = letter.id == sent
    let prefix = "\(letter.id.text)-"
    let when = DateFields(
      prefix: prefix, month: isSent ? entered.month : "", day: isSent ? entered.day : "",
      year: isSent ? entered.year : "", errors: errors, describedBy: nil)
    let events = letter.next.map { (value: $0.rawValue, text: ExternshipWording.text($0)[language]) }
    let next = MemberForm(
      action: .externship(.letter(letter.id)), token: token, button: Phrase("Note it", "Anotarlo"),
      look: "btn second small", about: letter.from,
      fields: [
        Picker(
          name: "event", label: Phrase("What happened", "Qué pasó"), options: events, id: "event-\(letter.id.text)"
        )
        .html(language), when.html(language),
      ])
    return """
      <li class="card stack tight"><h2>\(letter.from)</h2><ol>\(steps)</ol>\
      \(letter.next.isEmpty ? "" : next.html(language))</li>

      """
  }

  private func form(_ language: Language) -> HTML {
    let isOwn = sent == nil
    let title = Phrase("Another letter", "Otra carta")[language]
    let when = DateFields(
      month: isOwn ? entered.month : "", day: isOwn ? entered.day : "", year: isOwn ? entered.year : "",
      errors: errors, describedBy: nil)
    let legend = Phrase("Asked for on", "Pedida el")[language]
    let form = MemberForm(
      action: .externship(.letters), token: token, button: Phrase("Note the request", "Anotar el pedido"),
      look: "btn",
      fields: [
        Field(
          name: "from", label: Phrase("Who is to write it", "Quién la escribirá"), value: from, errors: errors
        ).html(language),
        "<fieldset class=\"stack tight\"><legend>\(legend)</legend>\(when.html(language))</fieldset>\n",
      ])
    return "<section class=\"stack\"><h2>\(title)</h2>\(form.html(language))</section>\n"
  }
}
