import Knowledge
import Services
import Vocabulary

extension Api {
  /// `fobwatch task --json`.
  func task(_ id: String, _ query: ApiQuery) throws -> [TaskReport] {
    let task = try task(named: id, .path, "task")
    let states = try query.all("state").map { try state(named: $0, .query, "state") }
    let evidence = try holder(query).evidence(on: query.inquiry.day)
    return try states.compactMap { try StateAnswers(base).answer($0, task, evidence, query.inquiry) }.map {
      TaskReport($0, base, query.language)
    }
  }
}
