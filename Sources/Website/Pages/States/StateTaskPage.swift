import HTML
public import Vocabulary

/// The reasons for one task in one state.
public struct StateTaskPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    public let code: String
    public let state: String
    public let taskID: String
    public let task: String
    public let question: StateQuestion
    public let holders: [Pick]
    public let day: CivilDate
    public let whom: String
    public let banner: Banner
    /// Supervision, and what the rule asks of the practice: title and statements.
    public let statements: [StatePage.Topic]
    public let tree: ReasonNode
    public let notice: String
    public let isPersonal: Bool

    public init(
      code: String, state: String, taskID: String, task: String, question: StateQuestion, holders: [Pick],
      day: CivilDate, whom: String, banner: Banner, statements: [StatePage.Topic], tree: ReasonNode, notice: String,
      isPersonal: Bool
    ) {
      self.code = code
      self.state = state
      self.taskID = taskID
      self.task = task
      self.question = question
      self.holders = holders
      self.day = day
      self.whom = whom
      self.banner = banner
      self.statements = statements
      self.tree = tree
      self.notice = notice
      self.isPersonal = isPersonal
    }
  }

  let value: Value
  let language: Language
  /// The page of somebody's own record; nil: a page for everybody.
  var own: WalletRoute?

  func page() -> Page {
    let title = "\(value.task): \(value.state)"
    let why = Phrase("Why: the whole rule", "Por qué: la regla completa")[language]
    let parts = StateFilters(language: language)
    let address = own.map { Route.member(.wallet($0)) } ?? .stateTask(value.code, task: value.taskID, value.question)
    let filters: HTML =
      own != nil
      ? ""
      : parts.form(
        .stateTask(value.code, task: value.taskID, StateQuestion()),
        [parts.day(Phrase("On the day", "En el día"), value.day), parts.holder(value.holders, value.question.holder)])
    let back =
      own.map { crumb(StatusPage.title[language], .member(.wallet(.status($0.day))), language) }
      ?? crumb(value.state, .state(value.code, value.question.about(nil)), language)
    let others = Link(
      Phrase("This task in all states", "Esta tarea en todos los estados")[language],
      .page(.states(value.question.about(value.taskID))))
    return Page(
      title: title, address: Address(address, language), section: .states, isPersonal: value.isPersonal,
      body: """
        \(back)<h1>\(title)</h1>
        <p class="fine">\(value.whom)</p>\(value.banner.html(language))\(filters)
        <div class="stack loose section">\(value.statements.map { statement($0) })
        <section class="card" aria-labelledby="tree"><h2 id="tree">\(why)</h2>\(value.tree.tree(language))</section>
        <p>\(others.html(language))</p><p class="fine">\(value.notice)</p></div>

        """)
  }

  private func statement(_ topic: StatePage.Topic) -> HTML {
    """
    <section class="card" aria-labelledby="says-\(topic.id)"><h2 id="says-\(topic.id)">\(topic.name)</h2>
    <div class="stack">\(topic.statements.map { $0.html(language) })</div></section>

    """
  }
}
