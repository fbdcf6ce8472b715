import Knowledge
public import Rules
public import Vocabulary

/// Something nobody said, or said only in part: a field of a record, or whether there are more records of a kind.
struct OpenFact: Hashable {
  let kind: EvidenceKind
  let field: Field?
  let record: String?
}

/// Where the goals stand for one set of answers.
struct Standing {
  /// The verdict of each goal on each day, goals first.
  let verdicts: [[Verdict]]
  /// For each goal what nobody said and leaves it open, in order, each once.
  let gaps: [[OpenFact]]

  static func weight(_ verdict: Verdict) -> Int {
    switch verdict {
    case .met, .notMet: 2
    case .notCovered: 1
    case .undetermined: 0
    }
  }

  /// What the goals settle without the given ones.
  func settled(without some: [Int]) -> Int {
    verdicts.indices.filter { !some.contains($0) }.flatMap { verdicts[$0] }.reduce(0) { $0 + Standing.weight($1) }
  }
}

/// Asks the evaluator about every goal.
struct Inquirer {
  let base: KnowledgeBase
  let asOf: CivilDate
  let goals: [Interview.Goal]
  private let evaluator: Evaluator

  init(_ base: KnowledgeBase, _ goals: [Interview.Goal], asOf: CivilDate) {
    self.base = base
    self.asOf = asOf
    self.goals = goals
    evaluator = Evaluator(book: base.book)
  }

  /// Every goal on every day, with what is missing.
  func standing(_ evidence: Evidence, _ days: [CivilDate]) -> Standing {
    var gaps: [[OpenFact]] = []
    var verdicts: [[Verdict]] = []
    for goal in goals {
      var missing: [OpenFact] = []
      var seen: Set<OpenFact> = []
      verdicts.append(
        days.map { day in
          guard let answer = answer(goal, evidence, days, on: day, explaining: true) else { return .notCovered }
          if let explanation = answer.explanation { missing += explanation.missing.filter { seen.insert($0).inserted } }
          return answer.finding.verdict
        })
      gaps.append(missing)
    }
    return Standing(verdicts: verdicts, gaps: gaps)
  }

  /// How much some of the goals settle: two for a yes or a no, one for "not covered", as nothing more may come of it.
  func settled(_ some: [Int], _ evidence: Evidence, _ days: [CivilDate]) -> Int {
    some.reduce(0) { sum, goal in
      guard let answer = answer(goals[goal], evidence, days, on: asOf, explaining: false) else { return sum }
      return days.reduce(sum) { $0 + Standing.weight(answer.timeline.value(on: $1).verdict) }
    }
  }

  private func answer(
    _ goal: Interview.Goal, _ evidence: Evidence, _ days: [CivilDate], on day: CivilDate, explaining: Bool
  ) -> Determination? {
    let inquiry = Inquiry(asOf: asOf, on: day, act: goal.act)
    guard
      let question = try? inquiry.question(base, credential: Assessor.owner(of: goal.rule), evidence),
      let answer = try? evaluator.determine(
        goal.rule, evidence, question, on: day, asked: DayInterval(asOf, days.max() ?? asOf), explaining: explaining)
    else { return nil }
    return answer
  }
}

extension Explanation {
  /// The facts that leave the verdict open, also an accreditation whose beginning is known only in part.
  fileprivate var missing: [OpenFact] {
    guard finding.verdict == .undetermined || finding.verdict == .notCovered else { return [] }
    var own: [OpenFact] = []
    if finding.verdict == .undetermined {
      own = gaps.map { OpenFact(kind: $0.kind, field: $0.field, record: $0.record) }
      own += facts.filter(\.isPartialSpan).map { OpenFact(kind: $0.field.kind, field: $0.field, record: $0.record) }
    }
    return own + children.flatMap(\.missing)
  }
}

extension Explanation.Fact {
  fileprivate var isPartialSpan: Bool {
    if case .spans(let spans) = value { spans.contains { !$0.begins.isExact } } else { false }
  }
}

extension Interview {
  /// The days that matter: the one asked on and, for somebody still in training, the day on which it is planned to
  /// be over.
  public static func days(_ evidence: Evidence, asOf: CivilDate) -> [CivilDate] {
    let plans = [("graduated", EvidenceKind.program), ("earned", EvidenceKind.diploma)].flatMap { name, kind in
      evidence.records(of: kind).compactMap { record -> CivilDate? in
        if case .day(let days, true) = record[name], days.last > asOf { days.last } else { nil }
      }
    }
    return [asOf] + (plans.max().map { [$0] } ?? [])
  }
}
