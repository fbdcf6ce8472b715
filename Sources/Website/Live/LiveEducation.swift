import Continuing
import Knowledge
import Rules
import Services
import Vocabulary

extension LiveService {
  public var education: LiveEducation? { LiveEducation(base: base) }
}

/// Continuing education, by the rules of a service, as its page shows it.
public struct LiveEducation: Sendable {
  let base: KnowledgeBase

  /// What a record asks for, and what is told of a course.
  struct Value {
    var held: [EducationPage.Held] = []
    var answers: [EducationPage.Told] = []
    /// The bodies of what is held: only their approval makes a difference.
    var bodies: [String] = []
    var isAssumed = false
  }

  /// - Parameter course: what somebody asks about; nil: nothing.
  func value(_ evidence: Evidence, _ course: Course?, _ language: Language, today: CivilDate) -> Value {
    let education = Education(base, asOf: today)
    guard let ledger = try? education.ledger(evidence, also: course?.day) else { return Value() }
    let words = EducationWording(base, language, asOf: today)
    let standings = education.standings(ledger)
    let held = ledger.held.map { credential in
      EducationPage.Held(
        name: words.mark(credential.id), isOver: credential.isOver,
        duties: standings.filter { $0.credential == credential.id }.map { duty($0, words) },
        gaps: credential.isOver ? [] : credential.gaps.map(words.gap))
    }
    let bodies = Set(ledger.held.map(\.body)).sorted() + ["other", "none"]
    var value = Value(held: held, bodies: bodies, isAssumed: ledger.isAssumed)
    guard let course else { return value }
    let answers = education.accepts(course, ledger)
    value.answers = ledger.held.flatMap { credential in
      answers.filter { $0.credential == credential.id }.map { told($0, course, words) }
        + (words.untold(credential).map {
          [
            EducationPage.Told(
              name: words.mark(credential.id), text: EducationWording.answer($0.answer)[language], days: nil,
              reasons: $0.reasons, source: nil)
          ]
        } ?? [])
    }
    return value
  }

  private func duty(_ standing: EducationStanding, _ words: EducationWording) -> EducationPage.Duty {
    let duty = standing.duty
    func bar(_ part: CourseModel.Part, _ sure: Quantity, _ minimum: Quantity) -> EducationPage.Bar {
      let of = Phrase("\(sure) of \(minimum)", "\(sure) de \(minimum)")[words.language]
      return EducationPage.Bar(
        name: words.part(part, duty), text: of, earned: min(sure, minimum).hundredths, needed: minimum.hundredths)
    }
    var bars = [bar(.total, duty.sure.total, duty.rule.total)]
    for (k, minimum) in duty.rule.each.enumerated() {
      bars.append(bar(.category(k), duty.sure.each[k], minimum.amount))
    }
    if let approved = duty.rule.approved { bars.append(bar(.approved, duty.sure.approved, approved.amount)) }
    return EducationPage.Duty(
      days: words.days(duty), grade: words.grade(duty), verdict: words.verdict(duty), text: duty.text?[words.language],
      bars: bars, open: words.open(standing), source: words.source(duty))
  }

  private func told(
    _ answer: Continuing.Acceptance, _ course: Course, _ words: EducationWording
  ) -> EducationPage.Told {
    EducationPage.Told(
      name: words.mark(answer.credential), text: words.told(answer),
      days: words.days(answer.duty) + words.grade(answer.duty),
      reasons: answer.reasons.map { words.reason($0, course) }, source: words.source(answer.duty))
  }

  /// The words that a course can be told by: categories, and bodies that approve.
  var categories: [String] {
    if case .choice(let words) = Rules.Field.named("activity.category")?.content { words } else { [] }
  }

  var bodies: [String] {
    Set(base.credentials.map { String($0.id.prefix { $0 != "/" }) }).sorted() + ["other", "none"]
  }
}
