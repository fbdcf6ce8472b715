public import Knowledge
import Planning
public import Rules
public import Vocabulary

/// Answers what-ifs on a record. Facts are only ever added to a copy: the record itself is neither changed nor kept.
///
/// Not thread-safe: make one for each task.
public struct WhatIfService {
  public let base: KnowledgeBase
  private let assessor: Assessor

  public init(_ base: KnowledgeBase) { (self.base, assessor) = (base, Assessor(base)) }

  /// Lists that are read as if they were whole: what nobody recorded of them has not happened. What qualifies for an exam is not
  /// among them: there a missing record is a question.
  private static let readWhole: [EvidenceKind] = [
    .certification, .attempt, .application, .activity, .fee, .card, .license, .document, .decision,
  ]

  /// - Parameters:
  ///   - evidence: the record, without what is known of health.
  ///   - asOf: the day on which it is asked.
  /// - Throws: `DeterminationError`.
  public func answer(_ question: WhatIfQuestion, _ evidence: Evidence, asOf: CivilDate) throws -> WhatIfAnswer {
    let (record, assumed) = Self.whole(evidence, asOf)
    var answer =
      switch question {
      case .fail(let credential, let day): try fail(question, credential, day, record, asOf)
      case .renewLate(let credential, let day): try renewLate(question, credential, day, record, asOf)
      case .lapse(let credential): try lapse(question, credential, record, stated: evidence, asOf)
      case .add(let credential, let day): try add(question, credential, day, record, asOf)
      case .move(let state, let day): try move(question, state, day, evidence, asOf)
      }
    if question.kind != .move { answer.assumed = assumed }
    return answer
  }

  static func whole(_ evidence: Evidence, _ asOf: CivilDate) -> (Evidence, assumed: [EvidenceKind]) {
    var record = evidence
    let open = readWhole.filter { (evidence.completeThrough[$0] ?? .distantPast) < asOf }
    for kind in open { record.completeThrough[kind] = asOf }
    return (record, open)
  }

  // MARK: - Fail

  private func fail(
    _ question: WhatIfQuestion, _ credential: Credential, _ day: CivilDate, _ record: Evidence, _ asOf: CivilDate
  ) throws -> WhatIfAnswer {
    let failed = record.adding(
      .attempt,
      ["of": .word(credential.id), "date": .day(DayInterval(day), expected: false), "result": .word("failed")])
    let comparison = try WhatIfComparison(
      base, from: record, to: failed, also: credential.id, asOf: asOf, on: day.next)
    let rule = credential.id + "/attempts"
    let limits =
      base.book.rule(rule) == nil
      ? nil
      : try assessor.determine(rule, failed, Inquiry(asOf: asOf, on: day.next), credential: credential.id)
    let outcome = Self.outcome(limits?.timeline.map(\.verdict), after: day.next)
    var answer = WhatIfAnswer(question, asOf: asOf, day: day, outcome: outcome)
    answer.limits = limits
    try tell(&answer, comparison, credential, failed)
    let plan = try PlanService(base).whatIf(
      [.fail(1)], credential, record, Inquiry(asOf: asOf), PlanAssumptions(examDay: day))
    if let plan, !plan.plan.isHeld { answer.plan = plan.difference }
    if outcome != .closesExam { answer.money = WhatIfFees(base: base, evidence: record, on: asOf).retake(credential) }
    if record.holds(credential) {
      answer.ways = try RenewalWay.all(credential, assessor, failed, on: day.next, asOf: asOf)
    }
    return answer
  }

  private static func outcome(_ limits: Timeline<Verdict>?, after day: CivilDate) -> WhatIfAnswer.Outcome {
    guard let limits else { return .attemptsNotKnown }
    if let next = limits.first(from: day, where: { $0 == .met }) { return .another(from: next) }
    return limits.first(from: day) { $0 != .notMet } == nil ? .closesExam : .attemptsNotKnown
  }

  // MARK: - Renew late

