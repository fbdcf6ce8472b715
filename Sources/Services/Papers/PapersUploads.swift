import Rules
public import Vocabulary

extension Papers {
  /// What came of a step of an upload.
  public enum Step: Hashable, Sendable {
    /// It stands so; more is to come, or it is done.
    case at(PaperUpload)
    /// It is done: this is what was kept.
    case kept(PaperID)
    /// It was read, and is a page of this paper now, which is under way.
    case page(PaperID)
    /// The paper has as many pages as it can.
    case pagesFull
    case refused(PaperRefusal)
    case full
    case noSuchRecord
    /// There is none of that name, or it has ended.
    case noSuchUpload
    case tooManyUploads
    /// The piece belongs elsewhere: so many bytes are here.
    case otherOffset(Int)
  }

  /// Begins an upload. Which document it is stands before its first byte is here, so that it is sealed with the right key.
  ///
  /// - Parameter page: of which paper it is a page; nil: it is one of its own.
  /// - Throws: `Refusal`, `LogError`.
  public func begin(
    _ kind: PaperKind, to record: RecordID?, size: Int, page: PaperID? = nil, for signedIn: SignedIn, at now: Instant
  ) async throws -> Step {
    try AccessPolicy.require(.account(signedIn), .add(kind.evidence), on: .own(signedIn), at: now)
    guard size > 0 else { return .refused(.empty) }
    guard size <= limits.largest else { return .refused(.tooLarge) }
    guard try await isRecord(record, kind, of: signedIn.person) else { return .noSuchRecord }
    let upload = PaperUpload(
      id: .fresh(from: random), kind: kind, record: record, size: size, endsAt: now + limits.uploadLife,
      page: page.map { PaperPage(of: $0) })
    do {
      try await store(kind).begin(upload, limits: limits, of: signedIn.person, at: now)
    } catch PaperError.tooManyUploads {
      return .tooManyUploads
    }
    return .at(upload)
  }

  /// How an upload stands.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func look(_ id: UploadID, for signedIn: SignedIn, at now: Instant) async throws -> Step {
    try AccessPolicy.require(.account(signedIn), .read(.document), on: .own(signedIn), at: now)
    return try await find(id, of: signedIn.person, at: now).map { Step.at($0) } ?? .noSuchUpload
  }

  /// Adds a piece; with the last one the file is looked at, and kept or refused. A last piece without bytes has it looked at
  /// again, when an answer was lost.
  ///
  /// - Throws: `Refusal`, `LogError`, `PaperIntakeError`.
  public func append(
    _ piece: [UInt8], at offset: Int, to id: UploadID, for signedIn: SignedIn, at now: Instant
  ) async throws -> Step {
    try AccessPolicy.require(.account(signedIn), .add(.document), on: .own(signedIn), at: now)
    guard let found = try await find(id, of: signedIn.person, at: now) else { return .noSuchUpload }
    if let paper = found.paper { return found.page == nil ? .kept(paper) : .page(paper) }
    guard piece.count <= limits.piece, offset >= 0, offset <= found.size, piece.count <= found.size - offset else {
      return .refused(.tooLarge)
    }
    let store = store(found.kind)
    let upload: PaperUpload
    do {
      upload = try await store.append(piece, at: offset, to: id, of: signedIn.person, now: now)
    } catch PaperError.otherOffset(let expected) {
      return .otherOffset(expected)
    } catch PaperError.noSuchUpload {
      return .noSuchUpload
    }
    guard upload.received == upload.size else { return .at(upload) }
    let file = try await store.bytes(id, of: signedIn.person)
    if let page = upload.page {
      let step = try await addPage(file, upload, of: page.paper, for: signedIn, at: now)
      if step != .page(page.paper) { try await store.drop(id, of: signedIn.person) }
      return step
    }
    let adding = try await add(file, upload.kind, to: upload.record, upload: id, for: signedIn, at: now)
    switch adding {
    case .kept(let paper): return .kept(paper)
    case .refused(let refusal):
      try await store.drop(id, of: signedIn.person)
      return .refused(refusal)
    case .full:
      try await store.drop(id, of: signedIn.person)
      return .full
    case .noSuchRecord:
      try await store.drop(id, of: signedIn.person)
      return .noSuchRecord
    }
  }

  private func find(_ id: UploadID, of person: PersonID, at now: Instant) async throws -> PaperUpload? {
    if let found = try await open.upload(id, of: person, at: now) { return found }
    return try await health.upload(id, of: person, at: now)
  }
}
