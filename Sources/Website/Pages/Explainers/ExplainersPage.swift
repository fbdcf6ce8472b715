import HTML
import Vocabulary

/// All explainers, each with what it is about.
public struct ExplainersPage: Sendable {
  public struct Entry: Sendable, Hashable {
    public let id: String
    public let title: String
    public let summary: String

    public init(id: String, title: String, summary: String) {
      self.id = id
      self.title = title
      self.summary = summary
    }
  }

  let entries: [Entry]
  let language: Language

  func page() -> Page {
    let title = Phrase("Explainers", "Explicaciones")[language]
    let lead = Phrase(
      "Short texts on work and on jobs nearby. Each sentence has a source, or says that none was found.",
      "Textos cortos sobre el trabajo y sobre empleos cercanos. Cada frase tiene una fuente o dice que no se encontró.")
    let cards = entries.map { entry -> HTML in
      let link = Link(entry.title, .page(.explainer(entry.id))).html(language)
      return """
        <article class="card link-card stack tight"><h2>\(link)</h2><p class="fine">\(entry.summary)</p></article>

        """
    }
    return Page(
      title: title, address: Address(.explainers, language), section: .know,
      body: """
        <h1>\(title)</h1><p class="lead">\(lead[language])</p><div class="grid three section">\(cards)</div>

        """)
  }
}
