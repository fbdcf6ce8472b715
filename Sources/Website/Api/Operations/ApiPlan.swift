import CanonicalJSON
import Knowledge
import Planning
import Services
import Vocabulary

extension Api {
  /// `fobwatch plan --json`.
  func plan(_ question: PersonQuestion) throws -> PlanAnswer {
    let (whatIf, assume) = (question.texts("whatIf"), question.texts("assume"))
    if let move = try question.asked(at: "/whatIf", { try PlanMove(whatIf, base) }) {
      let plan = try move.plan(question.evidence, base, asOf: question.inquiry.asOf)
      return .move(MoveReport(plan, base, question.language))
    }
    let record = try question.asked(at: "/whatIf") {
      try WhatIfQuestion(whatIf, base, question.evidence, asOf: question.inquiry.asOf)
    }
    if let record {
      let answer = try WhatIfService(base).answer(record, question.evidence.withoutHealth, asOf: question.inquiry.asOf)
      return .record(WhatIfReport(answer, base, question.language))
    }
    let faults = unread(whatIf, "/whatIf") + unread(assume, "/assume")
    guard faults.isEmpty else { throw ApiError(.unanswerable, faults) }
    let asked = try PlanInquiry(goal: question.body["goal"]?.asString, whatIf: whatIf, assume: assume)
    return try question.asked(at: "/goal") {
      try asked.report(base, question.evidence, question.inquiry, question.language)
    }
  }

  /// The changes that cannot be read.
  private func unread(_ texts: [String], _ place: String) -> [ApiFault] {
    texts.enumerated().compactMap { i, text in
      do throws(WhatIfError) {
        _ = try WhatIf(text)
        return nil
      } catch {
        let forms = WhatIf.forms.joined(separator: ", ")
        return ApiFault(.body, "\(place)/\(i)", expected: "a change like \(forms)", found: "'\(error.found)'")
      }
    }
  }
}
