public import Knowledge
import Rules
import Vocabulary

/// Checks every row of a sheet against a requirement set, on every day of its work. Keeps nothing but the answers.
public struct RosterChecker {
  private let base: KnowledgeBase
  private let set: RequirementSet
  private let evaluator: Evaluator
  private let layers: [PreparedLayer]
  private let taskRules: [String: Rule]
  private let reasons: RosterReasons

  /// One layer with its rule looked up.
  private struct PreparedLayer {
    let name: RequirementSet.LayerName
    let gate: RequirementSet.Gate
    /// The rule of the set's own; nil: the tasks decide.
    let rule: Rule?
    let tasks: [String]
  }

  public init(_ base: KnowledgeBase, _ set: RequirementSet) {
    self.base = base
    self.set = set
    evaluator = Evaluator(book: base.book)
    let rules = Dictionary(base.book.rules.map { ($0.id, $0) }) { first, _ in first }
    var tasks: Set<String> = []
    layers = set.layers.map { layer in
      switch layer.content {
      case .rule(let id): return PreparedLayer(name: layer.name, gate: layer.gate, rule: rules[id], tasks: [])
      case .tasks(let named):
        tasks.formUnion(named)
        return PreparedLayer(name: layer.name, gate: layer.gate, rule: nil, tasks: named)
      }
    }
    taskRules = rules.filter { id, _ in tasks.contains { id.hasSuffix("/task/" + $0) } }
    reasons = RosterReasons(base)
  }

  /// - Parameter progress: how much is done, 0...1; called now and then. What it throws ends the check.
  /// - Throws: `SheetRefusal` when the sheet cannot be read: then no row was answered.
  public func check(_ source: any SheetSource, _ options: RosterOptions, progress: (Double) throws -> Void = { _ in })
    throws -> RosterResult
  {
    let reader = try RosterReader(source, base, options, progress: progress)
    var answers: [RosterAnswer] = []
    answers.reserveCapacity(reader.rows)
    var same = SamePerson()
    try reader.forEachPerson(source) { person, done in
      same.note(person)
      answers.append(answer(person, options))
      if answers.count % 500 == 0 { try progress(done) }
      return true
    }
    answers.sort(by: RosterAnswer.isWorse)
    let columns = reader.mapping.columns.map { column in
      let order = reader.orders[column.field]
      return RosterResult.Column(
        column: column, order: order?.order, proof: order?.proof.map { "\($0.row): \($0.text)" })
    }
    return RosterResult(
      set: set, options: options, columns: columns, answers: answers, notes: bareNotes(reader) + same.notes)
  }

  private func bareNotes(_ reader: RosterReader) -> [RosterNote] {
    reader.bareMarks.sorted { $0.key < $1.key }.compactMap { id, count in
      guard let mark = base.credential(id)?.mark else { return nil }
      let letters = String(mark.prefix { $0 != " " })
      return RosterNote(
        rows: [],
        text: Phrase(
          "“\(letters)” without its body was read as \(mark): \(FieldWording.amount(Quantity(count), "times").en).",
          "«\(letters)» sin su organismo se leyó como \(mark): \(FieldWording.amount(Quantity(count), "times").es)."))
    }
  }

  // MARK: - One person

  private func answer(_ person: RosterPerson, _ options: RosterOptions) -> RosterAnswer {
    var question = Question(asOf: options.asOf)
    if let start = base.book.act(RequirementSet.start) { question.pins[start] = person.days.first }
    evaluator.begin(person.evidence, question)
    var found: [RosterAnswer.Layer] = []
    var worst: (layer: RosterAnswer.Layer, rule: Rule?)?
    for layer in layers {
      let (answer, rule) = stand(layer, person)
      found.append(answer)
      guard layer.gate == .required, let day = answer.day else { continue }
      if let known = worst?.layer, let best = known.day {
        let isNo = answer.verdict == .notMet
        let wasNo = known.verdict == .notMet
        // On one day the surer of two answers says more.
        let isSurer = day == best && answer.finding.strength > known.finding.strength
        guard isNo && !wasNo || isNo == wasNo && (day < best || isSurer) else { continue }
      }
      worst = (answer, rule)
    }
    var reason: RosterAnswer.Reason?
    if let (layer, rule) = worst, let day = layer.day {
      if let rule {
        evaluator.begin(person.evidence, question, recording: true)
        reason = reasons.reason(layer, rule, evaluator.explain(rule.root, on: day))
      } else {
        reason = reasons.noRule(layer, day, state: person.state)
      }
    }
    return RosterAnswer(
      row: person.row, name: person.name, state: person.state, days: person.days, layers: found, reason: reason)
  }

  /// How one layer stands, with the rule that decides it.
  private func stand(_ layer: PreparedLayer, _ person: RosterPerson) -> (RosterAnswer.Layer, Rule?) {
    if let rule = layer.rule { return (sampled(layer, rule, person.days), rule) }
    var worst: (RosterAnswer.Layer, Rule?)?
    for task in layer.tasks {
      let one: (RosterAnswer.Layer, Rule?)
      if let rule = person.state.flatMap({ taskRules["\($0)/task/\(task)"] }) {
        one = (sampled(layer, rule, person.days), rule)
      } else {
        let finding = Finding(person.state == nil ? .undetermined : .notCovered)
        one = (.init(name: layer.name, gate: layer.gate, finding: finding, day: person.days.first), nil)
      }
      guard let known = worst?.0 else {
        worst = one
        continue
      }
      if one.0.verdict < known.verdict
        || one.0.verdict == known.verdict && (one.0.day ?? .distantFuture) < (known.day ?? .distantFuture)
      {
        worst = one
      }
    }
    return worst ?? (.init(name: layer.name, gate: layer.gate, finding: Finding(.met), day: nil), nil)
  }

  private func sampled(_ layer: PreparedLayer, _ rule: Rule, _ days: DayInterval) -> RosterAnswer.Layer {
    let line = evaluator.timeline(of: rule.root, asked: days)
    var open: (day: CivilDate, finding: Finding)?
    var met = line.value(on: days.first)
    for span in line.spans(in: days) {
      switch span.value.verdict {
      case .notMet:
        return .init(name: layer.name, gate: layer.gate, finding: span.value, day: span.days.first)
      case .notCovered, .undetermined: if open == nil { open = (span.days.first, span.value) }
      case .met: met = met.verdict == .met ? met.weakened(by: span.value) : span.value
      }
    }
    if let open { return .init(name: layer.name, gate: layer.gate, finding: open.finding, day: open.day) }
    return .init(name: layer.name, gate: layer.gate, finding: met, day: nil)
  }
}
