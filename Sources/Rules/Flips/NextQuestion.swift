public import Vocabulary

/// Chooses which fact to ask for next: the one whose answer, whatever it is, settles most.
public struct NextQuestion {
  /// The fact to ask for, and why it won.
  public struct Choice: Sendable, Hashable {
    public let gap: Explanation.Gap
    public let score: Score
  }

  /// How much the answers to one question settle.
  public struct Score: Sendable, Hashable, Comparable {
    /// Goals settled by the answer that settles fewest.
    public let worst: Int
    /// Goals settled on average over the answers, in thousandths.
    public let average: Int
    /// Other facts that nobody gave on the shortest way to an answer.
    public let others: Int

    /// Less useful first.
    public static func < (a: Score, b: Score) -> Bool {
      (a.worst, a.average, -a.others) < (b.worst, b.average, -b.others)
    }
  }

  private let evaluator: Evaluator
  private let plausible: PlausibleAnswers

  /// - Parameter evaluator: used during a choice only; its last question is forgotten.
  public init(_ evaluator: Evaluator) {
    self.evaluator = evaluator
    plausible = PlausibleAnswers(evaluator.book)
  }

  /// The next fact to ask for; nil when no answer changes any goal. Among equally useful facts the first in the
  /// caller's order wins.
  ///
  /// - Parameters:
  ///   - goals: addresses of rules or parts of rules.
  ///   - order: the caller's preference, smallest first; else the order of the rules.
  ///   - answers: what a person may plausibly answer; nil for a fact: the default for its field.
  public func next(
    goals: [String], _ evidence: Evidence, _ question: Question, on day: CivilDate,
    order: (Explanation.Gap) -> Int = { _ in 0 }, answers: (Explanation.Gap) -> [[Addition]]? = { _ in nil }
  ) throws(DeterminationError) -> Choice? {
    evaluator.begin(evidence, question, recording: true)
    var trees: [Explanation] = []
    var base: [Verdict] = []
    for goal in goals {
      guard let line = evaluator.timeline(at: goal, asked: DayInterval(day)) else { throw .unknownAddress(goal) }
      base.append(line.value(on: day).verdict)
      if let last = base.last, last == .undetermined || last == .notCovered {
        trees += evaluator.explanations(at: goal, on: day)
      }
    }
    var seen: Set<Explanation.Gap> = []
    let gaps = trees.flatMap(\.openGaps).filter { seen.insert($0).inserted }
    var options: [Explanation.Gap: [[Addition]]] = [:]
    for gap in gaps {
      options[gap] = answers(gap) ?? plausible.answers(to: gap, evidence, evaluator.view, asOf: question.asOf)
    }
    let trial = Trial(
      evaluator: evaluator, goals: goals, reads: evaluator.reads(of: goals), base: base, evidence: evidence,
      question: question, day: day)
    var ranked: [Ranked] = []
    for (i, gap) in gaps.enumerated() {
      guard let own = options[gap], !own.isEmpty else { continue }
      let results = own.map(trial.run)
      let path = trees.compactMap { $0.shortestPath(through: gap) }.min { $0.count < $1.count } ?? [gap]
      let settled = results.map(\.settled)
      let score = Score(
        worst: settled.min() ?? 0, average: settled.reduce(0, +) * 1000 / settled.count,
        others: path.filter { $0 != gap }.count)
      ranked.append(
        Ranked(
          choice: Choice(gap: gap, score: score), path: path, changes: results.contains(where: \.changes),
          order: order(gap), position: i))
    }
    // Where each way needs several facts, no single answer may move a goal: then it must do so with the others.
    return ranked.sorted { $0.comes(before: $1) }.first {
      $0.changes || trial.matters($0.choice.gap, $0.path, options)
    }?.choice
  }
}

private struct Ranked {
  let choice: NextQuestion.Choice
  let path: [Explanation.Gap]
  let changes: Bool
  let order: Int
  let position: Int

  func comes(before other: Ranked) -> Bool {
    if choice.score != other.choice.score { return choice.score > other.choice.score }
    return (order, position) < (other.order, other.position)
  }
}
