import Knowledge
import Rules
import Services
import Vocabulary

extension Api {
  /// `fobwatch check --json`.
  func check(_ question: PersonQuestion) throws -> [DeterminationReport] {
    let named = question.texts("for")
    let answers: [Determination]
    if named.isEmpty {
      answers = try Subjects.determine([], base, question.evidence, question.inquiry)
    } else {
      answers = try named.enumerated().flatMap { i, name in
        try question.asked(at: "/for/\(i)") {
          try Subjects.determine([name], base, question.evidence, question.inquiry)
        }
      }
    }
    return answers.map {
      DeterminationReport(
        $0, edition: base.edition, language: question.language, interval: question.inquiry.through, explain: false)
    }
  }
}
