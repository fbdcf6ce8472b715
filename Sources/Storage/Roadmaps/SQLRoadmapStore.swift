public import Services
public import Vocabulary

/// Kept roadmaps in the table `roadmap`, and what they make of records in `evidence`.
public struct SQLRoadmapStore: RoadmapStore {
  private let engine: any Engine
  private let table: RoadmapTable
  private let evidence: RecordTable

  public init(_ engine: any Engine, _ writer: LogWriter) {
    self.engine = engine
    table = RoadmapTable(writer: writer)
    evidence = RecordTable(shelf: .evidence, writer: writer)
  }

  @discardableResult
  public func write(
    _ write: RoadmapWrite, records: [RecordChange], of person: PersonID, by: String, at now: Instant
  ) async throws -> Int {
    try await engine.write(.locking) { [table, evidence] statements in
      try table.writer.lock(in: statements)
      if !records.isEmpty { _ = try evidence.apply(records, to: person, by: by, in: statements, at: now) }
      return try table.apply(write, of: person, by: by, in: statements, at: now)
    }
  }

  public func roadmaps(of person: PersonID) async throws -> [KeptRoadmap] {
    try await engine.read { [table] in try table.roadmaps(of: person, in: $0) }
  }
}

extension SealedDatabase {
  /// The roadmaps that people keep.
  public var roadmaps: SQLRoadmapStore { SQLRoadmapStore(engine, writer) }
}
