import Rules
import Vocabulary

/// The days of a record that its issuer can confirm, compared with what a source said.
struct CheckedDays {
  private let begins: String?
  private let ends: String?

  init(_ kind: EvidenceKind) {
    (begins, ends) =
      switch kind {
      case .certification: ("date", "expires")
      case .license, .card: ("issued", "expires")
      case .decision, .attempt: ("date", nil)
      case .training: ("completed", nil)
      case .diploma: ("earned", nil)
      case .person, .program, .work, .application, .activity, .fee, .document, .health, .screening, .personName:
        (nil, nil)
      }
  }

  /// Whether a record of this kind has a last day.
  var hasEnd: Bool { ends != nil }

  /// Whether days of a source contradict those of a record.
  func contradict(_ record: EvidenceRecord, begins first: CivilDate?, ends last: CivilDate?) -> Bool {
    Self.contradicts(stated(begins, record), first) || Self.contradicts(stated(ends, record), last)
  }

  /// Whether a source said all the days that a record states: only then nothing in it rests on the word of the person.
  func cover(_ record: EvidenceRecord, begins first: CivilDate?, ends last: CivilDate?) -> Bool {
    Self.covers(stated(begins, record), first) && Self.covers(stated(ends, record), last)
  }

  /// The record with the days of the source, where it left them open.
  func filled(_ record: EvidenceRecord, begins first: CivilDate?, ends last: CivilDate?) -> EvidenceRecord {
    var record = record
    for (name, day) in [(begins, first), (ends, last)] {
      guard let name, let day else { continue }
      record[name] = .day(DayInterval(day), expected: false)
    }
    return record
  }

  private func stated(_ name: String?, _ record: EvidenceRecord) -> FactValue {
    name.map { record[$0] } ?? .unknown
  }

  private static func contradicts(_ value: FactValue, _ day: CivilDate?) -> Bool {
    switch (value, day) {
    case (.day(let days, _), let day?): !days.contains(day)
    case (.never, .some): true
    case (.never, nil), (.day, nil), (.unknown, _), (.amount, _), (.flag, _), (.word, _), (.words, _), (.spans, _):
      false
    }
  }

  private static func covers(_ value: FactValue, _ day: CivilDate?) -> Bool {
    switch (value, day) {
    case (.day(let days, _), let day?): days.contains(day)
    case (.day, nil), (.never, .some): false
    case (.never, nil), (.unknown, _), (.amount, _), (.flag, _), (.word, _), (.words, _), (.spans, _): true
    }
  }
}
