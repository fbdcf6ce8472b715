import Services
import Vocabulary

/// Papers in the tables of one shelf, with uploads to it.
struct PaperShelfStore: Sendable {
  let engine: any Engine
  let shelf: PaperShelf
  let writer: LogWriter

  private var table: PaperTable { PaperTable(shelf: shelf, writer: writer) }
  private var uploads: UploadTable { UploadTable(shelf: shelf, writer: writer) }

  func keep(
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

  func move(
    _ id: PaperID, to record: RecordID?, of person: PersonID, by: String, at now: Instant
  ) async throws -> Bool {
    try await engine.write(.locking) { statements in
      try writer.lock(in: statements)
      return try table.move(id, to: record, of: person, by: by, in: statements, at: now)
    }
  }

  func remove(_ id: PaperID, of person: PersonID, by: String, at now: Instant) async throws -> Bool {
    try await engine.write(.locking) { statements in
      try writer.lock(in: statements)
      return try table.remove(id, of: person, by: by, in: statements, at: now)
    }
  }

  func papers(of person: PersonID) async throws -> [KeptPaper] {
    try await engine.read { try table.papers(of: person, in: $0) }
  }

  func bytes(_ id: PaperID, _ part: PaperPart, of person: PersonID) async throws -> [UInt8]? {
    try await engine.read { try table.bytes(id, part, of: person, in: $0) }
  }

  func begin(_ upload: PaperUpload, limits: PaperLimits, of person: PersonID, at now: Instant) async throws {
    try await engine.write(.locking) { statements in
      try writer.lock(in: statements)
      try uploads.begin(upload, limits, of: person, in: statements, at: now)
    }
  }

  func upload(_ id: UploadID, of person: PersonID, at now: Instant) async throws -> PaperUpload? {
    try await engine.read { try uploads.upload(id, of: person, in: $0, at: now) }
  }

  func append(
    _ piece: [UInt8], at offset: Int, to id: UploadID, of person: PersonID, now: Instant
  ) async throws -> PaperUpload {
    try await engine.write(.locking) { try uploads.append(piece, at: offset, to: id, of: person, in: $0, at: now) }
  }

  func bytes(_ id: UploadID, of person: PersonID) async throws -> [UInt8] {
    try await engine.read { try uploads.bytes(id, of: person, in: $0) }
  }

  func keep(
    _ pages: [ReadPage], of draft: PaperDraft, limits: PaperLimits, of person: PersonID, at now: Instant
  ) async throws {
    try await engine.write(.locking) { statements in
      try writer.lock(in: statements)
      try uploads.keep(pages, of: draft, limits, of: person, in: statements, at: now)
    }
  }

  func pages(of person: PersonID, at now: Instant) async throws -> [PaperUpload] {
    try await engine.read { try uploads.pages(of: person, in: $0, at: now) }
  }

  func arrange(_ pages: [UploadID], of paper: PaperID, of person: PersonID, at now: Instant) async throws {
    try await engine.write(.locking) { statements in
      try writer.lock(in: statements)
      try uploads.arrange(pages, of: paper, of: person, in: statements, at: now)
    }
  }

  func keep(
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

  func drop(_ id: UploadID, of person: PersonID) async throws {
    try await engine.write(.locking) { try uploads.drop(id, of: person, in: $0) }
  }

  func tidy(at now: Instant) async throws { try await engine.write(.locking) { try UploadTable.tidy(in: $0, at: now) } }
}