  private func renewLate(
    _ question: WhatIfQuestion, _ credential: Credential, _ day: CivilDate, _ record: Evidence, _ asOf: CivilDate
  ) throws -> WhatIfAnswer {
    let life = try assessor.life(credential, record, Inquiry(asOf: asOf, on: day))
    let phases = life?.phases ?? Timeline(.unknown)
    let outcome: WhatIfAnswer.Outcome
    switch phases.value(on: day) {
    case .certified, .due, .renewalUnknown: outcome = life?.through.map { .notLate(through: $0) } ?? .noEndKnown
    case .lateWindow: outcome = .late(through: phases.span(on: day).last.finite)
    case .reactivable: outcome = .lateClosed(since: phases.span(on: day).first.finite)
    case .lapsed, .closed: outcome = .noWayKnown
    case .eligible, .waiting, .notYetEligible, .unknown: outcome = .standingNotKnown
    }
    // Where renewing is over by then nothing is renewed, and the days stay as they are.
    let isRenewed: Bool
    switch outcome {
    case .notLate, .late, .noEndKnown: isRenewed = true
    case .lateClosed, .noWayKnown, .standingNotKnown, .closesExam, .another, .attemptsNotKnown, .added, .lapses,
      .notRunning, .moved:
      isRenewed = false
    }
    let renewed = isRenewed ? record.certified(credential, on: day, by: "continuing-education") : record
    var answer = WhatIfAnswer(question, asOf: asOf, day: day, outcome: outcome)
    let comparison = try WhatIfComparison(base, from: record, to: renewed, asOf: asOf, on: day.next)
    try tell(&answer, comparison, credential, renewed)
    answer.ways = try RenewalWay.all(credential, assessor, record, on: day, asOf: asOf)
    answer.clocks = try clocks(credential, record, asOf)
    return answer
  }

  // MARK: - Let lapse

  private func lapse(
    _ question: WhatIfQuestion, _ credential: Credential, _ record: Evidence, stated: Evidence, _ asOf: CivilDate
  ) throws -> WhatIfAnswer {
    let life = try assessor.life(credential, record, Inquiry(asOf: asOf))
    guard let life, let last = life.through else {
      // That it does not run is said only when nothing that was left out of the record could make it run.
      let known = try assessor.life(credential, stated, Inquiry(asOf: asOf))?.phases.value(on: asOf)
      let outcome: WhatIfAnswer.Outcome
      switch known {
      case .certified, .due, .renewalUnknown: outcome = .noEndKnown
      case .unknown, nil: outcome = .standingNotKnown
      case .lateWindow, .reactivable, .lapsed, .eligible, .waiting, .closed, .notYetEligible: outcome = .notRunning
      }
      var answer = WhatIfAnswer(question, asOf: asOf, day: asOf, outcome: outcome)
      answer.ways = try RenewalWay.all(credential, assessor, record, on: asOf, asOf: asOf)
      answer.clocks = try clocks(credential, record, asOf)
      return answer
    }
    let kept = record.certified(credential, on: last, by: "continuing-education")
    var answer = WhatIfAnswer(question, asOf: asOf, day: last.next, outcome: .lapses(after: last))
    answer.renewedOn = last
    let comparison = try WhatIfComparison(base, from: kept, to: record, asOf: asOf, on: last.next)
    try tell(&answer, comparison, credential, record)
    answer.ways = try RenewalWay.all(credential, assessor, record, on: last.next, asOf: asOf)
    answer.clocks = try clocks(credential, record, asOf)
    return answer
  }

  // MARK: - Add

  private func add(
    _ question: WhatIfQuestion, _ credential: Credential, _ day: CivilDate, _ record: Evidence, _ asOf: CivilDate
  ) throws -> WhatIfAnswer {
    let more = record.certified(credential, on: day, by: "examination")
    let life = try assessor.life(credential, more, Inquiry(asOf: asOf, on: day))
    var answer = WhatIfAnswer(question, asOf: asOf, day: day, outcome: .added(through: life?.through))
    let comparison = try WhatIfComparison(base, from: record, to: more, asOf: asOf, on: day.next)
    try tell(&answer, comparison, credential, more)
    let fees = WhatIfFees(base: base, evidence: record, on: asOf)
    answer.money = fees.exam(credential) + fees.keeping(credential)
    answer.shared = WhatIfEducation(base, asOf: asOf).shared(more, after: day)
    return answer
  }

