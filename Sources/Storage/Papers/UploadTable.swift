import CanonicalJSON
import Cryptography
import Services
import Vocabulary

/// Uploads that are under way: what they are about and their pieces, sealed under the key that the paper will have.
struct UploadTable {
  let shelf: PaperShelf
  let writer: LogWriter

  func begin(
    _ upload: PaperUpload, _ limits: PaperLimits, of person: PersonID, in statements: any Statements, at now: Instant
  ) throws {
    guard shelf.holds(upload.kind) else { throw PaperError.otherStore }
    let count = try statements.count(
      "SELECT COUNT(*) FROM upload WHERE person = $1 AND paper IS NULL AND ends_at > $2",
      [.bytes(person.bytes), Value(now)])
    guard count < limits.uploads else { throw PaperError.tooManyUploads }
    let key = try writer.personKeys.keyToWrite(of: person, shelf.purpose, in: statements, at: now)
    let sealed = Seal(key: key, random: writer.random).seal(Self.about(upload), for: Self.context(upload.id))
    try statements.run(
      """
      INSERT INTO upload (upload, person, shelf, about, size, received, ends_at) VALUES ($1, $2, $3, $4, $5, 0, $6)
      """,
      [
        .bytes(upload.id.bytes), .bytes(person.bytes), .text(shelf.rawValue), .bytes(sealed), Value(upload.size),
        Value(upload.endsAt),
      ])
  }

  func upload(
    _ id: UploadID, of person: PersonID, in statements: any Statements, at now: Instant, isChanging: Bool = false
  ) throws -> PaperUpload? {
    let lock = isChanging ? statements.dialect.forUpdate : ""
    let row = try statements.first(
      """
      SELECT about, size, received, ends_at, paper FROM upload
      WHERE upload = $1 AND person = $2 AND shelf = $3 AND ends_at > $4 \(lock)
      """, [.bytes(id.bytes), .bytes(person.bytes), .text(shelf.rawValue), Value(now)])
    guard let row, let key = try writer.personKeys.key(of: person, shelf.purpose, in: statements) else { return nil }
    return try Self.upload(id, row, key)
  }

  func append(
    _ piece: [UInt8], at offset: Int, to id: UploadID, of person: PersonID, in statements: any Statements,
    at now: Instant
  ) throws -> PaperUpload {
    guard let found = try upload(id, of: person, in: statements, at: now, isChanging: true), found.paper == nil else {
      throw PaperError.noSuchUpload
    }
    guard found.received == offset, piece.count <= found.size - offset else {
      throw PaperError.otherOffset(expected: found.received)
    }
    guard !piece.isEmpty else { return found }
    let key = try writer.personKeys.keyToWrite(of: person, shelf.purpose, in: statements, at: now)
    let sealed = Seal(key: key, random: writer.random).seal(piece, for: Self.context(id, offset))
    try statements.run(
      "INSERT INTO upload_piece (upload, place, sealed) VALUES ($1, $2, $3)",
      [.bytes(id.bytes), Value(offset), .bytes(sealed)])
    try statements.run(
      "UPDATE upload SET received = $1 WHERE upload = $2", [Value(offset + piece.count), .bytes(id.bytes)])
    return PaperUpload(
      id: id, kind: found.kind, record: found.record, size: found.size, received: offset + piece.count,
      endsAt: found.endsAt, page: found.page)
  }

  func bytes(_ id: UploadID, of person: PersonID, in statements: any Statements) throws -> [UInt8] {
    guard let key = try writer.personKeys.key(of: person, shelf.purpose, in: statements) else { return [] }
    let rows = try statements.rows(
      """
      SELECT p.place, p.sealed FROM upload_piece p JOIN upload u ON u.upload = p.upload
      WHERE u.upload = $1 AND u.person = $2 ORDER BY p.place
      """, [.bytes(id.bytes), .bytes(person.bytes)])
    var bytes: [UInt8] = []
    for row in rows {
      guard try row.int("place") == bytes.count,
        let piece = Seal(key: key).open(try row.bytes("sealed"), for: Self.context(id, bytes.count))
      else { throw PaperError.damaged }
      bytes += piece
    }
    return bytes
  }

  /// What is left of an upload that is done: which paper came of it.
  func finish(_ id: UploadID, _ paper: PaperID, of person: PersonID, in statements: any Statements) throws {
    let changed = try statements.run(
      "UPDATE upload SET paper = $1 WHERE upload = $2 AND person = $3 AND paper IS NULL",
      [.bytes(paper.bytes), .bytes(id.bytes), .bytes(person.bytes)])
    guard changed == 1 else { throw PaperError.noSuchUpload }
    try statements.run("DELETE FROM upload_piece WHERE upload = $1", [.bytes(id.bytes)])
  }

  func drop(_ id: UploadID, of person: PersonID, in statements: any Statements) throws {
    let found = try statements.first(
      "SELECT upload FROM upload WHERE upload = $1 AND person = $2 AND paper IS NULL",
      [.bytes(id.bytes), .bytes(person.bytes)])
    guard found != nil else { return }
    try statements.run("DELETE FROM upload_piece WHERE upload = $1", [.bytes(id.bytes)])
    try statements.run("DELETE FROM upload WHERE upload = $1", [.bytes(id.bytes)])
  }

  static func tidy(in statements: any Statements, at now: Instant) throws {
    try statements.run(
      "DELETE FROM upload_piece WHERE upload IN (SELECT upload FROM upload WHERE ends_at <= $1)", [Value(now)])
    try statements.run("DELETE FROM upload WHERE ends_at <= $1", [Value(now)])
  }

  static func erase(_ person: PersonID, in statements: any Statements) throws {
    try statements.run(
      "DELETE FROM upload_piece WHERE upload IN (SELECT upload FROM upload WHERE person = $1)", [.bytes(person.bytes)])
    try statements.run("DELETE FROM upload WHERE person = $1", [.bytes(person.bytes)])
  }

  static func context(_ id: UploadID, _ place: Int? = nil) -> [UInt8] {
    Array("fobwatch upload 1:\(id.text):\(place.map(String.init) ?? "about")".utf8)
  }
}
