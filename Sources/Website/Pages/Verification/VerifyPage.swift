import HTML
import Services
import Vocabulary

/// Whether somebody is certified, for who has their link: today and, if asked, through another day. It needs no account, no script, and
/// shows nothing that its owner did not choose.
struct VerifyPage {
  /// What is said of one credential.
  struct Line {
    let sign: Sign
    /// "Yes, certified through Feb 28, 2027".
    let word: String
    let text: String
    /// How it is known: a heading and a sentence each.
    let known: [(title: String, text: String)]
    let issuer: IssuerPart
  }

  struct Value {
    let name: String
    /// The letters after the name: only those of credentials that are current and checked today.
    let letters: [String]
    let lines: [Line]
    /// "Looked at on Nov 22, 2026, 14:05 UTC."
    let looked: String
    let until: String
  }

  let route: MemberRoute
  let value: Value
  var entered = Entered()
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let lines = value.lines.map { line($0, language) }
    let letters: HTML = value.letters.isEmpty ? "" : ", \(value.letters.joined(separator: ", "))"
    return Page(
      title: Phrase("Is this person certified?", "¿Tiene certificación esta persona?")[language],
      address: Address(.member(route), language), isCompact: true, isPersonal: true,
      body: """
        <div class="stack measure">\(errorSummary(errors, language))
        <p class="eyebrow">\(Phrase("You asked about", "Usted preguntó por")[language])</p>
        <h1>\(value.name)\(letters)</h1>
        \(lines)\(form(language))\(person(language))\(silence(language))
        <p class="fine">\(value.looked) \(Self.logged[language]) \(value.until)</p></div>

        """)
  }

  static let logged = Phrase(
    "The person sees that this link was opened and when, and not by whom.",
    "La persona ve que se abrió este enlace y cuándo, y no quién lo abrió.")

  private func line(_ line: Line, _ language: Language) -> HTML {
    let known = line.known.map { fact -> HTML in
      "<li><strong>\(fact.title)</strong><p class=\"fine\">\(fact.text)</p></li>\n"
    }
    return """
      <section class="answer \(line.sign.rawValue)"><div class="stack tight">\
      <h2 class="word small">\(line.sign.icon.html) \(line.word)</h2><p>\(line.text)</p></div></section>
      <section class="card stack tight"><h3>\(Phrase("How we know", "Cómo lo sabemos")[language])</h3>\
      <ul class="list">\(known)</ul>\(line.issuer.html(language))</section>

      """
  }

  private func form(_ language: Language) -> HTML {
    let legend = Phrase("Certified today, and through which day?", "¿Con certificación hoy, y hasta qué día?")
    let fields = DateFields(
      month: entered.month, day: entered.day, year: entered.year, errors: errors, describedBy: nil)
    return """
      <form class="card stack tight no-print" method="get" action="\(url: address(language))" novalidate>\
      <fieldset class="stack tight"><legend>\(legend[language])</legend>\(fields.html(language))</fieldset>\
      <button class="btn second" type="submit">\(Phrase("Check", "Comprobar")[language])</button></form>

      """
  }

  /// Without the day asked about.
  private func address(_ language: Language) -> String {
    guard case .verify(let token, _) = route else { return Address(.member(route), language).text }
    return Address(.member(.verify(token, through: nil)), language).text
  }

  private func person(_ language: Language) -> HTML {
    let text = Phrase(
      "Compare the name with a photo ID. The person chose the name that stands here, and we show no photo.",
      "Compare el nombre con una identificación con foto. La persona eligió el nombre que está aquí, y no mostramos foto."
    )
    return """
      <section class="card stack tight"><h2>\(Phrase("Is this the person?", "¿Es esta la persona?")[language])</h2>\
      <p>\(text[language])</p></section>

      """
  }

  private func silence(_ language: Language) -> HTML {
    let text = Phrase(
      "Nothing on other credentials, health items, background checks, work or pay. It does not say what a state lets a medical assistant do. Whoever issues the credential decides whether it is current.",
      "Nada sobre otras credenciales, datos de salud, antecedentes, trabajo o pago. No dice qué permite un estado a un asistente médico. Si está vigente lo decide quien la emite."
    )
    return """
      <section class="stack tight"><h2>\(Phrase("What this does not say", "Lo que esto no dice")[language])</h2>\
      <p>\(text[language])</p></section>

      """
  }

  /// What is shown for a link that shows nothing any more: one of two sentences, and no name.
  static func ended(_ route: MemberRoute, isRevoked: Bool, _ language: Language) -> Page {
    NoticePage(
      route: route,
      title: isRevoked
        ? Phrase("This link was ended by its owner", "Su dueño o dueña terminó este enlace")
        : Phrase("The time of this link has passed", "El plazo de este enlace ya pasó"),
      text: Phrase(
        "It shows nothing any more, and says nothing about anybody. Ask the person for another one.",
        "Ya no muestra nada, y no dice nada de nadie. Pida otro a la persona."),
      links: [Link(Phrase("Go to the start", "Ir al inicio")[language], .page(.start))]
    ).page(language)
  }
}
