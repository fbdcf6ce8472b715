import Knowledge
import Rules
import Vocabulary

extension EnteredReading {
  /// Dates of the record that cannot all be true, each at the later field.
  func contradictions(_ record: EvidenceRecord) -> [RecordFault] {
    var seen: Set<String> = []
    return RecordDateOrder.contradictions(in: record).compactMap { found in
      guard seen.insert(found.later).inserted else { return nil }
      guard let earlier = field(found.earlier, record), let later = field(found.later, record) else { return nil }
      let (first, second) = (FieldWording.field(earlier), FieldWording.field(later))
      return RecordFault(
        field: found.later + "-year",
        message: Phrase(
          "Expected “\(second.en)” on or after “\(first.en)” (\(found.earlierDays.partialText)); \(found.laterDays.partialText) found",
          "Se esperaba «\(second.es)» el mismo día que «\(first.es)» (\(found.earlierDays.partialText)) o después; se encontró \(found.laterDays.partialText)"
        ))
    }
  }

  /// What a record of the kind says nothing without.
  func missing(_ record: EvidenceRecord) -> [RecordFault] {
    let needed: [String] =
      switch record.kind {
      case .application, .attempt, .certification, .fee, .decision, .license: ["of"]
      case .card, .document, .health, .screening, .diploma: ["type"]
      case .training: ["for"]
      case .personName: ["name"]
      case .person, .program, .work, .activity: []
      }
    let absent = needed.filter { record[$0] == .unknown }
    if let first = absent.first {
      if record.kind == .personName {
        let text = Phrase("Expected a name; nothing found", "Se esperaba un nombre; no se encontró nada")
        return [RecordFault(field: first, message: text)]
      }
      return [
        RecordFault(
          field: first, message: Phrase("Pick one: nothing found here", "Elija una opción: aquí no se encontró nada"))
      ]
    }
    guard record.values.allSatisfy({ $0 == .unknown }), let first = record.kind.fields.first else { return [] }
    return [
      RecordFault(
        field: first.name,
        message: Phrase(
          "Expected at least one thing that you know; nothing found",
          "Se esperaba al menos un dato; no se encontró nada"))
    ]
  }

  private func field(_ name: String, _ record: EvidenceRecord) -> Field? {
    record.kind.fields.first { $0.name == name }
  }
}
