import Rules
import Vocabulary

/// From the events of a plan to its days: the promised day, the sittings, the certificate.
struct Schedule {
  let prober: Prober
  let assumptions: PlanAssumptions
  let credential: String
  let routes: [PlanRequest.Route]

  struct Days {
    var eligible: CivilDate
    var finding: Finding
    var sittings: [Plan.Sitting] = []
    /// The exam was passed before today: its sitting is the only one.
    var hasPassed = false
    /// The route on the last sitting.
    var route: PlanRequest.Route?
    /// Events that the certificate needs on top.
    var certificateEvents: [PlannedEvent] = []
    var certified: CivilDate?
    /// The evidence with everything planned up to the certificate.
    var evidence: Evidence
  }

  private var asOf: CivilDate { prober.asOf }

  /// - Returns: nil where the rule is not met on any day from `asOf` on.
  func days(_ evidence: Evidence, needs: (String) -> [Need]) -> Days? {
    let line = prober.root(evidence)
    guard let eligible = line.firstMet(from: asOf) else { return nil }
    var days = Days(eligible: eligible, finding: line.value(on: eligible), evidence: evidence)
    let study = studying(evidence, eligible: eligible)
    if let passed = passedExam(evidence) {
      days.hasPassed = true
      days.sittings = [Plan.Sitting(day: passed, passed: true)]
      days.route = route(on: passed, evidence)
      certify(&days, after: passed, study, needs)
      return days
    }
    let ready = study.flatMap(\.studyEnd) ?? eligible
    let wanted = max(eligible.adding(days: assumptions.processingDays ?? 0), assumptions.examDay ?? ready)
    guard var day = line.firstMet(from: wanted) else { return days }
    for number in 1...(assumptions.failures + 1) {
      let passed = number > assumptions.failures
      days.sittings.append(Plan.Sitting(day: day, passed: passed))
      if passed { break }
      days.evidence.put(attempt(number, on: day, passed: false))
      guard let next = prober.root(days.evidence).firstMet(from: day.next) else { return days }
      day = next
    }
    days.route = route(on: day, days.evidence)
    days.evidence.put(attempt(assumptions.failures + 1, on: day, passed: true))
    certify(&days, after: day, study, needs)
    return days
  }

  /// The program the rule rests on, while it is not finished: without it the rule is met later or never. Unless the
  /// person names a day, the plan sits the exam once its classes and practice are done; the window shows how early
  /// the rule opens it.
  private func studying(_ evidence: Evidence, eligible: CivilDate) -> EvidenceRecord? {
    evidence.records(of: .program).first { record in
      if let end = record.studyEnd, end <= eligible { return false }
      var without = evidence
      without.remove(id: record.id)
      return prober.root(without).firstMet(from: asOf).map { $0 > eligible } ?? true
    }
  }

  /// The day of a passed exam that no certificate has followed yet.
  private func passedExam(_ evidence: Evidence) -> CivilDate? {
    func days(_ kind: EvidenceKind) -> [DayInterval] {
      evidence.records(of: kind).filter {
        $0["of"] == .word(credential) && (kind != .attempt || $0["result"] == .word("passed"))
      }
      .compactMap { $0["date"].days }
    }
    guard let passed = days(.attempt).filter({ $0.isExact && $0.last <= asOf }).map(\.last).max() else { return nil }
    return days(.certification).contains { $0.last >= passed } ? nil : passed
  }

  private func attempt(_ number: Int, on day: CivilDate, passed: Bool) -> EvidenceRecord {
    EvidenceRecord(
      id: "planned-attempt-\(number)", kind: .attempt,
      values: [
        "of": .word(credential), "date": .planned(day, asOf: asOf), "result": .word(passed ? "passed" : "failed"),
      ])
  }

  /// The first route in the order of the pack that is met on the day; one that the events were made for comes first.
  func route(on day: CivilDate, _ evidence: Evidence) -> PlanRequest.Route? {
    _ = prober.root(evidence)
    return routes.first { prober.part($0.name).value(on: day).verdict == .met }
  }

  private func certify(
    _ days: inout Days, after exam: CivilDate, _ study: EvidenceRecord?, _ needs: (String) -> [Need]
  ) {
    let book = prober.evaluator.book
    // A certificate that is not on record comes no earlier than today.
    let from = max(exam, asOf)
    guard let certificate = book.act("certificate"), let position = prober.position(certificate) else {
      // The rule does not say when the certificate comes: once the program is over too, nothing that it names is
      // missing.
      days.certified = study == nil ? from : study?.programEnd.map { max($0, from) }
      return
    }
    var pins: [Act.ID: CivilDate] = [:]
    for act in prober.rule.acts.prefix(position) { pins[act] = exam }
    func met(_ evidence: Evidence) -> CivilDate? {
      prober.root(evidence, act: certificate, pins: pins).firstMet(from: from)
    }
    let wanted = needs(days.route?.name ?? "").filter { $0.neededFor == certificate }
    let papers = Proposals(wanted, days.evidence, asOf: asOf, assumptions)
    let end = days.evidence.records(of: .program).compactMap(\.studyEnd).max()
    for variant in papers.variants {
      let placed = variant.map { $0.kind == .document ? $0.moved(to: max(end ?? asOf, asOf), asOf: asOf) : $0 }
      guard let day = met(days.evidence.planning(placed)) else { continue }
      var kept = placed
      for index in placed.indices.reversed() {
        var fewer = kept
        fewer.remove(at: index)
        if let other = met(days.evidence.planning(fewer)), other <= day { kept = fewer }
      }
      days.certificateEvents = kept
      days.evidence = days.evidence.planning(kept)
      if kept.allSatisfy(\.isDayKnown) { days.certified = day }
      return
    }
  }

  /// How many more sittings the rule leaves room for when each of them fails.
  func attemptsLeft(_ evidence: Evidence) -> Plan.AttemptsLeft {
    let address = credential + "/attempts"
    var evidence = evidence
    var day = asOf
    for count in 0..<12 {
      guard let line = prober.other(address, evidence) else { return .atLeast(0) }
      guard let next = line.firstMet(from: day) else {
        return line.value(on: .distantFuture).verdict == .notMet ? .atMost(count) : .atLeast(count)
      }
      evidence.put(
        EvidenceRecord(
          id: "trial-attempt-\(count)", kind: .attempt,
          values: ["of": .word(credential), "date": .planned(next, asOf: asOf), "result": .word("failed")]))
      day = next.next
    }
    return .noLimitStated
  }
}

extension EvidenceRecord {
  /// The last day of the whole program, as far as it is stated.
  var programEnd: CivilDate? {
    self["graduated"].days.map(\.last).flatMap { $0.isFinite ? $0 : nil } ?? studyEnd
  }

  /// The last day of classes and practice, as far as it is stated.
  var studyEnd: CivilDate? {
    let days = ["coursework_completed", "practicum_completed"].compactMap { self[$0].days?.last }.filter(\.isFinite)
    return days.max() ?? self["graduated"].days.map(\.last).flatMap { $0.isFinite ? $0 : nil }
  }
}

extension PlannedEvent {
  /// The same record on another day.
  func moved(to day: CivilDate, asOf: CivilDate) -> PlannedEvent {
    guard case .add(var record) = change else { return self }
    record["date"] = .planned(day, asOf: asOf)
    return PlannedEvent(
      .add(record), day: day, isDayKnown: isDayKnown, isCondition: isCondition, ask: ask, text: text, reason: reason)
  }
}
