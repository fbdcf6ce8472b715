import Continuing
import Knowledge
import Rules
import Vocabulary

/// Continuing education in a what-if: what counts for several credentials at once, and what is still good.
struct WhatIfEducation {
  let base: KnowledgeBase
  let asOf: CivilDate

  init(_ base: KnowledgeBase, asOf: CivilDate) { (self.base, self.asOf) = (base, asOf) }

  /// The duties in which a course of the day after would count, for two or more credentials; empty where it counts for fewer.
  ///
  /// The course is one that each of their bodies has approved, without a category: what is asked of it beyond that stands with
  /// each duty.
  func shared(_ evidence: Evidence, after day: CivilDate) -> [WhatIfAnswer.Shared] {
    let education = Education(base, asOf: asOf)
    guard let ledger = try? education.ledger(evidence, on: day.next) else { return [] }
    let course = Course(
      id: "what-if", title: "", provider: "", day: day.next, hours: .zero, price: Money(cents: 0), units: Quantity(1),
      categories: [], approvedBy: Set(ledger.held.map(\.body)).sorted())
    let counted = education.accepts(course, ledger).filter { !$0.count.isZero }
    guard Set(counted.map(\.credential)).count > 1 else { return [] }
    return counted.compactMap { acceptance in
      base.credential(acceptance.credential).map { WhatIfAnswer.Shared(credential: $0, duty: acceptance.duty) }
    }
  }

  /// Education on record that counts in a duty of a day.
  func good(_ evidence: Evidence, on day: CivilDate) -> [WhatIfAnswer.Good] {
    guard let ledger = try? Education(base, asOf: asOf).ledger(evidence, on: day) else { return [] }
    return ledger.held.flatMap { held -> [WhatIfAnswer.Good] in
      held.duties.compactMap { duty in
        guard let days = duty.days, days.contains(day), duty.sure.total > .zero,
          let mark = base.credential(held.id)?.mark
        else { return nil }
        let unit = EducationWording.unit(duty.rule.unit, duty.rule.total)
        let (has, needs) = (duty.sure.total, duty.rule.total)
        return WhatIfAnswer.Good(
          text: Phrase(
            "\(mark): \(has) of \(needs) \(unit.en) on record count",
            "\(mark): cuentan \(has) de \(needs) \(unit.es) registrados"), through: days.last.finite)
      }
    }
  }
}
