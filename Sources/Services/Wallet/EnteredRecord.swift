public import Rules
import Vocabulary

/// What stands in the fields of a form about one record, by the names of the fields: a date has three, and ticks beside it.
///
/// Texts become values by `EnteredReading`; values become texts by `init(_:)`, as far as the fields can say them.
public struct EnteredRecord: Hashable, Sendable {
  private var texts: [String: [String]]

  /// - Parameter texts: for each name all that was sent for it.
  public init(_ texts: [String: [String]] = [:]) { self.texts = texts }

  /// The fields that give a record.
  public init(_ record: EvidenceRecord) {
    texts = [:]
    for (field, value) in zip(record.kind.fields, record.values) { show(value, field) }
    self[Self.provenance] = record.provenance ?? ""
  }

  /// The field for where something is written down.
  public static let provenance = "provenance"
  /// How many spans of days one field takes.
  public static let mostSpans = 3

  /// The text of a field; empty when there is none.
  public subscript(name: String) -> String {
    get { texts[name]?.first ?? "" }
    set { texts[name] = newValue.isEmpty ? nil : [newValue] }
  }

  /// Everything that was sent under one name.
  public func all(_ name: String) -> [String] { texts[name] ?? [] }

  /// Whether a tick is set.
  public func isTicked(_ name: String) -> Bool { texts[name] != nil }

  /// Whether anything stands in the fields of one date.
  func hasDate(_ name: String) -> Bool {
    ["-year", "-month", "-day"].contains { !self[name + $0].isEmpty }
  }

  // MARK: - From values

  private mutating func show(_ value: FactValue, _ field: Field) {
    let name = field.name
    switch value {
    case .unknown: break
    case .never: self[name + "-never"] = "1"
    case .day(let days, let expected):
      show(days, name)
      if expected { self[name + "-planned"] = "1" }
    case .amount(let low, let high):
      self[name] = low.description
      if high >= .unbounded { self[name + "-more"] = "1" }
    case .flag(let flag): self[name] = flag ? "yes" : "no"
    case .word(let word): self[name] = word
    case .words(let words):
      if words.isEmpty { self[name + "-none"] = "1" } else { texts[name] = words.sorted() }
    case .spans(let spans):
      if spans.isEmpty { self[name + "-none"] = "1" }
      for (index, span) in spans.prefix(Self.mostSpans).enumerated() {
        let place = "\(name)-\(index + 1)"
        self[place + "-by"] = span.by
        if span.begins.first.isFinite { show(span.begins, place + "-from") }
        if span.ends.last.isFinite { show(span.ends, place + "-until") }
      }
    }
  }

  /// A day, a month or a year; other dates have no place in the fields.
  private mutating func show(_ days: DayInterval, _ name: String) {
    let parts = days.partialText.split(separator: "-").map(String.init)
    guard parts.count <= 3, parts.allSatisfy({ Int($0) != nil }) else { return }
    for (part, ending) in zip(parts, ["-year", "-month", "-day"]) {
      self[name + ending] = Int(part).map(String.init) ?? part
    }
  }
}
