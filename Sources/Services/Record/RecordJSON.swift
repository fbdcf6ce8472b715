import CanonicalJSON
import Rules
import Vocabulary

/// A record as JSON in the form of an entry of a person file, and back. Every record comes back as it was.
///
/// In one thing the form goes further than files do: a date of which only one end is known is written `2026-01-01..` or
/// `..2026-01-01`.
enum RecordJSON {

  static func json(_ record: EvidenceRecord) -> JSON {
    var object = JSONObject()
    if !record.id.isEmpty { object["id"] = .string(record.id) }
    if record.grade != .selfReported { object["grade"] = .string(record.grade.name) }
    object["provenance"] = record.provenance.map { .string($0) }
    for (field, value) in zip(record.kind.fields, record.values) { object[field.name] = json(value) }
    return .object(object)
  }

  /// Nil for JSON that is no record of this kind, or has a member that it has not.
  static func record(_ json: JSON, _ kind: EvidenceKind) -> EvidenceRecord? {
    guard var object = json.asObject else { return nil }
    func take(_ key: String) -> JSON? {
      defer { object[key] = nil }
      return object[key]
    }
    var record = EvidenceRecord(id: take("id")?.asString ?? "", kind: kind)
    if let grade = take("grade") {
      guard let name = grade.asString, let grade = EvidenceGrade(name: name) else { return nil }
      record.grade = grade
    }
    record.provenance = take("provenance")?.asString
    for field in kind.fields {
      guard let stated = take(field.name) else { continue }
      guard let value = value(stated, field.content) else { return nil }
      record.values[field.slot] = value
    }
    return object.members.isEmpty ? record : nil
  }

  /// Nil: nothing is written.
  private static func json(_ value: FactValue) -> JSON? {
    switch value {
    case .unknown: nil
    case .never: "never"
    case .day(let days, expected: false): .string(text(days))
    case .day(let days, expected: true): ["expected": .string(text(days))]
    case .amount(let low, let high): json(low, high)
    case .flag(let flag): .bool(flag)
    case .word(let word): .string(word)
    case .words(let words): .array(words.sorted().map { .string($0) })
    case .spans(let spans): .array(spans.map(json))
    }
  }

  private static func value(_ json: JSON, _ content: Field.Content) -> FactValue? {
    switch content {
    case .day:
      if json.asString == "never" { return .never }
      if let expected = json["expected"] { return expected.asString.flatMap(days).map { .day($0, expected: true) } }
      return json.asString.flatMap(days).map { .day($0, expected: false) }
    case .amount: return amount(json)
    case .flag: return json.asBool.map { .flag($0) }
    case .choice, .name: return json.asString.map { .word($0) }
    case .set:
      guard let words = json.asArray?.map(\.asString), !words.contains(nil) else { return nil }
      return .words(Set(words.compactMap(\.self)))
    case .spans:
      guard let spans = json.asArray?.map(span), !spans.contains(nil) else { return nil }
      return .spans(spans.compactMap(\.self))
    }
  }
}
