import Knowledge
import Rules
import Vocabulary

extension Interview {
  /// Answers that a person might give: for a day a few on both sides of the day asked, for an amount the values on
  /// both sides of what rules compare it with. Only for weighing which question to ask; never kept as facts.
  func plausibleAnswers(to question: InterviewQuestion, asOf: CivilDate) -> [String] {
    switch question.kind {
    case .flag: return ["yes", "no"]
    case .gate, .choice: return question.answers.map(\.id)
    case .set: return ["none"] + question.answers.map(\.id)
    case .count: return (1...4).map(String.init)
    case .amount:
      let borders = question.fields.compactMap { thresholds[$0] }.flatMap { $0 }
      let around = borders.flatMap { [$0 - 1, $0] }.filter(question.range.contains)
      return (around.isEmpty ? [question.range.lowerBound, question.range.upperBound] : around).map(String.init)
    case .day:
      let past = [-2, -20, -50, -90, -150].map { asOf.adding(months: $0) }
      let ahead = question.mayLieAhead ? [2, 9].map { asOf.adding(months: $0) } : []
      return (past + ahead).map(\.description)
    }
  }
}
