public import Services
public import Vocabulary

/// Papers in the tables of one shelf, with uploads to it. Each shelf makes a type of its own: one cannot stand for the other.
public struct SQLPapers<Shelf: SQLShelf>: PaperStore {
  private let engine: any Engine
  private let shelf: PaperShelf
  private let writer: LogWriter

  init(_ engine: any Engine, _ writer: LogWriter) {
    (self.engine, self.writer, shelf) = (engine, writer, PaperShelf(holdsHealth: Shelf.holdsHealth))
  }

  private var table: PaperTable { PaperTable(shelf: shelf, writer: writer) }
  private var uploads: UploadTable { UploadTable(shelf: shelf, writer: writer) }

  @discardableResult
  public func keep(
    _ paper: Paper, content: [UInt8], preview: [UInt8], upload: UploadID?, limits: PaperLimits, of person: PersonID,
    by: String, at now: Instant
  ) async throws -> Int {
    try await engine.write(.locking) { statements in
      try writer.lock(in: statements)
      let sequence = try table.keep(
        paper, content: content, preview: preview, limits: limits, of: person, by: by, in: statements, at: now)
      if let upload { try uploads.finish(upload, paper.id, of: person, in: statements) }
      return sequence
    }
  }

  public func move(
    _ id: PaperID, to record: RecordID?, of person: PersonID, by: String, at now: Instant
  ) async throws -> Bool {
    try await engine.write(.locking) { statements in
      try writer.lock(in: statements)
      return try table.move(id, to: record, of: person, by: by, in: statements, at: now)
    }
  }

  public func remove(_ id: PaperID, of person: PersonID, by: String, at now: Instant) async throws -> Bool {
    try await engine.write(.locking) { statements in
      try writer.lock(in: statements)
      return try table.remove(id, of: person, by: by, in: statements, at: now)
    }
  }

  public func papers(of person: PersonID) async throws -> [KeptPaper] {
    try await engine.read { try table.papers(of: person, in: $0) }
  }

  public func bytes(_ id: PaperID, _ part: PaperPart, of person: PersonID) async throws -> [UInt8]? {
    try await engine.read { try table.bytes(id, part, of: person, in: $0) }
  }

  public func begin(_ upload: PaperUpload, limits: PaperLimits, of person: PersonID, at now: Instant) async throws {
    try await engine.write(.locking) { statements in
      try writer.lock(in: statements)
      try uploads.begin(upload, limits, of: person, in: statements, at: now)
    }
  }

  public func upload(_ id: UploadID, of person: PersonID, at now: Instant) async throws -> PaperUpload? {
    try await engine.read { try uploads.upload(id, of: person, in: $0, at: now) }
  }

  public func append(
    _ piece: [UInt8], at offset: Int, to id: UploadID, of person: PersonID, now: Instant
  ) async throws -> PaperUpload {
    try await engine.write(.locking) { try uploads.append(piece, at: offset, to: id, of: person, in: $0, at: now) }
  }

  public func bytes(_ id: UploadID, of person: PersonID) async throws -> [UInt8] {
    try await engine.read { try uploads.bytes(id, of: person, in: $0) }
  }

  public func keep(
    _ pages: [ReadPage], of draft: PaperDraft, limits: PaperLimits, of person: PersonID, at now: Instant
  ) async throws {
    try await engine.write(.locking) { statements in
      try writer.lock(in: statements)
      try uploads.keep(pages, of: draft, limits, of: person, in: statements, at: now)
    }
  }

  public func pages(of person: PersonID, at now: Instant) async throws -> [PaperUpload] {
    try await engine.read { try uploads.pages(of: person, in: $0, at: now) }
  }

  public func arrange(_ pages: [UploadID], of paper: PaperID, of person: PersonID, at now: Instant) async throws {
    try await engine.write(.locking) { statements in
      try writer.lock(in: statements)
      try uploads.arrange(pages, of: paper, of: person, in: statements, at: now)
    }
  }

  public func keep(
    _ paper: Paper, content: [UInt8], preview: [UInt8], pages: [UploadID], limits: PaperLimits, of person: PersonID,
    by: String, at now: Instant
  ) async throws {
    try await engine.write(.locking) { statements in
      try writer.lock(in: statements)
      try uploads.finish(pages, of: paper.id, of: person, in: statements, at: now)
      _ = try table.keep(
        paper, content: content, preview: preview, limits: limits, of: person, by: by, in: statements, at: now)
    }
  }

  public func drop(_ id: UploadID, of person: PersonID) async throws {
    try await engine.write(.locking) { try uploads.drop(id, of: person, in: $0) }
  }

  public func tidy(at now: Instant) async throws {
    try await engine.write(.locking) { try UploadTable.tidy(in: $0, at: now) }
  }
}

/// Papers that tell of nobody's health, in the table `paper`.
public typealias SQLPaperStore = SQLPapers<SQLOpenShelf>
extension SQLPapers: OpenPaperStore where Shelf == SQLOpenShelf {}

/// Papers of health and of screenings, in the table `health_paper`.
public typealias SQLHealthPaperStore = SQLPapers<SQLHealthShelf>
extension SQLPapers: HealthPaperStore where Shelf == SQLHealthShelf {}

extension SealedDatabase {
  /// Papers that tell of nobody's health.
  public var papers: SQLPaperStore { SQLPaperStore(engine, writer) }
  /// Papers that do.
  public var healthPapers: SQLHealthPaperStore { SQLHealthPaperStore(engine, writer) }
}
