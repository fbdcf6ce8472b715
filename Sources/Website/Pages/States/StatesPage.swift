import HTML
public import Vocabulary

/// The map: what the rules of all states say about a task. Tiles, and the same as a table.
public struct StatesPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    public let question: StateQuestion
    /// "Draw blood from a vein".
    public let task: String
    public let tasks: [Pick]
    public let holders: [Pick]
    /// The day asked about.
    public let day: CivilDate
    /// "Nov 22, 2026".
    public let dayText: String
    /// "For a holder of CMA (AAMA)".
    public let whom: String
    /// States in alphabetical order.
    public let rows: [Row]
    /// Each kind of answer with how many states have it, most certain first.
    public let legend: [Chip]
    public let notice: String
    /// Whether the answers kept in this browser were used.
    public let isPersonal: Bool

    public init(
      question: StateQuestion, task: String, tasks: [Pick], holders: [Pick], day: CivilDate, dayText: String,
      whom: String, rows: [Row], legend: [Chip], notice: String, isPersonal: Bool
    ) {
      self.question = question
      self.task = task
      self.tasks = tasks
      self.holders = holders
      self.day = day
      self.dayText = dayText
      self.whom = whom
      self.rows = rows
      self.legend = legend
      self.notice = notice
      self.isPersonal = isPersonal
    }
  }

  /// One state.
  public struct Row: Sendable, Hashable {
    /// `wa`.
    public let code: String
    public let name: String
    public let answer: Chip
    /// What the rule says, or whom to ask.
    public let text: String
    /// The text it comes from, in a few words, with how sure it is.
    public let source: String
    public let grade: Grade?

    public init(code: String, name: String, answer: Chip, text: String, source: String, grade: Grade?) {
      self.code = code
      self.name = name
      self.answer = answer
      self.text = text
      self.source = source
      self.grade = grade
    }
  }

  let value: Value
  let language: Language

  func page() -> Page {
    let title = Phrase("What do the states say?", "¿Qué dicen los estados?")[language]
    let lead = Phrase(
      "Work that a physician hands to a medical assistant, in 50 states and DC. Where we found no rule, we say so.",
      "Trabajo que un médico delega en un asistente médico, en 50 estados y DC. Si no hallamos una regla, lo decimos.")
    let map = Phrase("\(value.task): \(value.dayText)", "\(value.task): \(value.dayText)")[language]
    let table = Phrase("The same as a table", "Lo mismo en una tabla")[language]
    let note = Phrase(
      "The answer is about the person. What the rule asks of the practice, like supervision, is on each state's page.",
      "La respuesta trata de la persona. Lo que la regla pide al consultorio, como la supervisión, está en la página de cada estado."
    )[language]
    return Page(
      title: title, address: Address(.states(value.question), language), section: .states,
      isPersonal: value.isPersonal,
      body: """
        <h1>\(title)</h1><p class="lead">\(lead[language])</p>\(filters)
        <section class="section stack" aria-labelledby="map"><h2 id="map">\(map)</h2><p class="fine">\(value.whom)</p>
        <ul class="tiles" role="list">\(value.rows.map { tile($0) })</ul>
        <ul class="key" aria-label="\(Phrase("Legend", "Leyenda")[language])">\(value.legend.map { legend($0) })</ul>
        <p class="fine">\(note)</p>\(links)</section>
        <section class="section stack" aria-labelledby="table"><h2 id="table">\(table)</h2>\(rows)
        <p class="fine">\(value.notice)</p></section>

        """)
  }

  private var filters: HTML {
    let parts = StateFilters(language: language)
    return parts.form(
      .states(StateQuestion()),
      [
        parts.list("task", Phrase("Task", "Tarea"), value.tasks, chosen: value.question.task, wide: true),
        parts.day(Phrase("On the day", "En el día"), value.day), parts.holder(value.holders, value.question.holder),
      ])
  }

  private var links: HTML {
    let compare = Link(
      Phrase("Compare states", "Comparar estados")[language], .page(.stateComparison([], value.question)))
    let move = Link(
      Phrase("Plan a move", "Planear una mudanza")[language],
      .page(.move(Move(on: value.question.on, holder: value.question.holder))))
    return
      "<p class=\"row\">\(compare.button(language, "btn second small")) \(move.button(language, "btn second small"))</p>"
  }

  private func tile(_ row: Row) -> HTML {
    let code = row.code.uppercased()
    let address = row.answer.target?.address(language) ?? "#state-\(row.code)"
    return """
      <li class="at-\(code)"><a class="tile \(row.answer.sign.rawValue)" href="\(url: address)" \
      aria-label="\(row.name): \(row.answer.text)">\(code)\(row.answer.sign.icon.html)</a></li>

      """
  }

  private func source(_ row: Row) -> HTML {
    guard !row.source.isEmpty else { return "–" }
    return "<span class=\"cite\">\(row.source)</span> \(row.grade?.html(language))"
  }

  private func legend(_ chip: Chip) -> HTML { "<li>\(chip.html(language))</li>\n" }

  private var rows: HTML {
    let heads = [
      Phrase("State", "Estado"), Phrase("Answer", "Respuesta"), Phrase("What the rule says", "Lo que dice la regla"),
      Phrase("Source", "Fuente"),
    ].map { $0[language] }
    let head = heads.map { "<th scope=\"col\">\($0)</th>" as HTML }
    let caption = Phrase("States and their answers", "Los estados y sus respuestas")[language]
    let lines = value.rows.map { row -> HTML in
      let state = Link(row.name, .page(.state(row.code, value.question.about(nil)))).html(language)
      return """
        <tr id="state-\(row.code)"><th scope="row">\(state)</th><td data-is="\(heads[1])">\(row.answer.html(language))</td>\
        <td data-is="\(heads[2])">\(row.text)</td>\
        <td data-is="\(heads[3])">\(source(row))</td></tr>

        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table class="folds">\
      <caption class="vh">\(caption)</caption><thead><tr>\(head)</tr></thead><tbody>\(lines)</tbody></table></div>

      """
  }
}
