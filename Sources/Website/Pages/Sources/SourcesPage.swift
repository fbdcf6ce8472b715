import HTML
import Vocabulary

/// How we know: every rule, the days it covers, its sources, and what nobody could tell.
public struct SourcesPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    /// Credential by credential.
    public let groups: [Group]
    /// What is not known yet, one sentence each.
    public let gaps: [String]

    public init(groups: [Group], gaps: [String]) {
      self.groups = groups
      self.gaps = gaps
    }
  }

  /// The rules of one credential.
  public struct Group: Sendable, Hashable {
    /// "CMA (AAMA)".
    public let name: String
    public let rules: [Rule]

    public init(name: String, rules: [Rule]) {
      self.name = name
      self.rules = rules
    }
  }

  /// One rule of the packs.
  public struct Rule: Sendable, Hashable {
    /// The identifier: "aama/cma/eligibility".
    public let id: String
    public let title: String
    /// Which days each part covers, and how surely.
    public let coverage: [Fact]
    public let sources: [Citation]
    /// When it is to be read again.
    public let reviewBy: DayText
    /// Whether that day has passed, and answers say that they may be stale.
    public let isStale: Bool

    public init(
      id: String, title: String, coverage: [Fact], sources: [Citation], reviewBy: DayText, isStale: Bool
    ) {
      self.id = id
      self.title = title
      self.coverage = coverage
      self.sources = sources
      self.reviewBy = reviewBy
      self.isStale = isStale
    }
  }

  let value: Value
  let language: Language

  func page() -> Page {
    let title = Page.Section.know.name[language]
    let lead = Phrase(
      "Every rule is copied from a source, with its dates. Where sources disagree, we show both. Where nobody says, we say so.",
      "Cada regla se copia de una fuente, con sus fechas. Si las fuentes no coinciden, mostramos ambas. Si nadie lo dice, lo decimos."
    )
    let words = Link(Phrase("Words and signs we use", "Palabras y signos que usamos")[language], .page(.words))
    return Page(
      title: title, address: Address(.howWeKnow, language), section: .know,
      body: """
        <h1>\(title)</h1><p class="lead">\(lead[language])</p><p class="mt-3">\(words.html(language))</p>
        \(value.groups.enumerated().map { group($0.element, id: "group-\($0.offset + 1)") })\(gaps)
        """)
  }

  private func group(_ group: Group, id: String) -> HTML {
    """
    <section class="section stack" aria-labelledby="\(id)"><h2 id="\(id)">\(group.name)</h2>
    \(group.rules.map { rule($0) })</section>

    """
  }

  private func rule(_ rule: Rule) -> HTML {
    let sources = Phrase("Sources", "Fuentes")[language]
    let review = Phrase("Read again by", "Se vuelve a leer antes del")[language]
    let stale = Phrase("May be out of date", "Puede no estar al día")[language]
    let chip: HTML = rule.isStale ? Chip(.due, stale).html(language) : ""
    return """
      <article class="card stack" id="\(ruleAnchor(rule.id))"><div class="row apart top"><div><h3>\(rule.title)</h3>\
      <p class="fine"><code>\(rule.id)</code></p></div>\(chip)</div>
      \(factList(rule.coverage, language))<div><h4>\(sources)</h4>\(rule.sources.map { $0.html(language) })</div>
      <p class="fine">\(review) \(rule.reviewBy.html).</p></article>

      """
  }

  private var gaps: HTML {
    guard !value.gaps.isEmpty else { return "" }
    let title = Phrase("What we do not know yet", "Lo que aún no sabemos")[language]
    let items = value.gaps.map { "<li>\($0)</li>\n" as HTML }
    return """
      <section class="section stack" aria-labelledby="gaps"><h2 id="gaps">\(title)</h2>
      <ul class="list measure">\(items)</ul></section>

      """
  }
}

/// The id of a rule on the page of sources: `aama-cma-eligibility`.
public func ruleAnchor(_ id: String) -> String {
  id.replacing("/", with: "-")
}
