import HTML
import Vocabulary

/// What a medical assistant does, on both sides of the job.
public struct DutiesPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    public let sides: [Side]
    /// Conditions and places of work, each with its duties.
    public let tags: [TagGroup]
    /// Whose words and links they are.
    public let reading: String
    /// The credit that the license of the quoted tasks asks for.
    public let attribution: Citation
    /// Articles to read on.
    public let explainers: [Link]

    public init(
      sides: [Side], tags: [TagGroup], reading: String, attribution: Citation, explainers: [Link]
    ) {
      self.sides = sides
      self.tags = tags
      self.reading = reading
      self.attribution = attribution
      self.explainers = explainers
    }
  }

  public struct Side: Sendable, Hashable {
    /// `clinical`.
    public let id: String
    public let name: String
    public let duties: [Duty]

    public init(id: String, name: String, duties: [Duty]) {
      self.id = id
      self.name = name
      self.duties = duties
    }
  }

  public struct Duty: Sendable, Hashable {
    public let id: String
    public let text: String
    public let skills: [String]
    /// Exam areas, continuing education, conditions.
    public let facts: [Fact]
    /// To what the states say; nil with the reason in the facts.
    public let states: Link?
    /// Task statements in English, word for word, each with its number.
    public let quotes: [Quote]
    public let citations: [Citation]

    public init(
      id: String, text: String, skills: [String], facts: [Fact], states: Link?, quotes: [Quote], citations: [Citation]
    ) {
      self.id = id
      self.text = text
      self.skills = skills
      self.facts = facts
      self.states = states
      self.quotes = quotes
      self.citations = citations
    }
  }

  public struct Quote: Sendable, Hashable {
    public let id: String
    public let words: String

    public init(id: String, words: String) {
      self.id = id
      self.words = words
    }
  }

  /// Conditions of one kind, or places of work.
  public struct TagGroup: Sendable, Hashable {
    public let name: String
    public let tags: [Tag]

    public init(name: String, tags: [Tag]) {
      self.name = name
      self.tags = tags
    }
  }

  public struct Tag: Sendable, Hashable {
    public let id: String
    public let name: String
    /// Links to duties on the page; empty: all of them.
    public let duties: [Link]

    public init(id: String, name: String, duties: [Link]) {
      self.id = id
      self.name = name
      self.duties = duties
    }
  }

  let value: Value
  let language: Language

  func page() -> Page {
    let title = Phrase("What a medical assistant does", "Qué hace un asistente médico")[language]
    let lead = Phrase(
      "Two sides of one job: with patients and in the office. Each duty leads to skills, exams and state rules.",
      "Dos lados de un empleo: con pacientes y en la oficina. Cada tarea lleva a destrezas, exámenes y reglas estatales."
    )
    return Page(
      title: title, address: Address(.duties, language), section: .become,
      body: """
        <h1>\(title)</h1><p class="lead">\(lead[language])</p><p class="fine measure mt-2">\(value.reading)</p>
        \(value.sides.map { side($0) })\(tags)\(more)<div class="section">\(value.attribution.html(language))</div>

        """)
  }

  private func side(_ side: Side) -> HTML {
    """
    <section class="section stack" aria-labelledby="\(side.id)"><h2 id="\(side.id)">\(side.name)</h2>
    <div class="grid three">\(side.duties.map { duty($0) })</div></section>

    """
  }

  private func duty(_ duty: Duty) -> HTML {
    let more = Phrase("Exams, states, sources", "Exámenes, estados, fuentes")[language]
    let skills = duty.skills.map { "<li>\($0)</li>\n" as HTML }
    let states: HTML = duty.states.map { "<p>\($0.html(language))</p>\n" } ?? ""
    return """
      <article class="card stack tight" id="duty-\(duty.id)"><h3>\(duty.text)</h3><ul class="fine">\(skills)</ul>\(states)
      <details class="why"><summary>\(more)<span class="vh">: \(duty.text)</span></summary>
      <div class="stack tight">\(factList(duty.facts, language, tight: true))\(quotes(duty))\
      \(duty.citations.map { $0.html(language) })</div></details></article>

      """
  }

  private func quotes(_ duty: Duty) -> HTML {
    guard !duty.quotes.isEmpty else { return "" }
    let title = Phrase("O*NET tasks, in their words", "Tareas de O*NET, en sus palabras (en inglés)")[language]
    let quotes = duty.quotes.map { quote -> HTML in
      "<blockquote lang=\"en\" class=\"fine\">\(quote.words) (\(quote.id))</blockquote>\n"
    }
    return "<h4>\(title)</h4>\(quotes)"
  }

  private var tags: HTML {
    let title = Phrase("Conditions and places of work", "Afecciones y lugares de trabajo")[language]
    let groups = value.tags.map { group -> HTML in
      let rows = group.tags.map { tag -> HTML in
        "<div id=\"tag-\(tag.id)\"><dt>\(tag.name)</dt>\n<dd>\(links(tag))</dd></div>\n"
      }
      return "<section class=\"card\"><h3>\(group.name)</h3><dl class=\"facts\">\(rows)</dl></section>\n"
    }
    return """
      <section class="section stack" aria-labelledby="tags"><h2 id="tags">\(title)</h2>\(groups)</section>

      """
  }

  private func links(_ tag: Tag) -> HTML {
    guard !tag.duties.isEmpty else { return "\(Phrase("Every duty", "Todas las tareas")[language])" }
    return spaced(
      tag.duties.enumerated().map { i, link in
        i + 1 < tag.duties.count ? "\(link.html(language))," : link.html(language)
      })
  }

  private var more: HTML {
    let title = Phrase("Read on", "Para seguir leyendo")[language]
    let items = value.explainers.map { "<li>\($0.html(language))</li>\n" as HTML }
    return """
      <section class="section stack" aria-labelledby="more"><h2 id="more">\(title)</h2><ul class="list">\(items)</ul></section>

      """
  }
}