  // MARK: - Move

  private func move(
    _ question: WhatIfQuestion, _ state: Jurisdiction, _ day: CivilDate, _ evidence: Evidence, _ asOf: CivilDate
  ) throws -> WhatIfAnswer {
    var answer = WhatIfAnswer(question, asOf: asOf, day: day, outcome: .moved)
    answer.move = try PlanMove(to: state, day: day).plan(evidence, base, asOf: asOf)
    answer.good = try good(nil, evidence, [:], on: day, asOf: asOf)
    return answer
  }

  // MARK: - Common

  private func tell(
    _ answer: inout WhatIfAnswer, _ comparison: WhatIfComparison, _ credential: Credential, _ after: Evidence
  ) throws {
    // After a renewal what comes once both courses have ended tells nothing.
    let isAboutRenewing = answer.question.kind == .lapse || answer.question.kind == .renewLate
    answer.changes = comparison.changes.filter { !isAboutRenewing || $0.before.isRunning || $0.after.isRunning }
    answer.due = comparison.due
    answer.good = try good(credential, after, comparison.after, on: answer.day, asOf: answer.asOf)
  }

  /// What runs of a credential today.
  private func clocks(_ credential: Credential, _ record: Evidence, _ asOf: CivilDate) throws -> [DueItem] {
    try DueList(base).items(record, asOf: asOf).filter { item in
      item.id.split(separator: " ").last.map { $0 == credential.id || $0.hasPrefix(credential.id + "/") } ?? false
    }
  }

  /// What stays good on a day: other certifications, cards and state credentials, and education that counts.
  private func good(
    _ credential: Credential?, _ evidence: Evidence, _ lives: [String: CredentialLife], on day: CivilDate,
    asOf: CivilDate
  ) throws -> [WhatIfAnswer.Good] {
    var result: [WhatIfAnswer.Good] = []
    for other in base.credentials where other.id != credential?.id && evidence.holds(other) {
      guard let life = try lives[other.id] ?? assessor.life(other, evidence, Inquiry(asOf: asOf)) else { continue }
      let running = life.phases.map { CredentialLife.running.contains($0) }
      guard running.value(on: day) else { continue }
      result.append(
        WhatIfAnswer.Good(text: Phrase(other.mark, other.mark), through: running.span(on: day).last.finite))
    }
    result += try DueList(base).items(evidence, asOf: asOf).filter {
      ($0.kind == .card || $0.kind == .license) && $0.day >= day
    }.map { WhatIfAnswer.Good(text: $0.text, through: $0.day) }
    return result + WhatIfEducation(base, asOf: asOf).good(evidence, on: day)
  }
}

extension WhatIfComparison.State {
  /// Certified, or active.
  fileprivate var isRunning: Bool {
    switch self {
    case .phase(let phase): CredentialLife.running.contains(phase)
    case .active(let verdict): verdict == .met
    }
  }
}

extension CredentialLife {
  /// The phases in which it is certified.
  static let running: Set<Phase> = [.certified, .due, .renewalUnknown]
}

extension Evidence {
  /// The same without what is known of health and screenings.
  public var withoutHealth: Evidence {
    Evidence(records: records.filter { !$0.kind.isHealth }, completeThrough: completeThrough)
  }

  func holds(_ credential: Credential) -> Bool {
    records(of: .certification).contains { $0.namedCredential == credential.id }
  }

  /// The same, and one thing more, under a name that nothing else has: nothing stated is touched.
  func adding(_ kind: EvidenceKind, _ values: [String: FactValue]) -> Evidence {
    let taken = Set(records.map(\.id))
    var number = 1
    while taken.contains("what-if-\(number)") { number += 1 }
    var more = self
    more.put(EvidenceRecord(id: "what-if-\(number)", kind: kind, values: values))
    return more
  }

  func certified(_ credential: Credential, on day: CivilDate, by how: String) -> Evidence {
    adding(
      .certification,
      ["of": .word(credential.id), "date": .day(DayInterval(day), expected: false), "by": .word(how)])
  }
}
