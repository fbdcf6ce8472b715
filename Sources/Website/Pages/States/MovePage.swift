import HTML
public import Vocabulary

/// From one state to another: what changes, what to have by the first day, and what already counts.
public struct MovePage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    public let move: Move
    public let states: [Pick]
    public let holders: [Pick]
    public let day: CivilDate
    public let whom: String
    /// Nil while no state to move to is picked.
    public let plan: Plan?
    public let notice: String
    public let isPersonal: Bool

    public init(
      move: Move, states: [Pick], holders: [Pick], day: CivilDate, whom: String, plan: Plan?, notice: String,
      isPersonal: Bool
    ) {
      self.move = move
      self.states = states
      self.holders = holders
      self.day = day
      self.whom = whom
      self.plan = plan
      self.notice = notice
      self.isPersonal = isPersonal
    }
  }

  /// A move with both ends known.
  public struct Plan: Sendable, Hashable {
    /// "Texas to Washington".
    public let title: String
    /// When it is all needed, and that nobody says how long it takes.
    public let lead: String
    public let steps: [Step]
    /// Tasks whose answer differs: name, before, after.
    public let changes: [Change]

    public init(title: String, lead: String, steps: [Step], changes: [Change]) {
      self.title = title
      self.lead = lead
      self.steps = steps
      self.changes = changes
    }
  }

  /// One thing to have.
  public struct Step: Sendable, Hashable {
    public let title: String
    /// The first day, on the last step.
    public let when: DayText?
    public let answer: Chip?
    public let statements: [StatePage.Statement]
    /// Where the statements come from, each once.
    public let citations: [Citation]
    /// What already counts.
    public let counts: [String]
    /// What is missing.
    public let missing: [String]

    public init(
      title: String, when: DayText? = nil, answer: Chip? = nil, statements: [StatePage.Statement] = [],
      citations: [Citation] = [], counts: [String] = [], missing: [String] = []
    ) {
      self.title = title
      self.when = when
      self.answer = answer
      self.statements = statements
      self.citations = citations
      self.counts = counts
      self.missing = missing
    }
  }

  /// A task before and after.
  public struct Change: Sendable, Hashable {
    public let task: String
    public let before: Chip?
    public let after: Chip

    public init(task: String, before: Chip?, after: Chip) {
      self.task = task
      self.before = before
      self.after = after
    }
  }

  let value: Value
  let language: Language

  func page() -> Page {
    let title = Phrase("Plan a move", "Planear una mudanza")[language]
    return Page(
      title: title, address: Address(.move(value.move), language), section: .states, isPersonal: value.isPersonal,
      body: """
        \(crumb(Page.Section.states.name[language], .states(StateQuestion(holder: value.move.holder)), language))\
        <h1>\(title)</h1>\(filters)\(value.plan.map { plan($0) })<p class="fine mt-3">\(value.notice)</p>

        """)
  }

  private var filters: HTML {
    let parts = StateFilters(language: language)
    let unsaid = Pick("", Phrase("Not said", "Sin decir")[language])
    return parts.form(
      .move(Move()),
      [
        parts.list("from", Phrase("From", "Desde"), [unsaid] + value.states, chosen: value.move.from ?? ""),
        parts.list("to", Phrase("To", "Hacia"), [unsaid] + value.states, chosen: value.move.to ?? ""),
        parts.day(Phrase("First day there", "Primer día allá"), value.day),
        parts.holder(value.holders, value.move.holder),
      ])
  }

  private func plan(_ plan: Plan) -> HTML {
    let steps = Phrase("What to have by the first day", "Lo que hay que tener el primer día")[language]
    return """
      <section class="section stack" aria-labelledby="plan"><h2 id="plan">\(plan.title)</h2>\
      <p>\(value.whom) \(plan.lead)</p><h3>\(steps)</h3><ol class="stack steps-list">\(plan.steps.map { step($0) })</ol></section>
      \(changes(plan.changes))
      """
  }

  private func step(_ step: Step) -> HTML {
    let counts = Phrase("Already counts", "Ya cuenta")[language]
    let missing = Phrase("Missing", "Falta")[language]
    return """
      <li class="card"><div class="row apart"><h4>\(step.title)</h4>\(step.answer?.html(language))</div>
      \(step.when.map { "<p>\($0.html)</p>" })\(step.statements.map { $0.html(language) })\
      \(step.citations.map { $0.html(language) })\(items(counts, step.counts))\(items(missing, step.missing))</li>

      """
  }

  private func items(_ title: String, _ texts: [String]) -> HTML {
    guard !texts.isEmpty else { return "" }
    return "<p class=\"label mt-2\">\(title)</p><ul>\(texts.map { "<li>\($0)</li>" as HTML })</ul>"
  }

  private func changes(_ changes: [Change]) -> HTML {
    guard !changes.isEmpty else { return "" }
    let title = Phrase("What changes by task", "Lo que cambia por tarea")[language]
    let label = Phrase("Tasks before and after", "Tareas antes y después")[language]
    let heads = [Phrase("Task", "Tarea"), Phrase("Before", "Antes"), Phrase("After", "Después")].map { $0[language] }
    let rows = changes.map { change -> HTML in
      """
      <tr><th scope="row">\(change.task)</th><td data-is="\(heads[1])">\(change.before?.html(language) ?? "–")</td>\
      <td data-is="\(heads[2])">\(change.after.html(language))</td></tr>

      """
    }
    return """
      <section class="section stack" aria-labelledby="changes"><h2 id="changes">\(title)</h2><div class="scroll" tabindex="0" \
      role="region" aria-label="\(label)"><table class="folds"><thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })\
      </tr></thead><tbody>\(rows)</tbody></table></div></section>

      """
  }
}
