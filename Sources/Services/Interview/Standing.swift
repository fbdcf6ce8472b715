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
  /// What nobody said and leaves one of them open, in order, each once.
  let gaps: [OpenFact]

  /// The goals with a day that is neither yes nor no: no further answer changes the others.
  var open: [Int] { verdicts.indices.filter { verdicts[$0].contains { $0 != .met && $0 != .notMet } } }
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
    var gaps: [OpenFact] = []
    var seen: Set<OpenFact> = []
    let verdicts = goals.map { goal in
      days.map { day -> Verdict in
        guard let answer = answer(goal, evidence, days, on: day, explaining: true) else { return .notCovered }
        if let explanation = answer.explanation { gaps += explanation.missing.filter { seen.insert($0).inserted } }
        return answer.finding.verdict
      }
    }
    return Standing(verdicts: verdicts, gaps: gaps)
  }

  /// How much some of the goals settle: two for a yes or a no, one for "not covered", as nothing more may come of it.
  func settled(_ open: [Int], _ evidence: Evidence, _ days: [CivilDate]) -> Int {
    open.reduce(0) { sum, goal in
      guard let answer = answer(goals[goal], evidence, days, on: asOf, explaining: false) else { return sum }
      return days.reduce(sum) { sum, day in
        switch answer.timeline.value(on: day).verdict {
        case .met, .notMet: sum + 2
        case .notCovered: sum + 1
        case .undetermined: sum
        }
      }
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
