import HTML
import Vocabulary

/// The list of programs: a search and what it finds.
public struct ProgramsPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    public let question: ProgramQuestion
    public let states: [Pick]
    public let rows: [Row]
    /// How many fit; more than `rows` when some are left out.
    public let found: Int
    /// How many there are in the list.
    public let all: Int
    /// Where the facts come from, and what they cannot tell.
    public let notice: String

    public init(question: ProgramQuestion, states: [Pick], rows: [Row], found: Int, all: Int, notice: String) {
      self.question = question
      self.states = states
      self.rows = rows
      self.found = found
      self.all = all
      self.notice = notice
    }
  }

  /// One program.
  public struct Row: Sendable, Hashable {
    public let id: String
    public let school: String
    /// "Tucson, AZ".
    public let place: String
    /// "ABHES".
    public let accreditor: String
    /// Each stretch in words: "Dec 1, 2010 to Jun 28, 2013".
    public let accreditation: [String]

    public init(id: String, school: String, place: String, accreditor: String, accreditation: [String]) {
      self.id = id
      self.school = school
      self.place = place
      self.accreditor = accreditor
      self.accreditation = accreditation
    }
  }

  let value: Value
  let language: Language

  func page() -> Page {
    let title = Phrase("Find your program", "Busque su programa")[language]
    let lead = Phrase(
      "Medical assistant programs with an accreditation on record, and from when to when. The list is old and not complete.",
      "Programas de asistente médico con una acreditación registrada, y desde cuándo hasta cuándo. La lista es antigua y no está completa."
    )[language]
    return Page(
      title: title, address: Address(.programs(value.question), language), section: .become,
      body: """
        \(crumb(Phrase("Your answers", "Sus respuestas")[language], .answers, language))<h1>\(title)</h1>
        <p class="lead">\(lead)</p>\(search)\(results)<p class="fine mt-5">\(value.notice)</p>

        """)
  }

  private var search: HTML {
    let label = Phrase("School or city", "Escuela o ciudad")[language]
    let everywhere = Pick("", Phrase("All states", "Todos los estados")[language])
    let list = StateFilters(language: language)
      .list("in", Phrase("State", "Estado"), [everywhere] + value.states, chosen: value.question.state)
    let find = Phrase("Search", "Buscar")[language]
    return """
      <form class="card mt-5 filters no-print" method="get" action="\(url: Address(.programs(ProgramQuestion()), language).text)">
      <div class="field wider"><label for="pick-q">\(label)</label>\
      <input id="pick-q" name="q" type="search" maxlength="\(ProgramQuestion.longest)" value="\(value.question.text)"></div>
      \(list)<button class="btn small" type="submit">\(find)</button></form>

      """
  }

  private var results: HTML {
    let table = Phrase("Programs and their accreditation", "Los programas y su acreditación")[language]
    let count = Phrase("\(value.found) of \(value.all) programs", "\(value.found) de \(value.all) programas")[language]
    guard !value.rows.isEmpty else {
      let text = Phrase(
        "Nothing found. That does not mean that a program is not accredited.",
        "No se encontró nada. Eso no significa que un programa no esté acreditado.")[language]
      return "<div class=\"empty mt-5\">\(Icon.document.html)<p>\(text)</p></div>\n"
    }
    let heads = [
      Phrase("School", "Escuela"), Phrase("Place", "Lugar"), Phrase("Accreditor", "Organismo"),
      Phrase("From when to when", "Desde cuándo hasta cuándo"),
    ].map { $0[language] }
    let lines = value.rows.map { row -> HTML in
      let link = Link(row.school, .page(.program(row.id))).html(language)
      let spans = row.accreditation.map { "<p>\($0)</p>" as HTML }
      return """
        <tr><th scope="row">\(link)</th><td data-is="\(heads[1])">\(row.place)</td>\
        <td data-is="\(heads[2])">\(row.accreditor)</td><td data-is="\(heads[3])">\(spans)</td></tr>

        """
    }
    let more: HTML =
      value.found > value.rows.count
      ? "<p>\(Phrase("These are the first \(value.rows.count). Pick a state, or write more words.", "Estos son los primeros \(value.rows.count). Elija un estado o escriba más palabras.")[language])</p>"
      : ""
    return """
      <section class="section stack" aria-labelledby="found"><h2 id="found">\(count)</h2>\(more)
      <div class="scroll" tabindex="0" role="region" aria-label="\(table)"><table class="folds">\
      <caption class="vh">\(table)</caption><thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead>\
      <tbody>\(lines)</tbody></table></div></section>

      """
  }
}
