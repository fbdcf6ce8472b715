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
    _ candidates: [AnswerKey], _ given: [AnswerKey: ReadAnswer], _ open: [Int], _ inquirer: Inquirer, _ days: [CivilDate],
    _ asOf: CivilDate
  ) -> AnswerKey? {
    guard candidates.count > 1 else { return candidates.first }
    var best: (key: AnswerKey, score: Score)?
    for key in candidates {
      guard let question = byID[key.question] else { continue }
      let score = score(key, question, given, open, inquirer, days, asOf)
      if best == nil || best!.score < score { best = (key, score) }
    }
    return best?.key
  }

  private func score(
    _ key: AnswerKey, _ question: InterviewQuestion, _ given: [AnswerKey: ReadAnswer], _ open: [Int],
    _ inquirer: Inquirer, _ days: [CivilDate], _ asOf: CivilDate
  ) -> Score {
    var settled: [Int] = []
    for text in plausibleAnswers(to: question, asOf: asOf) {
      guard let read = ReadAnswer(text, to: question) else { continue }
      var tried = given
      tried[key] = read
      let (draft, faults) = draft(tried, asOf)
      if faults.contains(.contradicts(key: key.description)) { continue }
      settled.append(inquirer.settled(open, draft.evidence(), days))
    }
    guard let worst = settled.min() else { return Score(worst: 0, average: 0) }
    return Score(worst: worst, average: settled.reduce(0, +) * 1000 / settled.count)
  }
}
