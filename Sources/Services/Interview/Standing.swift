import Knowledge
public import Rules
public import Vocabulary

/// Where the goals stand for one set of answers.
struct Standing {
  /// The verdict of each goal on each day, goals first.
  let verdicts: [Verdict]
  /// What nobody said and leaves one of them open, in order, each once.
  let gaps: [Explanation.Gap]

  /// Settled pairs of goal and day: yes or no counts two, "not covered" one, as nothing more may come of it.
  var settled: Int {
    verdicts.reduce(0) { sum, verdict in
      switch verdict {
      case .met, .notMet: sum + 2
      case .notCovered: sum + 1
      case .undetermined: sum
      }
    }
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

  func standing(_ evidence: Evidence, _ days: [CivilDate], explaining: Bool) -> Standing {
    var verdicts: [Verdict] = []
    var gaps: [Explanation.Gap] = []
    var seen: Set<Explanation.Gap> = []
    for goal in goals {
      for day in days {
        guard let answer = answer(goal, evidence, on: day, explaining: explaining) else {
          verdicts.append(.notCovered)
          continue
        }
        verdicts.append(answer.finding.verdict)
        if let explanation = answer.explanation { gaps += explanation.openGaps.filter { seen.insert($0).inserted } }
      }
    }
    return Standing(verdicts: verdicts, gaps: gaps)
  }

  private func answer(_ goal: Interview.Goal, _ evidence: Evidence, on day: CivilDate, explaining: Bool)
    -> Determination?
  {
    let inquiry = Inquiry(asOf: asOf, on: day, act: goal.act)
    guard
      let question = try? inquiry.question(base, credential: Assessor.owner(of: goal.rule), evidence),
      let answer = try? evaluator.determine(goal.rule, evidence, question, on: day, explaining: explaining)
    else { return nil }
    return answer
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
