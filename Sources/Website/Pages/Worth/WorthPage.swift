import HTML
import Vocabulary

/// "Is it worth it?": published wages by edition, by state and the outlook, beside what each credential costs. No answer
/// is drawn from them.
public struct WorthPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    /// "Medical assistants (31-9092), United States".
    public let subject: String
    /// What the figures leave out.
    public let note: String
    /// Oldest edition first.
    public let wages: [Wage]
    public let wageSources: [Citation]
    public let states: States?
    public let outlook: Table
    public let outlookNote: String
    public let costs: [Cost]
    /// What the costs leave out.
    public let costNote: String
    public let notice: String

    public init(
      subject: String, note: String, wages: [Wage], wageSources: [Citation], states: States?, outlook: Table,
      outlookNote: String, costs: [Cost], costNote: String, notice: String
    ) {
      self.subject = subject
      self.note = note
      self.wages = wages
      self.wageSources = wageSources
      self.states = states
      self.outlook = outlook
      self.outlookNote = outlookNote
      self.costs = costs
      self.costNote = costNote
      self.notice = notice
    }
  }

  /// The wages of one edition for the whole country.
  public struct Wage: Sendable, Hashable {
    /// "May 2025".
    public let edition: String
    /// How the edition stands today: "older edition: May 2025 is out"; nil for the newest.
    public let mark: String?
    /// Dollars a year at the 10th, 25th, 50th, 75th and 90th percentile; nil: not loaded.
    public let percentiles: [Int?]
    /// The same as texts, then the mean and the jobs.
    public let cells: [String]

    public init(edition: String, mark: String?, percentiles: [Int?], cells: [String]) {
      self.edition = edition
      self.mark = mark
      self.percentiles = percentiles
      self.cells = cells
    }
  }

  /// The states within one edition.
  public struct States: Sendable, Hashable {
    public let edition: String
    public let mark: String?
    /// The whole country first.
    public let rows: [State]
    public let sources: [Citation]

    public init(edition: String, mark: String?, rows: [State], sources: [Citation]) {
      self.edition = edition
      self.mark = mark
      self.rows = rows
      self.sources = sources
    }
  }

  /// One state: mean, median, jobs.
  public struct State: Sendable, Hashable {
    public let name: String
    /// Dollars a year; nil: not loaded.
    public let mean: Int?
    public let cells: [String]

    public init(name: String, mean: Int?, cells: [String]) {
      self.name = name
      self.mean = mean
      self.cells = cells
    }
  }

  /// A small table with its sources.
  public struct Table: Sendable, Hashable {
    public let heads: [String]
    /// The first cell of each line is its head.
    public let lines: [[String]]
    public let sources: [Citation]

    public init(heads: [String], lines: [[String]], sources: [Citation]) {
      self.heads = heads
      self.lines = lines
      self.sources = sources
    }
  }

  /// What one credential costs, as the comparison has it.
  public struct Cost: Sendable, Hashable {
    public let credential: CredentialPath
    public let name: String
    public let get: String
    public let getGrade: Grade?
    public let keep: String
    public let keepGrade: Grade?
    /// Fees whose amount nobody states.
    public let remark: String?

    public init(
      credential: CredentialPath, name: String, get: String, getGrade: Grade?, keep: String, keepGrade: Grade?,
      remark: String?
    ) {
      self.credential = credential
      self.name = name
      self.get = get
      self.getGrade = getGrade
      self.keep = keep
      self.keepGrade = keepGrade
      self.remark = remark
    }
  }

  let value: Value
  let language: Language

  func page() -> Page {
    let title = WorthPage.title[language]
    let lead = Phrase(
      "What the government publishes about wages and jobs, beside what each credential costs. The answer is yours.",
      "Lo que el gobierno publica sobre salarios y empleos, junto a lo que cuesta cada credencial. La respuesta es suya."
    )
    return Page(
      title: title, address: Address(.worth, language), section: .compare,
      body: """
        \(crumb(Page.Section.compare.name[language], .compare, language))<h1>\(title)</h1>
        <p class="lead">\(lead[language])</p>
        <div class="beside section"><div class="stack loose">\(wages)</div><aside class="stack">\(costs)</aside></div>
        <div class="stack loose">\(wageTable)\(outlook)\(value.states.map { states($0) })<p class="fine">\(value.notice)</p></div>

        """)
  }

  static let title = Phrase("Is it worth it?", "¿Vale la pena?")

  /// Sections and tables have names of their own.
  private func tableName(_ title: String) -> String { Phrase("Table: \(title)", "Tabla: \(title)")[language] }

  private var wageTitle: String {
    Phrase("Wages in the United States, by year", "Salarios en Estados Unidos, por año")[language]
  }

  private var wages: HTML {
    """
    <section class="card stack" aria-labelledby="wages"><h2 id="wages">\(wageTitle)</h2>
    <p class="fine">\(value.subject). \(value.note)</p>\(WagePlot(wages: value.wages, language: language).html)</section>

    """
  }

  private var wageTable: HTML {
    let heads = [
      Phrase("Edition", "Edición"), Phrase("10th percentile", "Percentil 10"),
      Phrase("25th percentile", "Percentil 25"), Phrase("Median", "Mediana"),
      Phrase("75th percentile", "Percentil 75"), Phrase("90th percentile", "Percentil 90"), Phrase("Mean", "Media"),
      Phrase("Jobs", "Empleos"),
    ].map { $0[language] }
    let lines = value.wages.reversed().map { wage in WorthTable.Line(wage.edition, mark: wage.mark, cells: wage.cells) }
    let same = Phrase("The same as a table", "Lo mismo en una tabla")[language]
    return """
      <section class="stack" aria-labelledby="wage-table"><h2 id="wage-table">\(same)</h2>\
      \(WorthTable(caption: tableName(wageTitle), heads: heads, lines: lines).html)\(value.wageSources.map { $0.html(language) })</section>

      """
  }

  private var outlook: HTML {
    let title = Phrase("Outlook, by edition", "Perspectivas, por edición")[language]
    let lines = value.outlook.lines.compactMap { line in
      line.first.map { WorthTable.Line($0, cells: Array(line.dropFirst())) }
    }
    return """
      <section class="stack" aria-labelledby="outlook"><h2 id="outlook">\(title)</h2><p class="fine">\(value.outlookNote)</p>\
      \(WorthTable(caption: tableName(title), heads: value.outlook.heads, lines: lines).html)\
      \(value.outlook.sources.map { $0.html(language) })</section>

      """
  }

  private func states(_ states: States) -> HTML {
    let title = Phrase("Wages by state, \(states.edition)", "Salarios por estado, \(states.edition)")[language]
    let heads = [
      Phrase("Place", "Lugar"), Phrase("Mean, a year", "Media, al año"), Phrase("Median, a year", "Mediana, al año"),
      Phrase("Jobs", "Empleos"),
    ].map { $0[language] }
    let most = states.rows.compactMap(\.mean).max() ?? 1
    let lines = states.rows.map { row in
      WorthTable.Line(row.name, cells: row.cells, share: row.mean.map { Double($0) / Double(most) })
    }
    let mark: HTML = states.mark.map { "<p class=\"fine\"><strong>\($0)</strong></p>" } ?? ""
    return """
      <section class="stack" aria-labelledby="by-state"><h2 id="by-state">\(title)</h2>\(mark)\
      \(WorthTable(caption: tableName(title), heads: heads, lines: lines).html)\(states.sources.map { $0.html(language) })</section>

      """
  }

  private var costs: HTML {
    let title = Phrase("What each credential costs", "Lo que cuesta cada credencial")[language]
    let get = Phrase("To get it", "Obtenerla")[language]
    let keep = Phrase("Fees to keep it, ten years", "Cuotas para mantenerla, diez años")[language]
    let items = value.costs.map { cost -> HTML in
      let name = Link(cost.name, .page(.roadmap(cost.credential))).html(language)
      return """
        <section class="stack tight"><h3>\(name)</h3>\(amount(get, cost.get, cost.getGrade))\
        \(amount(keep, cost.keep, cost.keepGrade))\(cost.remark.map { "<p class=\"fine\">\($0)</p>" as HTML })</section>

        """
    }
    return """
      <section class="card stack loose" aria-labelledby="costs"><h2 id="costs">\(title)</h2>\(items)\
      <p class="fine">\(value.costNote)</p></section>

      """
  }

  private func amount(_ term: String, _ text: String, _ grade: Grade?) -> HTML {
    "<p><span class=\"fine\">\(term):</span> <strong>\(text)</strong> \(grade?.html(language))</p>\n"
  }
}
