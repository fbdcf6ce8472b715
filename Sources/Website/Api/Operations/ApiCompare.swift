import CanonicalJSON
import Knowledge
import Services
import Vocabulary

extension Api {
  /// `fobwatch compare --json`.
  func compare(_ question: PersonQuestion) throws -> [ComparisonReport] {
    let all = question.body["all"]?.asBool ?? false
    return try Comparer(base).compare(question.evidence, question.inquiry, onlyComplete: !all).map {
      ComparisonReport($0, edition: base.edition, question.language)
    }
  }
}
