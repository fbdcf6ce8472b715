import Rules
import Vocabulary

/// A small rule with people who half fulfil it, and every addition that could matter to them.
struct SmallBook: Sendable {
  let rule: String
  let book: RuleBook
  /// A random person, asked about on `SmallBook.today`.
  let person: @Sendable (inout SeededGenerator) -> Evidence
  let universe: @Sendable (Evidence) -> [Addition]

  static let today = day("2026-11-22")
  static let all = [schooling, sitting, renewing]
}

/// A new record as the search makes it.
func new(_ id: String, _ kind: EvidenceKind, _ values: [String: FactValue]) -> EvidenceRecord {
  EvidenceRecord(id: "new-" + id, kind: kind, values: values, grade: kind == .decision ? .issuer : .document)
}

/// What could be said of an open field, or come about.
func openings(_ record: EvidenceRecord, _ values: KeyValuePairs<String, FactValue>) -> [Addition] {
  values.compactMap { name, value in
    record[name] == .unknown ? .supply(recordID: record.id, field("\(record.kind.rawValue).\(name)"), value) : nil
  }
}
