import Documents
import Rules
import Vocabulary

/// Facts that cannot all be true: refused, never repaired.
enum PersonCheck {
  static func check(_ evidence: Evidence, _ fields: Fields) {
    for record in evidence.records {
      for found in RecordDateOrder.contradictions(in: record) {
        fields.fault(
          "in \(record.kind.listName), '\(record.id)': \(found.later) (\(found.laterDays.partialText)) lies before \(found.earlier) (\(found.earlierDays.partialText)); correct one of them"
        )
      }
    }
    certificationBeforeTraining(evidence, fields)
  }

  /// A first certification before any training began, and no work that could stand for it.
  private static func certificationBeforeTraining(_ evidence: Evidence, _ fields: Fields) {
    let programs = evidence.records(of: .program).compactMap {
      RecordDateOrder.days($0, "graduated") ?? RecordDateOrder.days($0, "enrolled")
    }
    guard let finished = programs.map(\.first).min(), evidence.records(of: .work).isEmpty else { return }
    for record in evidence.records(of: .certification) {
      guard let on = RecordDateOrder.days(record, "date"), on.last.adding(days: 60) < finished else { continue }
      fields.fault(
        "the certification '\(record.id)' (\(on.partialText)) lies before the graduation (\(finished)) of every program listed; correct a date, or list the program or work it rests on"
      )
    }
  }
}
