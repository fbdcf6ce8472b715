import Rules
import Services
import Vocabulary

/// A row by which a version of a record is found. All of it follows from the entries of the log.
struct RecordRow: Hashable, Sendable {
  let sequence: Int
  let person: [UInt8]
  let record: [UInt8]
  let knownFrom: Instant
  var knownUntil: Instant?
  /// What the table of evidence says besides; nil in that of health, where even the days stand sealed.
  let open: Open?

  struct Open: Hashable, Sendable {
    let kind: String
    let days: TrueDays

    init(kind: String, days: TrueDays) { (self.kind, self.days) = (kind, days) }

    init(_ content: RecordContent) {
      switch content {
      case .evidence(let record): kind = record.kind.rawValue
      case .complete: kind = "complete"
      }
      days = TrueDays(content)
    }
  }

  init(_ event: RecordEvent, _ content: RecordContent, of person: PersonID, on shelf: RecordShelf) {
    sequence = event.sequence
    self.person = person.bytes
    record = event.record.bytes
    knownFrom = event.at
    knownUntil = nil
    switch shelf {
    case .evidence: open = Open(content)
    case .health: open = nil
    }
  }

  init(_ row: Row, on shelf: RecordShelf) throws {
    sequence = try row.int("entry")
    person = try row.bytes("person")
    record = try row.bytes("record")
    knownFrom = try row.instant("known_from")
    knownUntil = try row.instantIfAny("known_until")
    switch shelf {
    case .evidence:
      open = Open(
        kind: try row.text("kind"),
        days: TrueDays(from: try row.dayIfAny("true_from"), through: try row.dayIfAny("true_through")))
    case .health: open = nil
    }
  }

  /// The columns of a shelf's table.
  static func columns(_ shelf: RecordShelf, of table: String = "") -> String {
    let common = ["entry", "person", "record", "known_from", "known_until"]
    let names =
      switch shelf {
      case .evidence: common + ["kind", "true_from", "true_through"]
      case .health: common
      }
    return names.map { table + $0 }.joined(separator: ", ")
  }

  /// In the order of `columns`.
  var values: [Value] {
    let common: [Value] = [
      Value(sequence), .bytes(person), .bytes(record), Value(knownFrom), Value(knownUntil),
    ]
    guard let open else { return common }
    return common + [.text(open.kind), Value(open.days.from), Value(open.days.through)]
  }
}
