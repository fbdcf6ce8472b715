import HTML
public import Vocabulary

/// Up to four states side by side: tasks, then topics.
public struct StateComparisonPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    public let question: StateQuestion
    /// All states to pick from.
    public let states: [Pick]
    public let holders: [Pick]
    public let day: CivilDate
    public let whom: String
    /// The codes and names of those compared.
    public let picked: [Pick]
    public let tasks: [Row]
    public let topics: [Row]
    public let notice: String
    public let isPersonal: Bool

    public init(
      question: StateQuestion, states: [Pick], holders: [Pick], day: CivilDate, whom: String, picked: [Pick],
      tasks: [Row], topics: [Row], notice: String, isPersonal: Bool
    ) {
      self.question = question
      self.states = states
      self.holders = holders
      self.day = day
      self.whom = whom
      self.picked = picked
      self.tasks = tasks
      self.topics = topics
      self.notice = notice
      self.isPersonal = isPersonal
    }
  }

  /// One line: a task or a topic.
  public struct Row: Sendable, Hashable {
    public let name: String
    /// One a state.
    public let cells: [Cell]

    public init(name: String, cells: [Cell]) {
      self.name = name
      self.cells = cells
    }
  }

  /// What one state says.
  public struct Cell: Sendable, Hashable {
    public let answer: Chip?
    public let text: String
    public let grade: Grade?

    public init(answer: Chip? = nil, text: String = "", grade: Grade? = nil) {
      self.answer = answer
      self.text = text
      self.grade = grade
    }
  }

  let value: Value
  let language: Language

  func page() -> Page {
    let title = Phrase("Compare states", "Comparar estados")[language]
    let lead = Phrase("Pick up to four.", "Elija hasta cuatro.")[language]
    return Page(
      title: title, address: Address(.stateComparison(value.picked.map(\.value), value.question), language),
      section: .states, isPersonal: value.isPersonal,
      body: """
        \(crumb(Page.Section.states.name[language], .states(value.question), language))<h1>\(title)</h1>
        <p class="lead">\(lead)</p>\(filters)\(table)<p class="fine mt-3">\(value.notice)</p>

        """)
  }

  private var filters: HTML {
    let parts = StateFilters(language: language)
    let nobody = Pick("", Phrase("None", "Ninguno")[language])
    let lists = ["a", "b", "c", "d"].enumerated().map { index, name in
      parts.list(
        name, Phrase("State \(index + 1)", "Estado \(index + 1)"), [nobody] + value.states,
        chosen: index < value.picked.count ? value.picked[index].value : "")
    }
    return parts.form(
      .stateComparison([], StateQuestion()),
      lists + [
        parts.day(Phrase("On the day", "En el día"), value.day), parts.holder(value.holders, value.question.holder),
      ])
  }

  private var table: HTML {
    guard !value.picked.isEmpty else { return "" }
    let caption = Phrase("States side by side", "Estados lado a lado")[language]
    let head = value.picked.map { pick -> HTML in
      let link = Link(pick.text, .page(.state(pick.value, value.question.about(nil)))).html(language)
      return "<th scope=\"col\">\(link)</th>"
    }
    let what = Phrase("What", "Qué")[language]
    return """
      <p class="fine mt-5">\(value.whom)</p><div class="scroll mt-3" tabindex="0" role="region" aria-label="\(caption)">\
      <table class="folds"><caption class="vh">\(caption)</caption><thead><tr><th scope="col">\(what)</th>\(head)</tr></thead>
      <tbody>\((value.tasks + value.topics).map { line($0) })</tbody></table></div>

      """
  }

  private func line(_ row: Row) -> HTML {
    let cells = zip(value.picked, row.cells).map { pick, cell -> HTML in
      let text: HTML = cell.text.isEmpty ? "" : "<p>\(cell.text) \(cell.grade?.html(language))</p>"
      return "<td data-is=\"\(pick.text)\">\(cell.answer?.html(language))\(text)</td>"
    }
    return "<tr><th scope=\"row\">\(row.name)</th>\(cells)</tr>\n"
  }
}
