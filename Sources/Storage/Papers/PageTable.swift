import CanonicalJSON
import Cryptography
import Services
import Vocabulary

/// Pages of papers that are under way. Each is a row of an upload that was read: `paper` names what it is a page of, and its
/// pieces are the photo as it is kept, with the preview behind it.
extension UploadTable {
  /// The pages that were read, in their order.
  func pages(of person: PersonID, in statements: any Statements, at now: Instant) throws -> [PaperUpload] {
    guard let key = try writer.personKeys.key(of: person, shelf.purpose, in: statements) else { return [] }
    return try statements.rows(
      """
      SELECT upload, about, size, received, ends_at, paper FROM upload
      WHERE person = $1 AND shelf = $2 AND paper IS NOT NULL AND ends_at > $3 ORDER BY upload
      """, [.bytes(person.bytes), .text(shelf.rawValue), Value(now)]
    ).compactMap { row -> PaperUpload? in
      guard let id = UploadID(try row.bytes("upload")) else { throw PaperError.damaged }
      let upload = try Self.upload(id, row, key)
      return upload.page?.read == nil ? nil : upload
    }.sorted { ($0.page?.read?.place ?? 0) < ($1.page?.read?.place ?? 0) }
  }

  /// Keeps pages behind those that are there. The head of the log is locked: what stands now stands until the end.
  func keep(
    _ pages: [ReadPage], of draft: PaperDraft, _ limits: PaperLimits, of person: PersonID,
    in statements: any Statements, at now: Instant
  ) throws {
    guard shelf.holds(draft.kind) else { throw PaperError.otherStore }
    let all = try self.pages(of: person, in: statements, at: now)
    let own = all.filter { $0.page?.paper == draft.id }
    let others = Set(all.compactMap(\.page?.paper)).subtracting([draft.id])
    guard others.count < limits.drafts else { throw PaperError.tooManyUploads }
    let bytes = own.reduce(0) { $0 + $1.size } + pages.reduce(0) { $0 + $1.content.count + $1.preview.count }
    guard own.count + pages.count <= limits.pages, bytes <= limits.pagesBytes else { throw PaperError.pagesFull }
    let last = own.compactMap(\.page?.read?.place).max() ?? -1
    for (index, page) in pages.enumerated() {
      let read = PaperPage.Read(
        place: last + 1 + index, width: page.width, height: page.height, previewSize: page.preview.count)
      let size = page.content.count + page.preview.count
      let upload = PaperUpload(
        id: page.upload, kind: draft.kind, record: draft.record, size: size, received: size, endsAt: draft.endsAt,
        paper: draft.id, page: PaperPage(of: draft.id, read: read))
      try write(upload, page.content + page.preview, of: person, in: statements, at: now)
    }
    // All of a paper ends at once.
    try statements.run(
      "UPDATE upload SET ends_at = $1 WHERE person = $2 AND paper = $3",
      [Value(draft.endsAt), .bytes(person.bytes), .bytes(draft.id.bytes)])
  }

  /// Puts the pages of a paper into an order, and throws away those that are left out.
  func arrange(
    _ order: [UploadID], of paper: PaperID, of person: PersonID, in statements: any Statements, at now: Instant
  ) throws {
    let own = try pages(of: person, in: statements, at: now).filter { $0.page?.paper == paper }
    guard Set(order).count == order.count, Set(order).isSubset(of: own.map(\.id)) else { throw PaperError.noSuchUpload }
    let key = try writer.personKeys.keyToWrite(of: person, shelf.purpose, in: statements, at: now)
    for page in own {
      guard let place = order.firstIndex(of: page.id), let read = page.page?.read else {
        try erase(page.id, of: person, in: statements)
        continue
      }
      guard place != read.place else { continue }
      let moved = PaperPage.Read(
        place: place, width: read.width, height: read.height, previewSize: read.previewSize)
      let about = Self.about(
        PaperUpload(
          id: page.id, kind: page.kind, record: page.record, size: page.size, endsAt: page.endsAt,
          page: PaperPage(of: paper, read: moved)))
      try statements.run(
        "UPDATE upload SET about = $1 WHERE upload = $2 AND person = $3",
        [
          .bytes(Seal(key: key, random: writer.random).seal(about, for: Self.context(page.id))),
          .bytes(page.id.bytes), .bytes(person.bytes),
        ])
    }
  }

