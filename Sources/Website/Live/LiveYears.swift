import Knowledge
import Rules
import Services
import Vocabulary

/// A career on one line for each credential: its states over the years, and what happened when.
struct LiveYears {
  let status: CareerStatus
  let evidence: Evidence
  let choices: RecordChoices
  let language: Language

  private var wording: LiveWording { LiveWording(language, asOf: status.day) }

  /// Nil: nothing has a day.
  var value: YearsDrawing? {
    let events = events
    guard let first = events.map(\.day).min(), !status.standings.isEmpty else { return nil }
    let ends = status.deadlines.map(\.day)
    let last = max(([status.day] + ends + events.map(\.day)).max() ?? status.day, status.day)
    guard let from = CivilDate(year: max(first.year - 1, 1900), month: 1, day: 1),
      let through = CivilDate(year: min(last.year + 1, 2199), month: 12, day: 31)
    else { return nil }
    let window = DayInterval(from, through)
    return YearsDrawing(
      days: window, today: status.day, lanes: status.standings.map { lane($0, window, events) },
      others: events.filter { $0.credential == nil })
  }

  private func lane(
    _ standing: CareerStatus.Standing, _ window: DayInterval, _ events: [YearsDrawing.Event]
  ) -> YearsDrawing.Lane {
    let line: Timeline<Look>
    if let current = standing.current {
      line = standing.life.phases.combined(with: current) { Look(phase: $0, sign: sign($0, $1)) }
    } else {
      line = standing.life.phases.map { Look(phase: $0, sign: sign($0, nil)) }
    }
    let spans = line.spans(in: window).map { span in
      YearsDrawing.Span(
        days: span.days, sign: span.value.sign, text: LifeText.word(span.value.phase)[language],
        shown: wording.span(span.days))
    }
    return YearsDrawing.Lane(
      name: standing.credential.mark, spans: spans,
      events: events.filter { $0.credential == standing.credential.id })
  }

  private struct Look: Sendable, Equatable {
    let phase: CredentialLife.Phase
    let sign: Sign
  }

  /// Plain green only where the rule is stated.
  private func sign(_ phase: CredentialLife.Phase, _ current: Finding?) -> Sign {
    switch phase {
    case .certified, .renewalUnknown: return current.map(wording.sign) ?? .unknown
    case .due: return current.map(wording.sign) == .met ? .due : .likely
    case .lateWindow, .reactivable: return .due
    case .lapsed: return current.map(wording.sign) ?? .unknown
    case .closed: return .unlikely
    case .eligible, .waiting, .notYetEligible: return .going
    case .unknown: return .unknown
    }
  }

  /// What has a day, the first one first.
  private var events: [YearsDrawing.Event] {
    evidence.records.compactMap { record -> YearsDrawing.Event? in
      guard record.kind != .person, record.kind != .activity, record.kind != .fee, record.kind != .personName,
        case .day(let days, _)? = RecordWording.day(record), days.first.isFinite
      else { return nil }
      var credential: String?
      if case .word(let of) = record["of"] {
        credential = status.standings.first { $0.credential.id == of }?.credential.id
      }
      return YearsDrawing.Event(
        day: days.first, shown: FieldWording.value(.day(days, expected: false), language),
        text: "\(FieldWording.kind(record.kind)[language]): \(RecordWording.title(record, choices)[language])",
        credential: credential)
    }.sorted { ($0.day, $0.text) < ($1.day, $1.text) }
  }
}
