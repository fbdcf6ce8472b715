import HTML
import Vocabulary

/// One program of the list: when it was accredited, how sure that is, and the way to make it one's own.
public struct ProgramPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    public let id: String
    public let school: String
    /// Address, accreditor, kind of program.
    public let facts: [Fact]
    /// How it stands today.
    public let today: Note
    public let days: [Day]
    /// As the list has it: stretches, reviews, what the accreditor did.
    public let records: [String]
    public let notice: String
    /// Whether the person picked it.
    public let isPicked: Bool

    public init(
      id: String, school: String, facts: [Fact], today: Note, days: [Day], records: [String], notice: String,
      isPicked: Bool
    ) {
      self.id = id
      self.school = school
      self.facts = facts
      self.today = today
      self.days = days
      self.records = records
      self.notice = notice
      self.isPicked = isPicked
    }
  }

  /// Days of one standing.
  public struct Day: Sendable, Hashable {
    /// "Dec 1, 2010 to Jun 28, 2013".
    public let days: String
    public let text: String
    /// Nil where nothing is known.
    public let grade: Grade?

    public init(days: String, text: String, grade: Grade?) {
      self.days = days
      self.text = text
      self.grade = grade
    }
  }

  let value: Value
  let language: Language

  func page() -> Page {
    let days = Phrase("What the list says, day by day", "Lo que dice la lista, día a día")[language]
    let records = Phrase("As recorded", "Como consta")[language]
    let items = value.records.map { "<li>\($0)</li>\n" as HTML }
    return Page(
      title: value.school, address: Address(.program(value.id), language), section: .become,
      isPersonal: true,
      body: """
        \(crumb(Phrase("Find your program", "Busque su programa")[language], .programs(ProgramQuestion()), language))\
        <h1>\(value.school)</h1>
        <div class="beside section"><div class="stack loose">\(factList(value.facts, language))\
        \(value.today.html(language))
        <section class="card stack" aria-labelledby="days"><h2 id="days">\(days)</h2>\(table)</section></div>
        <aside class="stack stay">\(pick)<section class="card stack tight"><h2>\(records)</h2><ul class="list">\(items)</ul>\
        </section></aside></div><p class="fine mt-5">\(value.notice)</p>

        """)
  }

  private var table: HTML {
    let heads = [Phrase("Days", "Días"), Phrase("The list", "La lista")].map { $0[language] }
    let rows = value.days.map { day -> HTML in
      let text = spaced([HTML("\(day.text)"), day.grade?.html(language)].compactMap(\.self))
      return "<tr><th scope=\"row\">\(day.days)</th><td data-is=\"\(heads[1])\">\(text)</td></tr>\n"
    }
    return """
      <table class="folds"><caption class="vh">\(heads[0])</caption><thead><tr>\
      \(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead><tbody>\(rows)</tbody></table>

      """
  }

  private var pick: HTML {
    let title = Phrase("Is this your program?", "¿Es este su programa?")[language]
    let text =
      value.isPicked
      ? Phrase("It is among your answers.", "Está entre sus respuestas.")[language]
      : Phrase(
        "Then what the list knows goes into your answers. You add your own days.",
        "Entonces lo que sabe la lista pasa a sus respuestas. Usted añade sus fechas.")[language]
    let (button, route): (Phrase, Route) =
      value.isPicked
      ? (Phrase("Take it out of my answers", "Quitarlo de mis respuestas"), .programRemoval)
      : (Phrase("Use this program", "Usar este programa"), .programPick(value.id))
    let look: HTML = value.isPicked ? "btn second fill" : "btn fill"
    return """
      <section class="card stack tight"><h2>\(title)</h2><p>\(text)</p>
      <form action="\(url: Address(route, language).text)" method="post">\
      <button class="\(look)" type="submit">\(button[language])</button></form></section>

      """
  }
}
