public import Services
public import Vocabulary

/// Kept looks at pages of bodies, in the table `page_look`.
public struct SQLPageLookStore: PageLookStore {
  private let engine: any Engine
  private let table: PageLookTable

  public init(_ engine: any Engine, _ writer: LogWriter) {
    (self.engine, table) = (engine, PageLookTable(writer: writer))
  }

  public func note(_ looks: [PageLook], of person: PersonID, by: String, at now: Instant) async throws {
    try await engine.write(.locking) { [table] statements in
      try table.writer.lock(in: statements)
      try table.note(looks, of: person, by: by, in: statements, at: now)
    }
  }

  public func forget(_ sequence: Int, of person: PersonID, by: String, at now: Instant) async throws -> Bool {
    try await engine.write(.locking) { [table] statements in
      try table.writer.lock(in: statements)
      return try table.forget(sequence, of: person, by: by, in: statements, at: now)
    }
  }

  public func looks(of person: PersonID) async throws -> [KeptLook] {
    try await engine.read { [table] in try table.looks(of: person, in: $0) }
  }
}

extension SealedDatabase {
  /// Which pages of bodies people looked at.
  public var pageLooks: SQLPageLookStore { SQLPageLookStore(engine, writer) }
}
