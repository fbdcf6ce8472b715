import Vocabulary

/// Runs every goal again with an answer.
struct Trial {
  let evaluator: Evaluator
  let goals: [String]
  let reads: [Reads]
  let base: [Verdict]
  let evidence: Evidence
  let question: Question
  let day: CivilDate

  /// How many goals are met or not met with an answer, and whether any verdict is another one than before.
  func run(_ answer: [Addition]) -> (settled: Int, changes: Bool) {
    evaluator.begin(evidence.applying(answer, asOf: question.asOf), question)
    var settled = 0
    var changes = false
    for (i, before) in base.enumerated() {
      var verdict = before
      if answer.contains(where: reads[i].mayNotice) {
        verdict = evaluator.timeline(at: goals[i], asked: DayInterval(day))?.value(on: day).verdict ?? before
      }
      if verdict == .met || verdict == .notMet { settled += 1 }
      if verdict != before { changes = true }
    }
    return (settled, changes)
  }

  /// Whether a fact changes a goal once the others on its way are answered so that the way stays open.
  func matters(
    _ gap: Explanation.Gap, _ path: [Explanation.Gap], _ options: [Explanation.Gap: [[Addition]]]
  ) -> Bool {
    var given: [Addition] = []
    for other in path where other != gap {
      for option in options[other] ?? [] where keepsOpen(gap, given + option) {
        given += option
        break
      }
    }
    return (options[gap] ?? []).contains { run(given + $0).changes }
  }

  private func keepsOpen(_ gap: Explanation.Gap, _ additions: [Addition]) -> Bool {
    evaluator.begin(evidence.applying(additions, asOf: question.asOf), question, recording: true)
    return goals.contains { goal in
      evaluator.explanations(at: goal, on: day).contains { $0.openGaps.contains(gap) }
    }
  }
}

extension Evaluator {
  func reads(of goals: [String]) -> [Reads] {
    goals.map { goal in
      let rule = book.rule(goal.split(separator: "#").first.map(String.init) ?? goal)
      return Reads(book, below: rule?.root ?? 0)
    }
  }
}
