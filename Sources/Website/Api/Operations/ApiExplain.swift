import CanonicalJSON
import Knowledge
import Rules
import Services
import Vocabulary

extension Api {
  /// `fobwatch explain --json`.
  func explain(_ question: PersonQuestion) throws -> DeterminationReport {
    let (evidence, inquiry) = (question.evidence, question.inquiry)
    let answer = try question.asked(at: "/subject") {
      try Subjects.determine(question.body["subject"]?.asString ?? "", base, evidence, inquiry)
    }
    let flips =
      question.body["flip"]?.asBool == true ? try Assessor(base).flips(answer.address, evidence, inquiry) : nil
    return DeterminationReport(
      answer, edition: base.edition, language: question.language, interval: inquiry.through, explain: true,
      flips: flips.map { FlipReport($0, base, question.language, asOf: inquiry.asOf) })
  }
}
