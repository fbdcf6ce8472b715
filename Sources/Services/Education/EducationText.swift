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
    if let open = words.open(standing) { lines.append("    " + open) }
    if let source = words.source(duty) { lines.append("    " + source) }
    return lines
  }

  // MARK: - Acceptance

  public func acceptances(_ course: Course, _ answers: [Acceptance], _ ledger: Education.Ledger) -> String {
    var lines = [title(course)]
    for credential in ledger.held {
      for answer in answers where answer.credential == credential.id { lines += acceptance(answer, course) }
      if let untold = words.untold(credential) {
        let reasons = untold.reasons.joined(separator: "; ")
        lines.append("\(words.mark(credential.id)): \(EducationWording.answer(untold.answer)[language]). \(reasons)")
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
    var lines = [
      "\(words.mark(answer.credential)): \(words.told(answer))", "  \(words.days(duty))\(words.grade(duty))",
    ]
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
