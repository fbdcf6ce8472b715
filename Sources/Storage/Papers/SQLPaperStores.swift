public import Services
public import Vocabulary

/// Papers that tell of nobody's health, in the table `paper`.
public struct SQLPaperStore: OpenPaperStore {
  private let store: PaperShelfStore

  public init(_ engine: any Engine, _ writer: LogWriter) {
    store = PaperShelfStore(engine: engine, shelf: .open, writer: writer)
  }

  @discardableResult
  public func keep(
    _ paper: Paper, content: [UInt8], preview: [UInt8], upload: UploadID?, limits: PaperLimits, of person: PersonID,
    by: String, at now: Instant
  ) async throws -> Int {
    try await store.keep(
      paper, content: content, preview: preview, upload: upload, limits: limits, of: person, by: by, at: now)
  }

  public func move(
    _ id: PaperID, to record: RecordID?, of person: PersonID, by: String, at now: Instant
  ) async throws -> Bool {
    try await store.move(id, to: record, of: person, by: by, at: now)
  }

  public func remove(_ id: PaperID, of person: PersonID, by: String, at now: Instant) async throws -> Bool {
    try await store.remove(id, of: person, by: by, at: now)
  }

  public func papers(of person: PersonID) async throws -> [KeptPaper] { try await store.papers(of: person) }

  public func bytes(_ id: PaperID, _ part: PaperPart, of person: PersonID) async throws -> [UInt8]? {
    try await store.bytes(id, part, of: person)
  }

  public func begin(_ upload: PaperUpload, limits: PaperLimits, of person: PersonID, at now: Instant) async throws {
    try await store.begin(upload, limits: limits, of: person, at: now)
  }

  public func upload(_ id: UploadID, of person: PersonID, at now: Instant) async throws -> PaperUpload? {
    try await store.upload(id, of: person, at: now)
  }

  public func append(
    _ piece: [UInt8], at offset: Int, to id: UploadID, of person: PersonID, now: Instant
  ) async throws -> PaperUpload {
    try await store.append(piece, at: offset, to: id, of: person, now: now)
  }

  public func bytes(_ id: UploadID, of person: PersonID) async throws -> [UInt8] {
    try await store.bytes(id, of: person)
  }

  public func keep(
    _ pages: [ReadPage], of draft: PaperDraft, limits: PaperLimits, of person: PersonID, at now: Instant
  ) async throws {
    try await store.keep(pages, of: draft, limits: limits, of: person, at: now)
  }

  public func pages(of person: PersonID, at now: Instant) async throws -> [PaperUpload] {
    try await store.pages(of: person, at: now)
  }

  public func arrange(_ pages: [UploadID], of paper: PaperID, of person: PersonID, at now: Instant) async throws {
    try await store.arrange(pages, of: paper, of: person, at: now)
  }

  public func keep(
    _ paper: Paper, content: [UInt8], preview: [UInt8], pages: [UploadID], limits: PaperLimits, of person: PersonID,
    by: String, at now: Instant
  ) async throws {
    try await store.keep(
      paper, content: content, preview: preview, pages: pages, limits: limits, of: person, by: by, at: now)
  }

  public func drop(_ id: UploadID, of person: PersonID) async throws { try await store.drop(id, of: person) }

  public func tidy(at now: Instant) async throws { try await store.tidy(at: now) }
}

/// Papers of health and of screenings, in the table `health_paper`.
public struct SQLHealthPaperStore: HealthPaperStore {
  private let store: PaperShelfStore

  public init(_ engine: any Engine, _ writer: LogWriter) {
    store = PaperShelfStore(engine: engine, shelf: .health, writer: writer)
  }

  @discardableResult
  public func keep(
    _ paper: Paper, content: [UInt8], preview: [UInt8], upload: UploadID?, limits: PaperLimits, of person: PersonID,
    by: String, at now: Instant
  ) async throws -> Int {
    try await store.keep(
      paper, content: content, preview: preview, upload: upload, limits: limits, of: person, by: by, at: now)
  }

  public func move(
    _ id: PaperID, to record: RecordID?, of person: PersonID, by: String, at now: Instant
  ) async throws -> Bool {
    try await store.move(id, to: record, of: person, by: by, at: now)
  }

  public func remove(_ id: PaperID, of person: PersonID, by: String, at now: Instant) async throws -> Bool {
    try await store.remove(id, of: person, by: by, at: now)
  }

  public func papers(of person: PersonID) async throws -> [KeptPaper] { try await store.papers(of: person) }

  public func bytes(_ id: PaperID, _ part: PaperPart, of person: PersonID) async throws -> [UInt8]? {
    try await store.bytes(id, part, of: person)
  }

  public func begin(_ upload: PaperUpload, limits: PaperLimits, of person: PersonID, at now: Instant) async throws {
    try await store.begin(upload, limits: limits, of: person, at: now)
  }

  public func upload(_ id: UploadID, of person: PersonID, at now: Instant) async throws -> PaperUpload? {
    try await store.upload(id, of: person, at: now)
  }

  public func append(
    _ piece: [UInt8], at offset: Int, to id: UploadID, of person: PersonID, now: Instant
  ) async throws -> PaperUpload {
    try await store.append(piece, at: offset, to: id, of: person, now: now)
  }

  public func bytes(_ id: UploadID, of person: PersonID) async throws -> [UInt8] {
    try await store.bytes(id, of: person)
  }

  public func keep(
    _ pages: [ReadPage], of draft: PaperDraft, limits: PaperLimits, of person: PersonID, at now: Instant
  ) async throws {
    try await store.keep(pages, of: draft, limits: limits, of: person, at: now)
  }

  public func pages(of person: PersonID, at now: Instant) async throws -> [PaperUpload] {
    try await store.pages(of: person, at: now)
  }

  public func arrange(_ pages: [UploadID], of paper: PaperID, of person: PersonID, at now: Instant) async throws {
    try await store.arrange(pages, of: paper, of: person, at: now)
  }

  public func keep(
    _ paper: Paper, content: [UInt8], preview: [UInt8], pages: [UploadID], limits: PaperLimits, of person: PersonID,
    by: String, at now: Instant
  ) async throws {
    try await store.keep(
      paper, content: content, preview: preview, pages: pages, limits: limits, of: person, by: by, at: now)
  }

  public func drop(_ id: UploadID, of person: PersonID) async throws { try await store.drop(id, of: person) }

  public func tidy(at now: Instant) async throws { try await store.tidy(at: now) }
}

extension SealedDatabase {
  /// Papers that tell of nobody's health.
  public var papers: SQLPaperStore { SQLPaperStore(engine, writer) }
  /// Papers that do.
  public var healthPapers: SQLHealthPaperStore { SQLHealthPaperStore(engine, writer) }
}
