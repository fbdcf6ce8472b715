public import Rules
public import Vocabulary

/// Reads what was entered into the fields of a form: one field after the other, by the schema of its kind.
///
/// A value that the fields have no place for, a date between two days say, stays as it was until something is typed in its place or
/// it is ticked to be forgotten.
public struct EnteredReading: Sendable {
  let choices: RecordChoices
  /// A day after this one lies ahead.
  let today: CivilDate

  /// - Parameter today: what lies after it is planned.
  public init(_ choices: RecordChoices, today: CivilDate) { (self.choices, self.today) = (choices, today) }

  /// The record that a form gives.
  ///
  /// - Parameter old: what stands of it so far; nil for a new one.
  /// - Throws: `RecordFaults`, every fault at once.
  public func record(
    _ entered: EnteredRecord, _ kind: EvidenceKind, old: EvidenceRecord? = nil
  ) throws(RecordFaults) -> EvidenceRecord {
    var record = EvidenceRecord(id: old?.id ?? "", kind: kind)
    var faults: [RecordFault] = []
    for field in kind.fields {
      do {
        record.values[field.slot] = try value(entered, field, old: old?.values[field.slot])
      } catch { faults.append(error) }
    }
    // Nothing that is typed is kept with what is known of health.
    if !kind.isHealth {
      do { record.provenance = try provenance(entered) } catch { faults.append(error) }
    }
    if faults.isEmpty { faults = contradictions(record) + missing(record) }
    guard faults.isEmpty else { throw RecordFaults(faults) }
    return record
  }

  /// Whether the fields have no place for a value.
  public func isKept(_ value: FactValue, _ field: Field) -> Bool {
    guard value != .unknown else { return false }
    var record = EvidenceRecord(id: "", kind: field.kind)
    record.values[field.slot] = value
    let read = try? self.value(EnteredRecord(record), field, old: nil)
    return read != value
  }

  /// The fields that give a record, but for what they have no place for.
  public func filled(_ record: EvidenceRecord) -> EnteredRecord {
    var shown = record
    for field in record.kind.fields where isKept(record.values[field.slot], field) {
      shown.values[field.slot] = .unknown
    }
    return EnteredRecord(shown)
  }

  // MARK: - One field

  private func value(
    _ entered: EnteredRecord, _ field: Field, old: FactValue?
  ) throws(RecordFault) -> FactValue {
    let read = try typed(entered, field)
    guard read == .unknown, let old, !entered.isTicked(field.name + "-forget"), isKept(old, field) else { return read }
    return old
  }

  private func typed(_ entered: EnteredRecord, _ field: Field) throws(RecordFault) -> FactValue {
    let name = field.name
    switch field.content {
    case .day: return try EnteredDate(entered, name).value(field, today: today)
    case .amount:
      let text = trimmed(entered[name])
      guard !text.isEmpty else { return .unknown }
      guard let amount = EnteredAmount.quantity(text) else { throw EnteredAmount.fault(name, text) }
      return .amount(low: amount, high: entered.isTicked(name + "-more") ? .unbounded : amount)
    case .flag:
      switch entered[name] {
      case "yes": return .flag(true)
      case "no": return .flag(false)
      default: return .unknown
      }
    case .choice, .name: return try word(entered[name], field)
    case .set:
      let picked = entered.all(name)
      for word in picked where !choices.holds(word, field) { throw notListed(word, name) }
      if entered.isTicked(name + "-none") {
        guard picked.isEmpty else {
          throw RecordFault(
            field: name,
            message: Phrase(
              "Either “none” or some of the list expected; both found",
              "Se esperaba «ninguno» o algo de la lista; se encontraron ambos"))
        }
        return .words([])
      }
      return picked.isEmpty ? .unknown : .words(Set(picked))
    case .spans(let allowed): return try EnteredSpans(entered, name, allowed).value(field, today: today)
    }
  }

  private func word(_ text: String, _ field: Field) throws(RecordFault) -> FactValue {
    let text = trimmed(text)
    guard !text.isEmpty else { return .unknown }
    if choices.options(field) != nil {
      guard choices.holds(text, field) else { throw notListed(text, field.name) }
      return .word(text)
    }
    return .word(try Self.line(text, field.name))
  }

  private func provenance(_ entered: EnteredRecord) throws(RecordFault) -> String? {
    let text = trimmed(entered[EnteredRecord.provenance])
    return text.isEmpty ? nil : try Self.line(text, EnteredRecord.provenance)
  }

  /// The most letters of a text.
  static let longest = 300

  /// A line of text that can be kept.
  static func line(_ text: String, _ field: String) throws(RecordFault) -> String {
    guard text.count <= longest else {
      throw RecordFault(
        field: field,
        message: Phrase(
          "At most \(longest) letters expected, \(text.count) found",
          "Se esperaban como máximo \(longest) letras; se encontraron \(text.count)"))
    }
    guard
      text.unicodeScalars.allSatisfy({ !$0.properties.isNoncharacterCodePoint && $0.value >= 32 && $0.value != 127 })
    else {
      throw RecordFault(
        field: field,
        message: Phrase("One line of plain text expected", "Se esperaba una línea de texto simple"))
    }
    return text
  }

  private func notListed(_ found: String, _ field: String) -> RecordFault {
    RecordFault(
      field: field,
      message: Phrase(
        "One of the list expected, “\(found.prefix(40))” found",
        "Se esperaba algo de la lista; se encontró «\(found.prefix(40))»"))
  }
}

/// Without the blanks around it.
func trimmed(_ text: String) -> String {
  let start = text.drop { $0.isWhitespace }
  return String(start.reversed().drop { $0.isWhitespace }.reversed())
}
