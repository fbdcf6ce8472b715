public import Continuing
public import Knowledge
import Rules
public import Vocabulary

/// Answers about continuing education as text.
public struct EducationText {
  let words: EducationWording
  var language: Language { words.language }

  public init(_ base: KnowledgeBase, _ language: Language, asOf: CivilDate) {
    words = EducationWording(base, language, asOf: asOf)
  }

  // MARK: - Status

  public func status(_ ledger: Education.Ledger, _ standings: [EducationStanding]) -> String {
    var lines: [String] = []
    for credential in ledger.held {
      lines.append(words.mark(credential.id) + (credential.isOver ? over : ""))
      for standing in standings where standing.credential == credential.id { lines += self.standing(standing) }
      if !credential.isOver { for gap in credential.gaps { lines.append("  " + words.gap(gap)) } }
      if !credential.isOver, credential.duties.isEmpty, credential.gaps.isEmpty {
        lines.append("  " + Phrase("No duty of education is known.", "No se conoce un deber de educación.")[language])
      }
    }
    return (lines + closing(ledger)).joined(separator: "\n")
  }

  private var over: String { Phrase(": not current", ": no vigente")[language] }

  private func standing(_ standing: EducationStanding) -> [String] {
    let duty = standing.duty
    var lines = ["  \(words.days(duty))\(words.grade(duty)): \(words.verdict(duty))"]
    func line(_ part: CourseModel.Part, _ sure: Quantity, _ minimum: Quantity) {
      let of = Phrase("of", "de")[language]
      lines.append("    \(words.part(part, duty)): \(sure) \(of) \(minimum)")
    }
    line(.total, duty.sure.total, duty.rule.total)
    for (k, minimum) in duty.rule.each.enumerated() { line(.category(k), duty.sure.each[k], minimum.amount) }
    if let approved = duty.rule.approved { line(.approved, duty.sure.approved, approved.amount) }
    if standing.openCategories > 0 {
      let missing = words.amount(Quantity(hundredths: standing.best.missing), duty)
      lines.append(
        "    "
          + Phrase(
            "\(standing.openCategories) without a category on record; put as well as can be, \(missing) are missing",
            "\(standing.openCategories) sin categoría registrada; en la mejor distribución faltan \(missing)")[language]
      )
    }
    if let source = words.source(duty) { lines.append("    " + source) }
    return lines
  }

  // MARK: - Acceptance

  public func acceptances(_ course: Course, _ answers: [Acceptance], _ ledger: Education.Ledger) -> String {
    var lines = [title(course)]
    for credential in ledger.held {
      for answer in answers where answer.credential == credential.id { lines += acceptance(answer, course) }
      if credential.duties.isEmpty {
        let reason =
          credential.gaps.first.map(words.gap) ?? Phrase("no duty is known", "no se conoce un deber")[language]
        lines.append("\(words.mark(credential.id)): \(EducationWording.answer(.notKnown)[language]). \(reason)")
      }
    }
    return (lines + closing(ledger)).joined(separator: "\n")
  }

  private func title(_ course: Course) -> String {
    "\(course.id) \(course.title), \(course.provider), \(words.when(course)), \(course.price), "
      + EducationWording.hours(course.hours)[language]
  }

  private func acceptance(_ answer: Acceptance, _ course: Course) -> [String] {
    let duty = answer.duty
    var head = "\(words.mark(answer.credential)): \(EducationWording.answer(answer.answer)[language])"
    if !answer.count.isZero { head += ", " + words.amount(answer.count.total, duty) }
    if let category = answer.category, !duty.rule.each.isEmpty, !answer.count.isZero {
      head += ", " + EducationWording.category(category)[language]
    }
    if duty.rule.approved != nil, answer.count.approved > .zero { head += ", " + words.part(.approved, duty) }
    var lines = [head, "  \(words.days(duty))\(words.grade(duty))"]
    for reason in answer.reasons { lines.append("  " + words.reason(reason, course)) }
    if let text = duty.text { lines.append("  " + text[language]) }
    if let source = words.source(duty) { lines.append("  " + source) }
    return lines
  }

  // MARK: - Both

  func closing(_ ledger: Education.Ledger) -> [String] {
    (ledger.isAssumed ? [EducationWording.assumption[language]] : []) + [VerdictWording.notice[language]]
  }
}

extension EducationStanding {
  /// How much is missing at least of what is on record, and of which parts.
  static func missing(_ duty: EducationDuty) -> (amount: Int, parts: [CourseModel.Part]) {
    func short(_ minimum: Quantity, _ sure: Quantity) -> Int { max(0, (minimum - sure).hundredths) }
    let total = short(duty.rule.total, duty.sure.total)
    let each = duty.rule.each.enumerated().map { short($1.amount, duty.sure.each[$0]) }
    let approved = duty.rule.approved.map { short($0.amount, duty.sure.approved) } ?? 0
    var parts: [CourseModel.Part] = total > 0 ? [.total] : []
    parts += each.indices.filter { each[$0] > 0 }.map { .category($0) }
    if approved > 0 { parts.append(.approved) }
    return (max(total, each.reduce(0, +), approved), parts)
  }
}
