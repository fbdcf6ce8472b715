import HTML
import Vocabulary

/// The first page: what Fobwatch answers, and the ways in.
public struct StartPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    /// The most questions anybody is asked.
    public let questionsAtMost: Int
    /// The credentials covered, body with the letters: "CCMA (NHA)".
    public let credentials: [String]
    /// Rules that catch people out, from the packs.
    public let surprises: [Surprise]
    /// Figures about the work, each with its source; empty when there are none.
    public let figures: [Figure]

    public init(
      questionsAtMost: Int, credentials: [String], surprises: [Surprise] = [], figures: [Figure] = []
    ) {
      self.questionsAtMost = questionsAtMost
      self.credentials = credentials
      self.surprises = surprises
      self.figures = figures
    }
  }

  /// A rule that other guides leave out.
  public struct Surprise: Sendable, Hashable {
    /// The kind of it, in a word or two: "Attempts".
    public let tag: String
    /// `conflict` when two sources disagree; nil for a plain rule.
    public let sign: Sign?
    public let title: String
    public let text: String
    public let citations: [Citation]

    public init(tag: String, sign: Sign? = nil, title: String, text: String, citations: [Citation]) {
      self.tag = tag
      self.sign = sign
      self.title = title
      self.text = text
      self.citations = citations
    }
  }

  /// A number with its year, its place and its source.
  public struct Figure: Sendable, Hashable {
    public let number: String
    public let text: String
    public let citation: Citation

    public init(number: String, text: String, citation: Citation) {
      self.number = number
      self.text = text
      self.citation = citation
    }
  }

  let value: Value
  /// How many answers the person has given so far.
  let answered: Int
  let language: Language

  func page() -> Page {
    Page(
      title: Phrase("Start", "Inicio")[language], address: Address(.start, language), isPersonal: true,
      body: "\(opening)\(surprises)\(figures)")
  }

  private var opening: HTML {
    let title = Phrase("Know where you stand. On any day.", "Sepa dónde está. Cualquier día.")[language]
    let lead = Phrase(
      """
      Fobwatch shows which medical assistant certification rules you meet, from which day and until which day, \
      with the reason and the source.
      """,
      """
      Fobwatch muestra para qué certificación de asistente médico reúne los requisitos, desde qué día y hasta qué día, \
      con el motivo y la fuente.
      """)[language]
    return """
      <div class="beside even">
        <div class="stack">
          <h1>\(title)</h1>
          <p class="lead">\(lead)</p>
          <ul role="list" class="stack mt-5">\(StartWays(value: value, answered: answered, language: language).html)</ul>
          \(SearchBox(language: language).html)
        </div>
        \(heroDial(language))
      </div>

      """
  }

  private var surprises: HTML {
    guard !value.surprises.isEmpty else { return "" }
    let title = Phrase("What other guides miss", "Lo que otras guías no dicen")[language]
    let intro = Phrase(
      "We show these when they touch you. Here are some that catch people out.",
      "Las mostramos cuando le afectan. Estas son algunas que sorprenden.")[language]
    let cards = value.surprises.map { surprise -> HTML in
      let sources = surprise.citations.map { $0.html(language) }
      let icon = (surprise.sign?.icon ?? .source).html
      return """
        <article class="card stack tight"><p class="tag">\(icon) \(surprise.tag)</p>
        <h3>\(surprise.title)</h3><p>\(surprise.text)</p>\(sources)</article>

        """
    }
    return """
      <section class="section stack" aria-labelledby="miss"><h2 id="miss">\(title)</h2>
      <p class="quiet measure">\(intro)</p><div class="grid">\(cards)</div></section>

      """
  }

  private var figures: HTML {
    guard !value.figures.isEmpty else { return "" }
    let title = Phrase(
      "What the work pays, and how many are needed", "Cuánto paga el trabajo y cuántas personas hacen falta")[language]
    let cards = value.figures.map { figure -> HTML in
      """
      <div class="card stack tight"><p class="figure-num">\(figure.number)</p>
      <p>\(figure.text)</p>\(figure.citation.html(language))</div>

      """
    }
    return """
      <section class="section stack" aria-labelledby="worth"><h2 id="worth">\(title)</h2>
      <div class="grid">\(cards)</div></section>

      """
  }
}
