import Knowledge
import Rules
import Services
import Vocabulary

/// Pages about states, filled from the services.
extension LiveService {
  public func states(_ question: StateQuestion, _ visit: Visit) async throws -> StatesPage.Value {
    let context = StateContext(self, question.holder, question.on, visit)
    let most = base.tasks.filter(\.isMostAsked)
    let task = question.task.flatMap { base.task($0) } ?? most.first ?? base.tasks[0]
    let asked = question.about(task.id)
    let grid = StateAnswers(base).grid([task], context.evidence, asOf: visit.today, on: context.day)
    let rows = zip(base.jurisdictions, grid).compactMap { state, cells in
      cells.first.map { context.row(state, task, $0, asked) }
    }
    return StatesPage.Value(
      question: asked, task: task.name[visit.language],
      tasks: (most + base.tasks.filter { !$0.isMostAsked }).map { Pick($0.id, $0.name[visit.language]) },
      holders: context.holders, day: context.day, dayText: context.dayText, whom: context.whomSentence, rows: rows,
      legend: context.legend(grid.compactMap(\.first)), notice: StateText.notice(nil)[visit.language],
      isPersonal: context.isPersonal)
  }

  public func state(_ code: String, _ question: StateQuestion, _ visit: Visit) async throws -> StatePage.Value? {
    guard let state = base.jurisdiction("us-" + code) else { return nil }
    let context = StateContext(self, question.holder, question.on, visit)
    let answers = StateAnswers(base)
    let cells = answers.cells(state, base.tasks, context.evidence, asOf: visit.today, on: context.day)
    let statements = answers.topics(state, on: context.day)
    let found = base.topics.compactMap { context.topic($0, statements) } + context.otherFees(statements)
    let unknown = base.topics.filter { topic in
      !topic.id.hasPrefix("fee.")
        && !statements.contains { $0.name == topic.id || topic.id == "fees" && $0.name.hasPrefix("fee.") }
    }
    return StatePage.Value(
      code: code, name: state.name[visit.language], question: question, holders: context.holders, day: context.day,
      dayText: context.dayText, whom: context.whomSentence, tasks: cells.map { context.task($0, question) },
      topics: found, unknown: unknown.map { $0.name[visit.language] }, boards: context.boards(state),
      notice: StateText.notice(state)[visit.language], isPersonal: context.isPersonal)
  }

  public func stateTask(_ code: String, task id: String, _ question: StateQuestion, _ visit: Visit) async throws
    -> StateTaskPage.Value?
  {
    guard let state = base.jurisdiction("us-" + code), let task = base.task(id) else { return nil }
    return try stateTask(state, task, question, StateContext(self, question.holder, question.on, visit), visit)
  }

  /// The same for a record that is kept.
  func stateTask(_ state: String, task id: String, record: Evidence, on day: CivilDate?, _ visit: Visit) throws
    -> StateTaskPage.Value?
  {
    guard let state = base.jurisdiction(state), let task = base.task(id) else { return nil }
    let context = StateContext(base, record: record, day, visit)
    return try stateTask(state, task, StateQuestion(on: day), context, visit)
  }

  private func stateTask(
    _ state: Jurisdiction, _ task: PracticeTask, _ question: StateQuestion, _ context: StateContext, _ visit: Visit
  ) throws -> StateTaskPage.Value? {
    let inquiry = Services.Inquiry(asOf: visit.today, on: context.day)
    guard let answer = try StateAnswers(base).answer(state, task, context.evidence, inquiry),
      let explanation = answer.determination.explanation
    else { return nil }
    let tree = LiveTree(base: base, language: visit.language, asOf: visit.today)
    let titles = answer.statements.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return StateTaskPage.Value(
      code: state.code.lowercased(), state: state.name[visit.language], taskID: task.id,
      task: task.name[visit.language], question: question,
      holders: context.holders, day: context.day, whom: "\(context.whomSentence) \(context.dayText).",
      banner: Banner(
        context.wording.sign(answer.cell), StateText.words(answer.cell)[visit.language],
        text: answer.cell.standing.sentence[visit.language], grade: context.wording.grade(answer.cell.finding)),
      statements: titles.compactMap { name in
        let own = answer.statements.filter { $0.name == name }
        return own.first.map {
          StatePage.Topic(id: name, name: $0.title[visit.language], statements: own.map(context.statement))
        }
      },
      tree: tree.tree(explanation.readable), notice: StateText.notice(state)[visit.language],
      isPersonal: context.isPersonal)
  }

  public func stateComparison(_ codes: [String], _ question: StateQuestion, _ visit: Visit) async throws
    -> StateComparisonPage.Value
  {
    let context = StateContext(self, question.holder, question.on, visit)
    let states = codes.prefix(4).compactMap { base.jurisdiction("us-" + $0) }
    let answers = StateAnswers(base)
    let cells = states.map { answers.cells($0, base.tasks, context.evidence, asOf: visit.today, on: context.day) }
    let topics = states.map { answers.topics($0, on: context.day) }
    return StateComparisonPage.Value(
      question: question, states: context.states, holders: context.holders, day: context.day,
      whom: "\(context.whomSentence) \(context.dayText).",
      picked: states.map { Pick($0.code.lowercased(), $0.name[visit.language]) },
      tasks: base.tasks.map { task in
        StateComparisonPage.Row(
          name: task.name[visit.language],
          cells: cells.map { found in
            StateComparisonPage.Cell(answer: found.first { $0.task == task.id }.map { context.chip($0, question) })
          })
      },
      topics: base.topics.compactMap { context.compared($0, topics) },
      notice: StateText.notice(states.count == 1 ? states.first : nil)[visit.language], isPersonal: context.isPersonal)
  }

  public func move(_ move: Move, _ visit: Visit) async throws -> MovePage.Value {
    let context = StateContext(self, move.holder, move.on, visit)
    let from = move.from.flatMap { base.jurisdiction("us-" + $0) }
    let to = move.to.flatMap { base.jurisdiction("us-" + $0) }
    let plan = try to.map {
      try StateAnswers(base).move(context.evidence, from: from, to: $0, on: context.day, asOf: visit.today)
    }
    return MovePage.Value(
      move: move, states: context.states, holders: context.holders, day: context.day, whom: context.whomSentence,
      plan: plan.map { context.plan($0, StateQuestion(holder: move.holder, on: move.on)) },
      notice: StateText.notice(to)[visit.language], isPersonal: context.isPersonal)
  }
}
