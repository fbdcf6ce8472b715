public import Continuing
public import Knowledge
import Rules
public import Vocabulary

/// A duty of continuing education as data.
public struct DutyReport: Encodable, Sendable {
  public struct Part: Encodable, Sendable {
    /// `total`, a category, or `approved by aama`.
    public let part: String
    public let earned: Double
    public let needed: Double
  }

  public let rule: String
  public let text: String?
  public let unit: String
  public let from: CivilDate?
  public let through: CivilDate?
  public let verdict: String
  public let grade: String
  public let sourcesDisagree: Bool
  public let parts: [Part]
  /// The least that is missing of what is on record.
  public let missing: Double
  public let source: String?

  init(_ duty: EducationDuty, _ words: EducationWording) {
    func number(_ quantity: Quantity) -> Double { Double(quantity.hundredths) / 100 }
    rule = duty.address
    text = duty.text?[words.language]
    unit = duty.rule.unit
    from = duty.days?.first
    through = duty.days?.last
    verdict = duty.finding.verdict.name
    grade = duty.finding.grade.name
    sourcesDisagree = duty.isReading
    parts =
      [Part(part: "total", earned: number(duty.sure.total), needed: number(duty.rule.total))]
      + duty.rule.each.enumerated().map {
        Part(part: $1.word, earned: number(duty.sure.each[$0]), needed: number($1.amount))
      }
      + (duty.rule.approved.map {
        [Part(part: "approved by \($0.word)", earned: number(duty.sure.approved), needed: number($0.amount))]
      } ?? [])
    missing = Double(EducationStanding.missing(duty).amount) / 100
    source = words.source(duty)
  }
}

/// What the credentials of a person ask for, as data.
public struct EducationReport: Encodable, Sendable {
  public struct Credential: Encodable, Sendable {
    public let credential: String
    public let isCurrent: Bool
    public let duties: [DutyReport]
    /// What is missing once every activity without a category is put where it helps most: one a duty.
    public let missingAtBest: [Double]
    public let gaps: [String]
  }

  public let asOf: CivilDate
  public let credentials: [Credential]
  public let assumed: [String]
  public let notice: String

  public init(
    _ ledger: Education.Ledger, _ standings: [EducationStanding], _ base: KnowledgeBase, _ language: Language,
    asOf: CivilDate
  ) {
    let words = EducationWording(base, language, asOf: asOf)
    self.asOf = asOf
    credentials = ledger.held.map { credential in
      Credential(
        credential: credential.id, isCurrent: !credential.isOver,
        duties: credential.duties.map { DutyReport($0, words) },
        missingAtBest: standings.filter { $0.credential == credential.id }.map { Double($0.best.missing) / 100 },
        gaps: credential.gaps.map(words.gap))
    }
    assumed = ledger.isAssumed ? [EducationWording.assumption[language]] : []
    notice = VerdictWording.notice[language]
  }
}

/// For which credentials a course counts, as data.
public struct AcceptanceReport: Encodable, Sendable {
  public struct Answer: Encodable, Sendable {
    public let credential: String
    public let answer: String
    public let amount: Double
    public let category: String?
    public let approved: Double
    public let reasons: [String]
    public let duty: DutyReport?
  }

  public let course: String
  public let title: String
  public let answers: [Answer]
  public let assumed: [String]
  public let notice: String

  public init(
    _ course: Course, _ answers: [Acceptance], _ ledger: Education.Ledger, _ base: KnowledgeBase, _ language: Language,
    asOf: CivilDate
  ) {
    let words = EducationWording(base, language, asOf: asOf)
    self.course = course.id
    title = course.title
    var list = answers.map { answer in
      Answer(
        credential: answer.credential, answer: answer.answer.rawValue,
        amount: Double(answer.count.total.hundredths) / 100,
        category: answer.duty.rule.each.isEmpty ? nil : answer.category,
        approved: Double(answer.count.approved.hundredths) / 100,
        reasons: answer.reasons.map { words.reason($0, course) }, duty: DutyReport(answer.duty, words))
    }
    for credential in ledger.held {
      guard let untold = words.untold(credential) else { continue }
      list.append(
        Answer(
          credential: credential.id, answer: untold.answer.rawValue, amount: 0, category: nil, approved: 0,
          reasons: untold.reasons, duty: nil))
    }
    self.answers = list
    assumed = ledger.isAssumed ? [EducationWording.assumption[language]] : []
    notice = VerdictWording.notice[language]
  }
}

/// A set of courses, as data.
public struct CoursePlanReport: Encodable, Sendable {
  public struct Place: Encodable, Sendable {
    public let credential: String
    public let rule: String
    public let amount: Double
    public let category: String?
    public let approved: Double
  }

  public struct Chosen: Encodable, Sendable {
    public let course: String
    public let title: String
    /// On demand: the day asked, on which it is reckoned as completed.
    public let date: CivilDate
    public let onDemand: Bool
    public let cents: Int
    public let hours: Double
    public let counts: [Place]
  }

  public let least: String
  /// `best`, `stopped`, `impossible`.
  public let proved: String
  public let courses: [Chosen]
  public let cents: Int
  public let hours: Double
  /// No set is below it, in cents or hundredths of hours.
  public let bound: Int?
  /// How far the set may be above the best one, in percent of the bound.
  public let gapPercent: Double?
  public let confirmed: Bool
  public let partsLookedAt: Int
  public let notice: String

  public init(_ plan: CoursePlan, _ language: Language) {
    least = plan.aim.rawValue
    proved =
      plan.answer.isBest && !plan.hasAlternatives ? "best" : plan.answer.isImpossible ? "impossible" : "stopped"
    courses = plan.chosen.map { chosen in
      Chosen(
        course: chosen.course.id, title: chosen.course.title, date: chosen.course.day,
        onDemand: chosen.course.isOnDemand, cents: chosen.course.price.cents,
        hours: Double(chosen.course.hours.hundredths) / 100,
        counts: chosen.places.map {
          Place(
            credential: $0.credential, rule: $0.duty.address, amount: Double($0.count.total.hundredths) / 100,
            category: $0.category, approved: Double($0.count.approved.hundredths) / 100)
        })
    }
    cents = plan.price.cents
    hours = Double(plan.hours.hundredths) / 100
    bound = plan.answer.bound
    gapPercent = plan.gapPercent
    confirmed = plan.isConfirmed
    partsLookedAt = plan.answer.parts
    notice = VerdictWording.notice[language]
  }
}
