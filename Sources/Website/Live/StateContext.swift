import Knowledge
import Rules
import Services
import Vocabulary

/// For whom and which day a page about states is, and the parts that such pages share.
struct StateContext {
  let base: KnowledgeBase
  let language: Language
  let day: CivilDate
  let evidence: Evidence
  let whom: Phrase
  let isPersonal: Bool
  let wording: LiveWording
  private let hasAnswers: Bool

  init(_ service: LiveService, _ holder: StateQuestion.Holder, _ on: CivilDate?, _ visit: Visit) {
    base = service.base
    language = visit.language
    day = on ?? visit.today
    wording = LiveWording(visit.language, asOf: visit.today)
    hasAnswers = !visit.answers.list.isEmpty
    isPersonal = holder == .answers
    let assumed: Holder =
      switch holder {
      case .credential(let path): Holder(service.base.credential(path.text) == nil ? nil : path.text)
      case .none, .answers: Holder(nil)
      }
    evidence = holder == .answers ? service.evidence(visit) : assumed.evidence(on: day)
    whom =
      holder == .answers ? Phrase("your answers", "sus respuestas") : assumed.words(service.base)
  }

  /// For the record that somebody keeps.
  init(_ base: KnowledgeBase, record: Evidence, _ on: CivilDate?, _ visit: Visit) {
    self.base = base
    language = visit.language
    day = on ?? visit.today
    wording = LiveWording(visit.language, asOf: visit.today)
    (hasAnswers, isPersonal, evidence) = (false, true, record)
    whom = Phrase("your record", "su expediente")
  }

  var dayText: String { wording.dates.day(day) }
  var whomSentence: String { Phrase("For \(whom.en).", "Para \(whom.es).")[language] }

  var holders: [Pick] {
    let marks = base.credentials.map { Pick($0.id, $0.mark) }
    let none = Pick("none", Phrase("None", "Ninguna")[language])
    let answers = Pick("answers", Phrase("Your answers", "Sus respuestas")[language])
    return marks + [none] + (hasAnswers ? [answers] : [])
  }

  var states: [Pick] { base.jurisdictions.map { Pick($0.code.lowercased(), $0.name[language]) } }

  // MARK: - Answers

  func chip(_ cell: StateAnswers.Cell, _ question: StateQuestion) -> Chip {
    let code = String(cell.jurisdiction.dropFirst(3))
    return Chip(
      wording.sign(cell), StateText.words(cell)[language],
      .page(.stateTask(code, task: cell.task, question.about(nil))))
  }

  func row(_ state: Jurisdiction, _ task: PracticeTask, _ cell: StateAnswers.Cell, _ question: StateQuestion)
    -> StatesPage.Row
  {
    let rule = base.book.rule(state.rule(for: task.id))
    let said = rule.map { base.book.saying($0.root, on: day) }
    let citation = cell.standing == .none ? nil : said?.citations.first
    return StatesPage.Row(
      code: state.code.lowercased(), name: state.name[language], answer: chip(cell, question),
      text: said?.text?[language] ?? "",
      source: citation.map { "\($0.source.publisher)\($0.place.map { ", \($0)" } ?? "")" } ?? "",
      grade: cell.standing == .none || cell.standing == .open ? nil : wording.grade(cell.finding.grade))
  }

  func legend(_ cells: [StateAnswers.Cell]) -> [Chip] {
    var found: [Chip] = []
    for standing in TaskStanding.allCases {
      for grade in [RuleGrade.stated, .presumed, .reported] {
        let same = cells.filter { $0.standing == standing && $0.finding.grade == grade }
        guard let first = same.first else { continue }
        let words = StateText.words(first)[language]
        if let i = found.firstIndex(where: { $0.text.hasPrefix(words + ": ") }) {
          let count = (Int(found[i].text.dropFirst(words.count + 2)) ?? 0) + same.count
          found[i] = Chip(found[i].sign, "\(words): \(count)")
        } else {
          found.append(Chip(wording.sign(first), "\(words): \(same.count)"))
        }
      }
    }
    return found
  }

