import Documents
import Rules
import Vocabulary

/// Facts that cannot all be true: refused, never repaired.
enum PersonCheck {
  static func check(_ evidence: Evidence, _ fields: Fields) {
    for record in evidence.records {
      switch record.kind {
      case .program:
        order(record, ["enrolled", "coursework_completed", "graduated"], fields)
        order(record, ["enrolled", "practicum_completed", "graduated"], fields)
      case .work: order(record, ["from", "until"], fields)
      case .card, .license: order(record, ["issued", "expires"], fields)
      case .certification, .health: order(record, ["date", "expires"], fields)
      case .person, .diploma, .application, .attempt, .activity, .fee, .document, .decision, .training, .screening:
        break
      }
    }
    certificationBeforeTraining(evidence, fields)
  }

  private static func days(_ record: EvidenceRecord, _ name: String) -> DayInterval? {
    if case .day(let days, _) = record[name] { return days }
    return nil
  }

  private static func order(_ record: EvidenceRecord, _ names: [String], _ fields: Fields) {
    for (i, name) in names.enumerated() {
      for later in names[(i + 1)...] {
        guard let a = days(record, name), let b = days(record, later), b.last < a.first else { continue }
        fields.fault(
          "in \(record.kind.listName), '\(record.id)': \(later) (\(b.partialText)) lies before \(name) (\(a.partialText)); correct one of them"
        )
      }
    }
  }

  /// A first certification before any training began, and no work that could stand for it.
  private static func certificationBeforeTraining(_ evidence: Evidence, _ fields: Fields) {
    let programs = evidence.records(of: .program).compactMap { days($0, "graduated") ?? days($0, "enrolled") }
    guard let finished = programs.map(\.first).min(), evidence.records(of: .work).isEmpty else { return }
    for record in evidence.records(of: .certification) {
      guard let on = days(record, "date"), on.last.adding(days: 60) < finished else { continue }
      fields.fault(
        "the certification '\(record.id)' (\(on.partialText)) lies before the graduation (\(finished)) of every program listed; correct a date, or list the program or work it rests on"
      )
    }
  }
}
