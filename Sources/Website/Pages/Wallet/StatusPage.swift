import HTML
import Services
import Vocabulary

/// Where somebody stands: the next day that matters, what is held and through when, what ends by when, and all of it over the years.
public struct StatusPage: Sendable {
  /// One credential.
  public struct Card: Sendable {
    /// "CMA (AAMA)".
    let name: String
    let chip: Chip
    let facts: [Fact]
    let links: [Link]
  }

  /// Something that ends.
  public struct Line: Sendable {
    let day: DayText?
    let text: String
    let detail: String
    let link: Link?
  }

  /// What the rules of a state say about work.
  public struct Place: Sendable {
    /// `wa`.
    let code: String
    let name: String
    let tasks: [StatePage.Task]
    let all: Link
  }

  public struct Value: Sendable {
    let asked: WalletDay
    /// The day asked about.
    let day: CivilDate
    /// The day of knowing.
    let known: CivilDate
    let banner: Banner?
    let next: NextStep
    let held: [Card]
    let others: [Card]
    let places: [Place]
    let deadlines: [Line]
    let years: YearsDrawing?
  }

  let value: Value
  let language: Language

  static let title = Phrase("Where you stand", "Cómo está usted")

  func page() -> Page {
    let label = Phrase("Next", "Lo siguiente")[language]
    return Page(
      title: Self.title[language], address: Address(.member(.wallet(.status(value.asked))), language), isPersonal: true,
      body: """
        \(crumb(Phrase("Your account", "Su cuenta")[language], .member(.account), language))\
        <h1>\(Self.title[language])</h1>\(value.banner?.html(language))\
        \(value.next.wide("\(Icon.flame.html) \(label)", id: "next", language))\
        <div class="beside section"><div class="stack loose">\
        \(cards(value.held, Phrase("What you hold", "Lo que tiene"), "held"))\
        \(cards(value.others, Phrase("What you tried for", "Lo que intentó"), "others"))\(places)</div>\
        <aside class="stack stay">\(deadlines)\(whatIf)\(clocks)</aside></div>\(value.years?.html(language))\
        <p class="fine mt-3">\(VerdictWording.notice[language])</p>

        """)
  }

  private func cards(_ cards: [Card], _ title: Phrase, _ id: String) -> HTML {
    guard !cards.isEmpty else { return "" }
    let items = cards.map { card -> HTML in
      """
      <li class="stack tight"><div class="row apart"><h3>\(card.name)</h3>\(card.chip.html(language))</div>\
      \(factList(card.facts, language, tight: true))\(card.links.map { "<p>\($0.html(language))</p>" as HTML })</li>

      """
    }
    return """
      <section class="card stack" aria-labelledby="\(id)"><h2 id="\(id)">\(title[language])</h2>\
      <ul role="list" class="stack loose">\(items)</ul></section>

      """
  }

  /// What the rules of each state say about the work, one line a task.
  private var places: HTML {
    guard !value.places.isEmpty else {
      let title = Phrase("Where", "Dónde")[language]
      let text = Phrase(
        "Your record names no state. Add yours under About you, and what its rules say about work stands here.",
        "Su expediente no nombra un estado. Agregue el suyo en Sobre usted, y aquí verá lo que dicen sus reglas.")
      let link = Link(
        Phrase("Add your state", "Agregar su estado")[language], .page(.member(.wallet(.record(.record)))))
      return """
        <section class="card stack tight" aria-labelledby="where"><h2 id="where">\(title)</h2><p>\(text[language])</p>\
        <p>\(link.html(language))</p></section>

        """
    }
    return "\(value.places.map(section))"
  }

  private func section(_ place: Place) -> HTML {
    let title = Phrase("In \(place.name)", "En \(place.name)")[language]
    let hint = Phrase(
      "What the state's rules say, by your record. An employer can ask for more.",
      "Lo que dicen las reglas del estado, según su expediente. Un empleador puede pedir más.")[language]
    let lines = place.tasks.map { task -> HTML in
      "<li class=\"row apart\"><span>\(task.name)</span>\(task.answer.html(language))</li>\n"
    }
    return """
      <section class="card stack tight" aria-labelledby="in-\(place.code)"><h2 id="in-\(place.code)">\(title)</h2>\
      <p class="hint">\(hint)</p><ul role="list" class="list">\(lines)</ul><p>\(place.all.html(language))</p></section>

      """
  }

  private var deadlines: HTML {
    guard !value.deadlines.isEmpty else { return "" }
    let title = Phrase("What ends by when", "Qué termina y cuándo")[language]
    let more: HTML =
      "<p>\(Link(ClocksPage.title[language], .page(.member(.wallet(.clocks)))).html(language))</p>"
    let lines = value.deadlines.map { line -> HTML in
      "<li><p>\(line.day?.html): \(line.text)</p><p class=\"fine\">\(line.detail) \(line.link?.html(language))</p></li>\n"
    }
    return """
      <section class="card" aria-labelledby="ends"><h2 id="ends">\(title)</h2><ol class="list">\(lines)</ol>\(more)</section>

      """
  }

  private var whatIf: HTML {
    let text = Phrase(
      "Fail, renew late, let lapse, add, move: see what would change.",
      "No aprobar, renovar tarde, dejar vencer, agregar, mudarse: vea qué cambiaría.")[language]
    let link = Link(WhatIfPage.title[language], .page(.member(.wallet(.whatIf(WhatIfEntry())))))
    return "<section class=\"card stack tight\"><h2>\(link.html(language))</h2><p>\(text)</p></section>\n"
  }

  /// Both clocks: the day that is asked about, and the day whose knowledge counts.
  private var clocks: HTML {
    let title = Phrase("Another day", "Otro día")[language]
    let on = Phrase("True on", "Cierto el")[language]
    let known = Phrase("Known on", "Sabido el")[language]
    let hint = Phrase(
      "What held on the first day, by what your record said at the end of the second.",
      "Lo que valía el primer día, según lo que decía su expediente al final del segundo.")[language]
    let action = Address(.member(.wallet(.status(WalletDay()))), language).text
    return """
      <section class="card stack tight" aria-labelledby="clocks"><h2 id="clocks">\(title)</h2><p class="hint" id="clocks-hint">\(hint)</p>\
      <form class="stack tight" method="get" action="\(url: action)">\
      <div class="field"><label for="on">\(on)</label><input id="on" name="on" type="date" aria-describedby="clocks-hint" \
      value="\(value.day.description)"></div>\
      <div class="field"><label for="known">\(known)</label><input id="known" name="known" type="date" \
      aria-describedby="clocks-hint" value="\(value.known.description)"></div>\
      <button class="btn second small" type="submit">\(Phrase("Show", "Mostrar")[language])</button></form></section>

      """
  }
}
