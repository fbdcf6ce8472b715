import Cryptography
public import Services
public import Vocabulary

/// What an archive holds, from the tables of records, papers and looks, and from the log.
public struct SQLArchiveStore: ArchiveStore {
  private let engine: any Engine
  private let writer: LogWriter

  public init(_ engine: any Engine, _ writer: LogWriter) { (self.engine, self.writer) = (engine, writer) }

  public func standing(of person: PersonID) async throws -> ArchiveStanding {
    try await engine.read { [writer] in try Self.standing(of: person, writer, in: $0) }
  }

  public func add(
    to person: PersonID, by: String, limits: PaperLimits, at now: Instant,
    _ plan: @escaping @Sendable (ArchiveStanding) throws -> ArchiveBatch
  ) async throws {
    try await engine.write(.locking) { [writer] statements in
      // What stands now stands until the end: others wait.
      try writer.lock(in: statements)
      let batch = try plan(try Self.standing(of: person, writer, in: statements))
      var places: [RecordReference] = []
      if !batch.changes.isEmpty {
        places = try RecordTable(shelf: .evidence, writer: writer).apply(
          batch.changes, to: person, by: by, in: statements, at: now)
      }
      if !batch.healthChanges.isEmpty {
        _ = try RecordTable(shelf: .health, writer: writer).apply(
          batch.healthChanges, to: person, by: by, in: statements, at: now)
      }
      for new in batch.papers {
        let record: RecordID? =
          switch new.place {
          case .nothing: nil
          case .standing(let record): record
          case .added(let index): places[index].record
          }
        let paper = Paper(
          id: .fresh(from: writer.random), kind: new.kind, form: new.file.form, size: new.file.content.count,
          digest: SHA256.digest(of: new.file.content), previewSize: new.file.preview.count, record: record)
        _ = try PaperTable(shelf: new.kind.isHealth ? .health : .open, writer: writer).keep(
          paper, content: new.file.content, preview: new.file.preview, added: new.addedAt, limits: limits, of: person,
          by: by, in: statements, at: now)
      }
      if !batch.looks.isEmpty {
        try PageLookTable(writer: writer).note(batch.looks, of: person, by: by, in: statements, at: now)
      }
      for roadmap in batch.roadmaps {
        _ = try RoadmapTable(writer: writer).apply(.keep(roadmap), of: person, by: by, in: statements, at: now)
      }
      try writer.append(batch.entries, in: statements, at: now)
    }
  }

  private static func standing(
    of person: PersonID, _ writer: LogWriter, in statements: any Statements
  ) throws -> ArchiveStanding {
    func versions(_ shelf: RecordShelf) throws -> [RecordVersion] {
      try RecordTable(shelf: shelf, writer: writer).versions(of: person, known: nil, on: nil, in: statements)
    }
    let papers = try [PaperShelf.open, .health].flatMap {
      try PaperTable(shelf: $0, writer: writer).papers(of: person, in: statements)
    }
    var entries: [String: [PersonEntry]] = [:]
    for kind in ArchiveStanding.kinds {
      entries[kind] = try writer.entries(of: person, kind: kind, in: statements)
    }
    return ArchiveStanding(
      versions: try versions(.evidence), healthVersions: try versions(.health), papers: papers,
      looks: try PageLookTable(writer: writer).looks(of: person, in: statements),
      roadmaps: try RoadmapTable(writer: writer).roadmaps(of: person, in: statements), entries: entries)
  }
}

extension SealedDatabase {
  /// Everything of people at once, for files to take along.
  public var archive: SQLArchiveStore { SQLArchiveStore(engine, writer) }
}
