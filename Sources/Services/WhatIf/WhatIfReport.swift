public import Knowledge
import Planning
import Rules
public import Vocabulary

/// The answer to a what-if as data. Keys are stable; what is absent is not known.
public struct WhatIfReport: Encodable, Sendable {
  public struct Change: Encodable, Sendable {
    public let credential: String
    /// `phase` or `active`.
    public let clock: String
    public let from: CivilDate
    public let through: CivilDate?
    public let before: String
    public let after: String
  }

  public struct Due: Encodable, Sendable {
    public let id: String
    public let text: String
    public let before: CivilDate?
    public let after: CivilDate?
  }

  public struct Way: Encodable, Sendable {
    public let rule: String
    public let title: String
    public let standing: String
    public let from: CivilDate?
    public let through: CivilDate?
    /// What is not there, in words.
    public let lacks: [String]
    public let cost: PlanReport.Money
  }

  public struct Shared: Encodable, Sendable {
    public let credential: String
    public let text: String?
    public let from: CivilDate?
    public let through: CivilDate?
  }

  public struct Good: Encodable, Sendable {
    public let text: String
    public let through: CivilDate?
  }

  public let edition: String
  public let whatIf: [String]
  public let day: CivilDate
  public let headline: String
  /// The day on which it is renewed in the course that this one is compared with; absent: the record as it stands.
  public let renewedOn: CivilDate?
  public let isEmpty: Bool
  public let changes: [Change]
  public let due: [Due]
  public let ways: [Way]
  public let cost: PlanReport.Money
  public let shared: [Shared]
  public let good: [Good]
  public let plan: PlanDifferenceReport?
  /// Lists that were read as if they were whole.
  public let assumed: [String]
  public let notice: String

  public init(_ answer: WhatIfAnswer, _ base: KnowledgeBase, _ language: Language) {
    edition = base.edition
    whatIf = [answer.question.text]
    day = answer.day
    headline = WhatIfTelling(base, language, asOf: answer.asOf).headline(answer)
    renewedOn = answer.renewedOn
    isEmpty = answer.changesNothing
    changes = answer.changes.map { change in
      Change(
        credential: change.credential.id, clock: change.before.clock, from: change.days.first,
        through: change.days.last.finite, before: change.before.word, after: change.after.word)
    }
    due = answer.due.map {
      Due(id: $0.item.id, text: $0.item.text[language], before: $0.before, after: $0.after)
    }
    ways = answer.ways.map { way in
      Way(
        rule: way.rule.id, title: way.rule.title[language], standing: way.standing.rawValue, from: way.from,
        through: way.through,
        lacks: way.conditions.filter { $0.standing != .open }.map { $0.text[language] },
        cost: PlanReport.Money(way.fees, language))
    }
    cost = PlanReport.Money(answer.money, language)
    shared = answer.shared.map {
      Shared(
        credential: $0.credential.id, text: $0.duty.text?[language], from: $0.duty.days?.first.finite,
        through: $0.duty.days?.last.finite)
    }
    good = answer.good.map { Good(text: $0.text[language], through: $0.through) }
    plan = answer.plan.map { PlanDifferenceReport($0, [.fail(1)], language) }
    assumed = answer.assumed.map(\.listName)
    notice = VerdictWording.notice[language]
  }
}

extension WhatIfComparison.State {
  fileprivate var clock: String {
    switch self {
    case .phase: "phase"
    case .active: "active"
    }
  }

  fileprivate var word: String {
    switch self {
    case .phase(let phase): phase.rawValue
    case .active(let verdict): verdict.name
    }
  }
}
