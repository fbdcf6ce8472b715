import Rules
import Vocabulary

/// Puts the cells of one row together to records. What a column says nothing about is not on record; what it calls
/// unknown, and what has no column, is open.
struct RosterEvidence {
  private let asOf: CivilDate
  private var records: [EvidenceRecord]
  private var days: [RosterField: CivilDate] = [:]
  private var unknown: Set<RosterField> = []
  private var names: [RosterField: String] = [:]
  private var flags: [RosterField: Bool] = [:]
  private var outcomes: [RosterField: String] = [:]

  init(asOf: CivilDate, unsaid: [EvidenceRecord]) {
    self.asOf = asOf
    records = unsaid
  }

  /// "declined 2026-09-10": the word and how long it is.
  static func outcome(_ text: String) -> (word: String, length: Int)? {
    guard let letter = text.first, letter.isLetter else { return nil }
    let lower = text.lowercased()
    for (prefix, word) in [
      ("declined", "declined"), ("refused", "declined"), ("exempt", "exempt"), ("rechazada", "declined"),
      ("rechazado", "declined"), ("exenta", "exempt"), ("exento", "exempt"),
    ] where lower.hasPrefix(prefix) { return (word, prefix.count) }
    return nil
  }

  mutating func day(_ field: RosterField, _ text: String, _ day: CivilDate?, isUnknown: Bool) {
    days[field] = day
    if isUnknown { unknown.insert(field) }
    if field.content == .healthDay, let outcome = RosterEvidence.outcome(text) {
      outcomes[field] = outcome.word
      if day == nil { unknown.insert(field) }
    }
  }

  mutating func name(_ field: RosterField, _ text: String, _ read: (String) -> String?) {
    if RosterCells.isNone(text) { return }
    if let name = RosterCells.isUnknown(text) ? nil : read(text) { names[field] = name } else { unknown.insert(field) }
  }

  mutating func flag(_ field: RosterField, _ text: String) {
    if RosterCells.isNone(text) { return }
    if let flag = RosterCells.flag(text) { flags[field] = flag } else { unknown.insert(field) }
  }

  /// The records, each list complete where the sheet has columns for it.
  func evidence(_ columns: [RosterField: RosterMapping.Column]) -> Evidence {
    var result = self
    if let adult = flags[.adult] {
      result.records.append(
        EvidenceRecord(
          id: "person", kind: .person, values: ["age": .word(adult ? "18-or-over" : "13-to-17")]))
    }
    result.card("bls", .blsIssued, .blsExpires)
    result.card("cpr", .cprIssued, .cprExpires)
    result.held(.certification, name: .certification, begins: .certifiedOn, expires: .certificationExpires)
    result.held(.license, name: .license, begins: .licenseIssued, expires: .licenseExpires)
    for field in columns.keys { if let type = field.healthType { result.health(type, field) } }
    result.screening("exclusion", .exclusionCheck, .exclusionClear, columns)
    result.screening("background", .backgroundCheck, .backgroundClear, columns)
    var complete: [EvidenceKind: CivilDate] = [.card: asOf, .health: asOf, .screening: asOf]
    if columns[.certification] != nil { complete[.certification] = asOf }
    if columns[.license] != nil { complete[.license] = asOf }
    return Evidence(records: result.records, completeThrough: complete)
  }

  private func said(_ fields: RosterField...) -> Bool {
    fields.contains { days[$0] != nil || names[$0] != nil || unknown.contains($0) }
  }

  /// A last valid day, if there is one.
  private func end(_ field: RosterField) -> FactValue {
    days[field].map { .day(DayInterval($0), expected: false) } ?? .unknown
  }

  /// A first day. What the sheet lists without one began by the day the sheet speaks for.
  private func begin(_ field: RosterField, _ end: RosterField) -> FactValue {
    if let day = days[field] { return .day(DayInterval(day), expected: day > asOf) }
    guard let last = days[end] else { return .unknown }
    return .day(DayInterval(.distantPast, min(asOf, last)), expected: false)
  }

  private mutating func card(_ type: String, _ issued: RosterField, _ expires: RosterField) {
    guard said(issued, expires) else { return }
    records.append(
      EvidenceRecord(
        id: type, kind: .card, values: ["type": .word(type), "issued": begin(issued, expires), "expires": end(expires)])
    )
  }

  private mutating func held(_ kind: EvidenceKind, name: RosterField, begins: RosterField, expires: RosterField) {
    guard said(name, begins, expires) else { return }
    let of: FactValue = names[name].map { .word($0) } ?? .unknown
    let first = begin(begins, expires)
    let values: [String: FactValue] =
      kind == .license
      ? ["of": of, "issued": first, "expires": end(expires)] : ["of": of, "date": first, "expires": end(expires)]
    records.append(EvidenceRecord(id: kind.rawValue, kind: kind, values: values))
  }

  private mutating func health(_ type: String, _ field: RosterField) {
    guard said(field) || type == "tb-test" && said(.tbExpires) else { return }
    var values: [String: FactValue] = ["type": .word(type), "outcome": .word(outcomes[field] ?? "done")]
    if let day = days[field] { values["date"] = .day(DayInterval(day), expected: day > asOf) }
    if type == "tb-test" { values["expires"] = end(.tbExpires) }
    records.append(EvidenceRecord(id: type, kind: .health, values: values))
  }

  private mutating func screening(
    _ type: String, _ field: RosterField, _ clear: RosterField, _ columns: [RosterField: RosterMapping.Column]
  ) {
    guard columns[field] != nil, said(field) else { return }
    var values: [String: FactValue] = ["type": .word(type)]
    if let day = days[field] { values["date"] = .day(DayInterval(day), expected: day > asOf) }
    if let flag = flags[clear] { values["clear"] = .flag(flag) }
    records.append(EvidenceRecord(id: type, kind: .screening, values: values))
  }
}