  func task(_ cell: StateAnswers.Cell, _ question: StateQuestion) -> StatePage.Task {
    let task = base.task(cell.task)
    return StatePage.Task(
      name: task?.name[language] ?? cell.task, detail: task?.detail[language] ?? "", answer: chip(cell, question))
  }

  // MARK: - Statements

  /// A statement with its sources, each once.
  func statement(_ statement: StateAnswers.Statement) -> StatePage.Statement {
    StatePage.Statement(
      text: statement.content.text(language), grade: wording.grade(statement.grade),
      citations: distinct(statement.citations))
  }

  private func distinct(_ citations: [Vocabulary.Citation]) -> [Citation] {
    var seen: Set<Citation> = []
    return citations.map { wording.citation($0) }.filter { seen.insert($0).inserted }
  }

  func topic(_ topic: Topic, _ statements: [StateAnswers.Statement]) -> StatePage.Topic? {
    let own = statements.filter { $0.name == topic.id }
    guard !own.isEmpty else { return nil }
    return StatePage.Topic(
      id: topic.id.replacing(".", with: "-"), name: topic.name[language], statements: own.map(statement))
  }

  /// Fees that bring their own title.
  func otherFees(_ statements: [StateAnswers.Statement]) -> [StatePage.Topic] {
    let known = Set(base.topics.map(\.id))
    return statements.filter { !known.contains($0.name) }.map {
      StatePage.Topic(id: $0.name.replacing(".", with: "-"), name: $0.title[language], statements: [statement($0)])
    }
  }

  func compared(_ topic: Topic, _ found: [[StateAnswers.Statement]]) -> StateComparisonPage.Row? {
    guard found.contains(where: { $0.contains { $0.name == topic.id } }) else { return nil }
    let unknown = Phrase("Not known", "No se sabe")[language]
    return StateComparisonPage.Row(
      name: topic.name[language],
      cells: found.map { statements in
        let own = statements.filter { $0.name == topic.id }
        guard let grade = own.map(\.grade).min() else { return StateComparisonPage.Cell(text: unknown) }
        return StateComparisonPage.Cell(
          text: own.map { $0.content.text(language) }.joined(separator: " "), grade: wording.grade(grade))
      })
  }

  func boards(_ state: Jurisdiction) -> [StatePage.Board] {
    state.boards.map { StatePage.Board(name: $0.name[language], url: $0.url) }
  }

  // MARK: - A move

  func plan(_ plan: MovePlan, _ question: StateQuestion) -> MovePage.Plan {
    MovePage.Plan(
      title: MoveText.title(plan, language),
      lead: Phrase(
        "Needed by \(wording.dates.dayWithDistance(plan.day)). How long each takes is not known: ask.",
        "Se necesita antes del \(wording.dates.dayWithDistance(plan.day)). No se sabe cuánto tarda: pregunte.")[
          language],
      steps: plan.steps.map(step),
      changes: plan.changes.map { change in
        MovePage.Change(
          task: change.task.name[language], before: change.before.map { chip($0, question) },
          after: chip(change.after, question))
      })
  }

  private func step(_ step: MovePlan.Step) -> MovePage.Step {
    MovePage.Step(
      title: step.title[language], when: step.kind == .firstDay ? wording.day(step.by) : nil,
      answer: step.determination.map { Chip(wording.sign($0.finding), wording.word($0.finding)) },
      statements: step.statements.map { statement in
        StatePage.Statement(
          title: step.statements.count > 1 ? statement.title[language] : nil, text: statement.content.text(language),
          grade: wording.grade(statement.grade), citations: [])
      }, citations: distinct(step.statements.flatMap(\.citations)), counts: step.counts.map { $0[language] },
      missing: step.missing.map { $0[language] })
  }
}
