public import Services
public import Vocabulary

/// Records in the table of one shelf. Each shelf makes a type of its own: one cannot stand for the other.
public struct SQLRecords<Shelf: SQLShelf>: RecordStore {
  private let engine: any Engine
  private let table: RecordTable

  public init(_ engine: any Engine, _ writer: LogWriter) {
    self.engine = engine
    table = RecordTable(shelf: Shelf.holdsHealth ? .health : .evidence, writer: writer)
  }

  @discardableResult
  public func apply(
    _ changes: [RecordChange], to person: PersonID, by: String, at now: Instant
  ) async throws -> [RecordReference] {
    try await engine.write(.locking) { [table] in try table.apply(changes, to: person, by: by, in: $0, at: now) }
  }

  public func versions(of person: PersonID, known: Instant?, on day: CivilDate?) async throws -> [RecordVersion] {
    try await engine.read { [table] in try table.versions(of: person, known: known, on: day, in: $0) }
  }

  public func versions(of people: [PersonID]) async throws -> [PersonID: [RecordVersion]] {
    try await engine.read { [table] in try table.versions(of: people, in: $0) }
  }

  public func history(of person: PersonID, _ record: RecordID?) async throws -> [RecordEvent] {
    try await engine.read { [table] in try table.history(of: person, in: $0) }
      .filter { record == nil || $0.record == record }
  }
}

/// Evidence in the table `evidence`.
public typealias SQLEvidenceStore = SQLRecords<SQLOpenShelf>
extension SQLRecords: EvidenceStore where Shelf == SQLOpenShelf {}

/// What is known of health, in the table `health`.
public typealias SQLHealthStore = SQLRecords<SQLHealthShelf>
extension SQLRecords: HealthStore where Shelf == SQLHealthShelf {}
