import Vocabulary

extension Evaluator {
  /// The stages of a certification: records set periods, a period that runs out expires on the day after its last.
  func lifeTimeline(_ life: LifeRule) -> Timeline<LifeState> {
    let id = book.lives.firstIndex { $0.credential == life.credential } ?? 0
    let unlisted = view.unlisted(.certification)?.first
    var result = Timeline(LifeState.none)
    if unlisted == .distantPast { result = Timeline(LifeState.unknown(from: .distantPast)) }
    let records = matching(certifications(of: id)).filter {
      $0.record.days(CertificationSlot.on).first != .distantFuture
    }
    .sorted { $0.record.days(CertificationSlot.on).first < $1.record.days(CertificationSlot.on).first }
    // Until this day an earlier record of the list may turn out to be the later one.
    var unsettled = CivilDate.distantPast
    for (record, match) in records {
      let on = record.days(CertificationSlot.on)
      let period = period(of: record, on, life)
      if match == .yes, on.isExact, on.last.isFinite, on.first >= unsettled {
        result.follow(period, from: on.last)
        unsettled = on.last
        continue
      }
      let either = result.combined(with: period) { $0.or($1) }
      // A new period begins in the evening of its day; before the last day it may be, perhaps the old one runs.
      var pieces = [(from: CivilDate.distantPast, timeline: result)]
      if on.first == .distantPast { pieces[0].timeline = either } else { pieces.append((on.first, either)) }
      if match == .yes, on.last.isFinite, on.first >= unsettled {
        pieces.append((on.last, period))
      }
      result = Timeline.splice(pieces)
      unsettled = max(unsettled, on.last)
    }
    guard let unlisted else { return result }
    return Timeline.splice(openEnded(result, from: unlisted))
  }

  /// After the day through which the list is complete there may be a renewal that nobody listed.
  private func openEnded(_ listed: Timeline<LifeState>, from unlisted: CivilDate)
    -> [(from: CivilDate, timeline: Timeline<LifeState>)]
  {
    let open = listed.map { state -> LifeState in
      LifeState(
        stage: state.stage == .current || state.stage == .uncovered ? state.stage : .unknown,
        start: DayInterval(min(state.start.first, max(unlisted, .distantPast)), .distantFuture),
        expiry: DayInterval(min(state.expiry.first, max(unlisted, .distantPast)), .distantFuture), marks: state.marks)
    }
    return unlisted.isFinite ? [(.distantPast, listed), (unlisted, open)] : [(.distantPast, open)]
  }

  /// The stages of one record on its own, from its first possible day on.
  private func period(of record: SettledRecord, _ on: DayInterval, _ life: LifeRule) -> Timeline<LifeState> {
    let (expiry, marks) = expiry(of: record, life)
    func state(_ stage: LifeState.Stage, start: DayInterval) -> LifeState {
      LifeState(stage: stage, start: start, expiry: expiry, marks: marks)
    }
    let uncovered = marks.verdict == .notCovered
    var result = Timeline(state(uncovered ? .uncovered : .current, start: on))
    if !uncovered {
      if expiry.first.isFinite, !expiry.isExact { result.set(state(.unknown, start: on), from: expiry.first.next) }
      if expiry.first == .distantPast { result = Timeline(state(.unknown, start: on)) }
      if expiry.last.isFinite { result.set(state(.expired, start: on), from: expiry.last.next) }
    }
    if case .day(let revoked, _) = record.values[CertificationSlot.revoked] {
      // Perhaps revoked: then no period runs.
      let perhaps = state(.unknown, start: DayInterval(on.first, .distantFuture))
      if revoked.first.isFinite, !revoked.isExact { result.set(perhaps, from: revoked.first) }
      if revoked.last.isFinite { result.set(state(.revoked, start: on), from: revoked.last) }
    }
    return result
  }

  /// The last valid day: the issuer's own date where the record gives it, else by the version of the rule that
  /// governs the day of certification.
  private func expiry(of record: SettledRecord, _ life: LifeRule) -> (DayInterval, Finding) {
    if case .day(let days, _) = record.values[CertificationSlot.expires] {
      return (days, Finding(.met, evidence: record.grade))
    }
    let on = record.days(CertificationSlot.on)
    let choices = life.versions.choices.spans(in: on).map(\.value)
    var expiry: DayInterval?
    var marks = Finding(.met, evidence: record.grade)
    for choice in choices {
      if !choice.isDated { marks = marks.presumed }
      if choice.isOpenEnded, question.asOf > book.rules[life.rule].reviewBy { return (.always, Finding(.notCovered)) }
      if choice.candidates.isEmpty { return (.always, Finding(.notCovered)) }
      for candidate in choice.candidates {
        guard let period = life.periods[candidate] else { return (.always, Finding(.notCovered)) }
        if !life.versions.versions[candidate].isBodys { marks = marks.reported }
        let days = DayInterval(period.expiry(of: on.first).first, period.expiry(of: on.last).last)
        expiry = expiry.map { DayInterval(min($0.first, days.first), max($0.last, days.last)) } ?? days
      }
    }
    return (expiry ?? .always, marks)
  }

  /// Whether the certification is in one of the stages.
  func lifeIs(_ id: LifeRule.ID, _ stages: Set<LifeState.Stage>) -> Timeline<Finding> {
    life(id).map { state in
      switch state.stage {
      case .unknown: state.marks.with(verdict: .undetermined)
      case .uncovered: state.marks.with(verdict: .notCovered)
      default: state.marks.with(verdict: stages.contains(state.stage) ? .met : .notMet)
      }
    }
  }

  /// The marks that an answer takes over from the life it hangs on.
  func lifeMarks(_ event: Event) -> Timeline<Finding>? {
    switch event {
    case .lifeStart(let id), .lifeExpiry(let id): life(id).map(\.marks)
    default: nil
    }
  }
}

/// Slots of a certification record.
enum CertificationSlot {
  static let of = slot("of")
  static let on = slot("date")
  static let expires = slot("expires")
  static let revoked = slot("revoked")

  private static func slot(_ name: String) -> Int {
    EvidenceKind.certification.fields.first { $0.name == name }?.slot ?? 0
  }
}
