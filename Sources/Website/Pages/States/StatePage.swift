import HTML
public import Vocabulary

/// One state: what it says by topic and by task, and whom to ask.
public struct StatePage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    public let code: String
    public let name: String
    public let question: StateQuestion
    public let holders: [Pick]
    public let day: CivilDate
    public let dayText: String
    public let whom: String
    public let tasks: [Task]
    public let topics: [Topic]
    /// Topics of which nothing was found.
    public let unknown: [String]
    public let boards: [Board]
    public let notice: String
    public let isPersonal: Bool

    public init(
      code: String, name: String, question: StateQuestion, holders: [Pick], day: CivilDate, dayText: String,
      whom: String, tasks: [Task], topics: [Topic], unknown: [String], boards: [Board], notice: String, isPersonal: Bool
    ) {
      self.code = code
      self.name = name
      self.question = question
      self.holders = holders
      self.day = day
      self.dayText = dayText
      self.whom = whom
      self.tasks = tasks
      self.topics = topics
      self.unknown = unknown
      self.boards = boards
      self.notice = notice
      self.isPersonal = isPersonal
    }
  }

  /// A task and how the rule stands to it.
  public struct Task: Sendable, Hashable {
    public let name: String
    public let detail: String
    public let answer: Chip

    public init(name: String, detail: String, answer: Chip) {
      self.name = name
      self.detail = detail
      self.answer = answer
    }
  }

  /// What the state says about a topic.
  public struct Topic: Sendable, Hashable {
    public let id: String
    public let name: String
    public let statements: [Statement]

    public init(id: String, name: String, statements: [Statement]) {
      self.id = id
      self.name = name
      self.statements = statements
    }
  }

  /// A dated statement with its sources.
  public struct Statement: Sendable, Hashable {
    /// What it is about, where it stands among others: "Renewal fee".
    public let title: String?
    public let text: String
    public let grade: Grade
    public let citations: [Citation]

    public init(title: String? = nil, text: String, grade: Grade, citations: [Citation]) {
      self.title = title
      self.text = text
      self.grade = grade
      self.citations = citations
    }

    func html(_ language: Language) -> HTML {
      let head: HTML = title.map { "<strong>\($0):</strong> " } ?? ""
      return "<p>\(head)\(text) \(grade.html(language))</p>\(citations.map { $0.html(language) })"
    }
  }

  /// Who answers questions.
  public struct Board: Sendable, Hashable {
    public let name: String
    public let url: String

    public init(name: String, url: String) {
      self.name = name
      self.url = url
    }
  }

  let value: Value
  let language: Language

  func page() -> Page {
    let tasks = Phrase("Tasks", "Tareas")[language]
    let parts = StateFilters(language: language)
    let filters = parts.form(
      .state(value.code, StateQuestion()),
      [parts.day(Phrase("On the day", "En el día"), value.day), parts.holder(value.holders, value.question.holder)])
    return Page(
      title: value.name, address: Address(.state(value.code, value.question), language), section: .states,
      isPersonal: value.isPersonal,
      body: """
        \(crumb(Page.Section.states.name[language], .states(value.question), language))<h1>\(value.name)</h1>\(filters)
        <div class="beside section"><div class="stack loose"><section class="card" aria-labelledby="tasks">\
        <h2 id="tasks">\(tasks)</h2><p class="fine">\(value.whom) \(value.dayText).</p>\(taskList)</section>\
        \(value.topics.map { topic($0) })</div><aside class="stack stay">\(boards)\(moves)\(unknown)</aside></div>
        <p class="fine">\(value.notice)</p>

        """)
  }

  private var taskList: HTML {
    let heads = [Phrase("Task", "Tarea"), Phrase("Answer", "Respuesta")].map { $0[language] }
    let items = value.tasks.map { task -> HTML in
      """
      <tr><th scope="row">\(task.name) <span class="fine">\(task.detail)</span></th>\
      <td data-is="\(heads[1])">\(task.answer.html(language))</td></tr>

      """
    }
    return """
      <table class="folds mt-3"><caption class="vh">\(heads[0])</caption><thead><tr>\
      \(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead><tbody>\(items)</tbody></table>

      """
  }

  private func topic(_ topic: Topic) -> HTML {
    """
    <section class="card" aria-labelledby="topic-\(topic.id)"><h2 id="topic-\(topic.id)">\(topic.name)</h2>
    <div class="stack">\(topic.statements.map { $0.html(language) })</div></section>

    """
  }

  private var boards: HTML {
    let title = Phrase("Who answers questions", "Quién responde preguntas")[language]
    let items = value.boards.map { board -> HTML in
      board.url.isEmpty
        ? "<li>\(board.name)</li>" : "<li><a href=\"\(url: board.url)\" rel=\"noreferrer\">\(board.name)</a></li>"
    }
    return "<section class=\"card\"><h2>\(title)</h2><ul class=\"list\">\(items)</ul></section>\n"
  }

  private var moves: HTML {
    let move = Link(
      Phrase("Plan a move here", "Planear una mudanza aquí")[language],
      .page(.move(Move(to: value.code, on: value.question.on, holder: value.question.holder))))
    let compare = Link(
      Phrase("Compare with other states", "Comparar con otros estados")[language],
      .page(.stateComparison([value.code], value.question)))
    return """
      <p class="row">\(move.button(language, "btn second small")) \(compare.button(language, "btn second small"))</p>

      """
  }

  private var unknown: HTML {
    guard !value.unknown.isEmpty else { return "" }
    let title = Phrase("Not known here", "No se sabe aquí")[language]
    let items = value.unknown.map { "<li>\($0)</li>" as HTML }
    return "<section class=\"card\"><h2>\(title)</h2><ul class=\"list fine\">\(items)</ul></section>\n"
  }
}