  /// Ends the pages of a paper that is kept now.
  ///
  /// - Parameter pages: those that it was made of, in their order.
  func finish(
    _ pages: [UploadID], of paper: PaperID, of person: PersonID, in statements: any Statements, at now: Instant
  ) throws {
    let own = try self.pages(of: person, in: statements, at: now).filter { $0.page?.paper == paper }
    guard !pages.isEmpty, own.map(\.id) == pages else { throw PaperError.noSuchUpload }
    for page in pages { try erase(page, of: person, in: statements) }
  }

  // MARK: - Rows

  /// What an upload is about, as it is sealed.
  static func about(_ upload: PaperUpload) -> [UInt8] {
    var about = JSONObject()
    about["kind"] = .string(upload.kind.rawValue)
    about["record"] = upload.record.map { .string($0.text) }
    about["page-of"] = upload.page.map { .string($0.paper.text) }
    if let read = upload.page?.read {
      let numbers = [read.place, read.width, read.height, read.previewSize]
      about["read"] = .array(numbers.compactMap { JSONNumber(whole: Int64($0)) }.map { .number($0) })
    }
    return JSON.object(about).bytes
  }

  static func upload(_ id: UploadID, _ row: Row, _ key: SecretKey) throws -> PaperUpload {
    guard let plain = Seal(key: key).open(try row.bytes("about"), for: context(id)),
      let about = try? JSONReader(maximumBytes: 1_024).read(plain),
      let kind = about["kind"]?.asString.flatMap({ PaperKind(rawValue: $0) })
    else { throw PaperError.damaged }
    let numbers = about["read"]?.asArray?.compactMap { $0.asWhole.map { Int($0) } } ?? []
    let read =
      numbers.count == 4
      ? PaperPage.Read(place: numbers[0], width: numbers[1], height: numbers[2], previewSize: numbers[3]) : nil
    return PaperUpload(
      id: id, kind: kind, record: about["record"]?.asString.flatMap { RecordID(text: $0) }, size: try row.int("size"),
      received: try row.int("received"), endsAt: try row.instant("ends_at"),
      paper: try row.bytesIfAny("paper").flatMap { PaperID($0) },
      page: about["page-of"]?.asString.flatMap { PaperID(text: $0) }.map { PaperPage(of: $0, read: read) })
  }

  /// A row with its pieces, in place of one that is there.
  private func write(
    _ upload: PaperUpload, _ bytes: [UInt8], of person: PersonID, in statements: any Statements, at now: Instant
  ) throws {
    try erase(upload.id, of: person, in: statements)
    let key = try writer.personKeys.keyToWrite(of: person, shelf.purpose, in: statements, at: now)
    let seal = Seal(key: key, random: writer.random)
    try statements.run(
      """
      INSERT INTO upload (upload, person, shelf, about, size, received, ends_at, paper)
      VALUES ($1, $2, $3, $4, $5, $5, $6, $7)
      """,
      [
        .bytes(upload.id.bytes), .bytes(person.bytes), .text(shelf.rawValue),
        .bytes(seal.seal(Self.about(upload), for: Self.context(upload.id))), Value(bytes.count),
        Value(upload.endsAt), upload.paper.map { .bytes($0.bytes) } ?? .null,
      ])
    for start in stride(from: 0, to: bytes.count, by: PaperPieces.size) {
      let piece = Array(bytes[start..<min(start + PaperPieces.size, bytes.count)])
      try statements.run(
        "INSERT INTO upload_piece (upload, place, sealed) VALUES ($1, $2, $3)",
        [.bytes(upload.id.bytes), Value(start), .bytes(seal.seal(piece, for: Self.context(upload.id, start)))])
    }
  }

  private func erase(_ id: UploadID, of person: PersonID, in statements: any Statements) throws {
    let found = try statements.first(
      "SELECT upload FROM upload WHERE upload = $1 AND person = $2", [.bytes(id.bytes), .bytes(person.bytes)])
    guard found != nil else { return }
    try statements.run("DELETE FROM upload_piece WHERE upload = $1", [.bytes(id.bytes)])
    try statements.run("DELETE FROM upload WHERE upload = $1", [.bytes(id.bytes)])
  }
}
