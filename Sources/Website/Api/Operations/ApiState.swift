import Knowledge
import Services
import Vocabulary

extension Api {
  /// `fobwatch state --json`.
  func state(_ code: String, _ query: ApiQuery) throws -> StateReport {
    let state = try state(named: code, .path, "code")
    let holder = try holder(query)
    let answers = StateAnswers(base)
    let day = query.inquiry.day
    return StateReport(
      state, topics: answers.topics(state, on: day),
      cells: answers.cells(state, base.tasks, holder.evidence(on: day), asOf: query.inquiry.asOf, on: day), base,
      query.inquiry, for: holder.words(base), query.language)
  }
}
