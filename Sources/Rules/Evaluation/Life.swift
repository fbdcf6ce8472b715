import Vocabulary

extension Evaluator {
  /// The certifications of a life's credential.
  func certifications(of id: LifeRule.ID) -> RecordFilter {
    let of = EvidenceKind.certification.fields[CertificationSlot.of]
    return RecordFilter(
      kind: .certification, words: [.init(field: of, accepted: [book.lives[id].credential])])
  }

  /// The stages of a certification: records set periods, a period that runs out expires on the day after its last.
  func lifeTimeline(_ life: LifeRule) -> Timeline<LifeState> {
    let id = book.lives.firstIndex { $0.credential == life.credential } ?? 0
    var result = Timeline(LifeState.none)
    if let days = view.unlisted(.certification) {
      let unknown = LifeState(stage: .unknown, start: .always, expiry: .always, marks: Finding(.undetermined))
      result = days.first.isFinite ? Timeline(LifeState.none) : Timeline(unknown)
      if days.first.isFinite, matching(certifications(of: id)).isEmpty { result.set(unknown, from: days.first) }
    }
    let records = matching(certifications(of: id)).filter { $0.match == .yes }.map(\.record)
      .filter { $0.days(CertificationSlot.on).last.isFinite }
      .sorted { $0.days(CertificationSlot.on).first < $1.days(CertificationSlot.on).first }
    for record in records { run(record, life, into: &result) }
    return result
  }

  private func run(_ record: EvidenceRecord, _ life: LifeRule, into result: inout Timeline<LifeState>) {
    let on = record.days(CertificationSlot.on)
    let (expiry, marks) = expiry(of: record, life)
    func state(_ stage: LifeState.Stage) -> LifeState {
      LifeState(stage: stage, start: on, expiry: expiry, marks: marks)
    }
    // A new period begins in the evening of its day; between two possible days it is not known which period runs.
    if on.first.isFinite, !on.isExact { result.set(state(.unknown), from: on.first) }
    let uncovered = marks.verdict == .notCovered
    result.set(state(uncovered ? .uncovered : .current), from: on.last)
    if !uncovered {
      if expiry.first.isFinite, !expiry.isExact { result.set(state(.unknown), from: expiry.first.next) }
      if expiry.last.isFinite { result.set(state(.expired), from: expiry.last.next) }
    }
    let revoked = record.days(CertificationSlot.revoked)
    if case .day = record.values[CertificationSlot.revoked], revoked.last.isFinite {
      result.set(state(.revoked), from: max(revoked.last, on.last))
    }
  }

  /// The last valid day: the issuer's own date where the record gives it, else by the version of the rule that
  /// governs the day of certification.
  private func expiry(of record: EvidenceRecord, _ life: LifeRule) -> (DayInterval, Finding) {
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
