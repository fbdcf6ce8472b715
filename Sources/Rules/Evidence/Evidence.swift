public import Vocabulary

/// One stated value of a record.
public enum FactValue: Sendable, Hashable {
  /// Nobody said. Not the same as "none".
  case unknown
  /// It did not happen and is not planned, through the day the record speaks for.
  case never
  /// A day, known exactly or as an interval; `expected` when it is planned rather than past.
  case day(DayInterval, expected: Bool)
  /// An amount: equal bounds when it is known.
  case amount(low: Quantity, high: Quantity)
  case flag(Bool)
  case word(String)
  case words(Set<String>)
  case spans([Span])

  /// Days on which something held, by someone: accreditation by `caahep`.
  public struct Span: Sendable, Hashable {
    public let by: String
    public let begins: DayInterval
    /// The last day; `distantFuture` when it has not ended.
    public let ends: DayInterval

    public init(by: String, begins: DayInterval, ends: DayInterval) {
      self.by = by
      self.begins = begins
      self.ends = ends
    }
  }
}

/// One thing in a person's record, with everything known about it.
public struct EvidenceRecord: Sendable, Hashable, Identifiable {
  /// Unique within the evidence: `program-1`.
  public let id: String
  public let kind: EvidenceKind
  /// One value a field, in slot order.
  public var values: [FactValue]
  public var grade: EvidenceGrade
  /// The day it became known to us; nil: known on every day asked about.
  public var recorded: CivilDate?
  /// Where it comes from, in words.
  public var provenance: String?

  public init(
    id: String, kind: EvidenceKind, values: [String: FactValue] = [:], grade: EvidenceGrade = .selfReported,
    recorded: CivilDate? = nil, provenance: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.values = kind.fields.map { values[$0.name] ?? .unknown }
    self.grade = grade
    self.recorded = recorded
    self.provenance = provenance
  }

  /// The value of a field by name; `.unknown` for a name that the kind does not have.
  public subscript(name: String) -> FactValue {
    get { kind.fields.first { $0.name == name }.map { values[$0.slot] } ?? .unknown }
    set { if let field = kind.fields.first(where: { $0.name == name }) { values[field.slot] = newValue } }
  }
}

/// Everything known about a person: records, and which lists of them are complete.
public struct Evidence: Sendable, Hashable {
  public private(set) var records: [EvidenceRecord]
  /// For each kind, the day through which its list is complete; absent: open, there may be more.
  public var completeThrough: [EvidenceKind: CivilDate]

  public init(records: [EvidenceRecord] = [], completeThrough: [EvidenceKind: CivilDate] = [:]) {
    self.records = records
    self.completeThrough = completeThrough
  }

  public func records(of kind: EvidenceKind) -> [EvidenceRecord] { records.filter { $0.kind == kind } }

  /// Adds a record, or replaces the one with the same id.
  public mutating func put(_ record: EvidenceRecord) {
    if let i = records.firstIndex(where: { $0.id == record.id }) {
      records[i] = record
    } else {
      records.append(record)
    }
  }

  /// Removes the record with this id.
  public mutating func remove(id: String) { records.removeAll { $0.id == id } }

  /// What was known by the end of a day.
  public func known(on day: CivilDate) -> Evidence {
    Evidence(records: records.filter { ($0.recorded ?? .distantPast) <= day }, completeThrough: completeThrough)
  }
}
