import HTML
import Vocabulary

/// One explainer: statements with their sources, comparisons, and what each state says.
public struct ExplainerPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    public let id: String
    public let title: String
    public let summary: String
    public let sections: [Section]
    /// When it was written, and when it is read again.
    public let dates: [Fact]

    public init(id: String, title: String, summary: String, sections: [Section], dates: [Fact]) {
      self.id = id
      self.title = title
      self.summary = summary
      self.sections = sections
      self.dates = dates
    }
  }

  public struct Statement: Sendable, Hashable {
    public let text: String
    public let citations: [Citation]
    /// To another page that says it with its sources.
    public let link: Link?
    /// No source was found; the text says so.
    public let isNotKnown: Bool

    public init(text: String, citations: [Citation] = [], link: Link? = nil, isNotKnown: Bool = false) {
      self.text = text
      self.citations = citations
      self.link = link
      self.isNotKnown = isNotKnown
    }

    func html(_ language: Language) -> HTML {
      let chip: HTML =
        isNotKnown ? " \(Chip(.unknown, Phrase("Not known", "No se sabe")[language]).html(language))" : ""
      let link: HTML = link.map { " \($0.html(language))" } ?? ""
      return "<p class=\"measure\">\(text)\(link)\(chip)</p>\(citations.map { $0.html(language) })"
    }
  }

  public struct Row: Sendable, Hashable {
    public let name: String
    public let cells: [Statement]

    public init(name: String, cells: [Statement]) {
      self.name = name
      self.cells = cells
    }
  }

  /// What one state says.
  public struct State: Sendable, Hashable {
    public let name: Link
    public let statement: StatePage.Statement

    public init(name: Link, statement: StatePage.Statement) {
      self.name = name
      self.statement = statement
    }
  }

  public struct Section: Sendable, Hashable {
    public let title: String
    public let statements: [Statement]
    public let columns: [String]
    public let rows: [Row]
    /// States with a statement, in alphabetical order.
    public let states: [State]
    /// The states without one.
    public let unknown: [String]

    public init(
      title: String, statements: [Statement], columns: [String] = [], rows: [Row] = [], states: [State] = [],
      unknown: [String] = []
    ) {
      self.title = title
      self.statements = statements
      self.columns = columns
      self.rows = rows
      self.states = states
      self.unknown = unknown
    }
  }

  let value: Value
  let language: Language

  func page() -> Page {
    let back = Phrase("Explainers", "Explicaciones")[language]
    return Page(
      title: value.title, address: Address(.explainer(value.id), language), section: .know,
      body: """
        \(crumb(back, .explainers, language))<h1>\(value.title)</h1><p class="lead">\(value.summary)</p>
        \(value.sections.enumerated().map { section($0.element, id: "part-\($0.offset + 1)") })
        <section class="section">\(factList(value.dates, language))</section>

        """)
  }

  private func section(_ section: Section, id: String) -> HTML {
    let unknown = unknown(section.unknown)
    return """
      <section class="section stack" aria-labelledby="\(id)"><h2 id="\(id)">\(section.title)</h2>
      \(section.statements.map { statement($0) })\(table(section))\(section.states.map { state($0) })\(unknown)</section>

      """
  }

  private func unknown(_ states: [String]) -> HTML {
    guard !states.isEmpty else { return "" }
    let title = Phrase("Not known", "No se sabe")[language]
    let items = states.map { "<li>\($0)</li>\n" as HTML }
    return "<h3>\(title)</h3><ul role=\"list\" class=\"row fine measure\">\(items)</ul>\n"
  }

  private func statement(_ statement: Statement) -> HTML { "<div>\(statement.html(language))</div>\n" }

  private func state(_ state: State) -> HTML {
    "<article class=\"card stack tight\"><h3>\(state.name.html(language))</h3>\(state.statement.html(language))</article>\n"
  }

  private func table(_ section: Section) -> HTML {
    guard !section.rows.isEmpty else { return "" }
    let heads = section.columns.map { "<th scope=\"col\">\($0)</th>" as HTML }
    let lines = section.rows.map { row -> HTML in
      let cells = zip(section.columns, row.cells).map { column, cell -> HTML in
        "<td data-is=\"\(column)\"><div>\(cell.html(language))</div></td>"
      }
      return "<tr><th scope=\"row\">\(row.name)</th>\(cells)</tr>\n"
    }
    let name = Phrase("Table: \(section.title)", "Tabla: \(section.title)")[language]
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(name)"><table class="folds">\
      <caption class="vh">\(section.title)</caption>\
      <thead><tr><td></td>\(heads)</tr></thead><tbody>\(lines)</tbody></table></div>

      """
  }
}
