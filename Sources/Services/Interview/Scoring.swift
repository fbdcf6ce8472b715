import Knowledge
import Rules
import Vocabulary

extension Interview {
  /// How much a question settles, over its plausible answers. Compared whole, then in the order of the pack.
  private struct Score: Comparable {
    /// Settled pairs in the worst answer.
    let worst: Int
    /// Settled pairs on average, in thousandths.
    let average: Int

    static func < (a: Score, b: Score) -> Bool { (a.worst, a.average) < (b.worst, b.average) }
  }

  /// The candidate that settles most. The one place to change when questions are to be chosen otherwise.
  func choose(
    _ candidates: [Candidate], _ given: [AnswerKey: ReadAnswer], _ now: Standing, _ inquirer: Inquirer,
    _ days: [CivilDate], _ asOf: CivilDate
  ) -> Candidate? {
    guard candidates.count > 1 else { return candidates.first }
    var best: (candidate: Candidate, score: Score)?
    for candidate in candidates {
      let score = score(candidate, given, now, inquirer, days, asOf)
      if best.map({ $0.score < score }) ?? true { best = (candidate, score) }
    }
    return best?.candidate
  }

  private func score(
    _ candidate: Candidate, _ given: [AnswerKey: ReadAnswer], _ now: Standing, _ inquirer: Inquirer,
    _ days: [CivilDate], _ asOf: CivilDate
  ) -> Score {
    let others = now.settled(without: candidate.goals)
    var settled: [Int] = []
    for text in plausibleAnswers(to: candidate.question, asOf: asOf) {
      guard let read = ReadAnswer(text, to: candidate.question) else { continue }
      var tried = given
      tried[candidate.key] = read
      let (draft, faults) = draft(tried, asOf)
      if faults.contains(.contradicts(key: candidate.key.description)) { continue }
      settled.append(others + inquirer.settled(candidate.goals, draft.evidence(), days))
    }
    guard let worst = settled.min() else { return Score(worst: 0, average: 0) }
    return Score(worst: worst, average: settled.reduce(0, +) * 1000 / settled.count)
  }
}
