import Cryptography
import Rules
public import Vocabulary

/// Papers that are photographed page by page: nothing of one is kept until its owner says that it is whole.
extension Papers {
  /// What came of adding pages.
  public enum Paging: Hashable, Sendable {
    /// All of them are pages of this paper now.
    case added(PaperID)
    /// None is: by the number of each that is not taken, from 1.
    case refused([Int: PaperRefusal])
    case pagesFull
    case tooManyUnderWay
    case noSuchPaper
    case noSuchRecord
  }

  /// The papers of whoever is signed in that are under way.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func drafts(for signedIn: SignedIn, at now: Instant) async throws -> [PaperDraft] {
    try AccessPolicy.require(.account(signedIn), .read(.document), on: .own(signedIn), at: now)
    try AccessPolicy.require(.account(signedIn), .read(.health), on: .own(signedIn), at: now)
    let pages =
      try await open.pages(of: signedIn.person, at: now) + health.pages(of: signedIn.person, at: now)
    var drafts: [PaperDraft] = []
    for page in pages {
      guard let id = page.page?.paper, !drafts.contains(where: { $0.id == id }) else { continue }
      let own = pages.filter { $0.page?.paper == id }
      drafts.append(
        PaperDraft(
          id: id, kind: page.kind, record: page.record, pages: own, endsAt: own.map(\.endsAt).min() ?? page.endsAt))
    }
    return drafts
  }

  /// One of them; nil when there is none of that name.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func draft(_ id: PaperID, for signedIn: SignedIn, at now: Instant) async throws -> PaperDraft? {
    try AccessPolicy.require(.account(signedIn), .read(.document), on: .own(signedIn), at: now)
    return try await drafts(for: signedIn, at: now).first { $0.id == id }
  }

  /// The preview of a page; nil when there is none of that name.
  ///
  /// - Throws: `Refusal`, `LogError`, `PaperError.damaged`.
  public func preview(
    of page: UploadID, in id: PaperID, for signedIn: SignedIn, at now: Instant
  ) async throws -> [UInt8]? {
    try AccessPolicy.require(.account(signedIn), .read(.document), on: .own(signedIn), at: now)
    guard let draft = try await draft(id, for: signedIn, at: now),
      let read = draft.pages.first(where: { $0.id == page })?.page?.read
    else { return nil }
    return try await store(draft.kind).bytes(page, of: signedIn.person).suffix(read.previewSize)
  }

  /// Adds photos as pages, in this order: all of them or none.
  ///
  /// - Parameters:
  ///   - draft: the paper that they belong to; nil: a new one, of this kind.
  /// - Throws: `Refusal`, `LogError`, `PaperIntakeError`.
  public func addPages(
    _ files: [[UInt8]], _ kind: PaperKind, to record: RecordID?, in draft: PaperID?, for signedIn: SignedIn,
    at now: Instant
  ) async throws -> Paging {
    var (kind, record, there) = (kind, record, 0)
    if let draft {
      guard let found = try await self.draft(draft, for: signedIn, at: now) else { return .noSuchPaper }
      (kind, record, there) = (found.kind, found.record, found.pages.count)
    }
    try AccessPolicy.require(.account(signedIn), .add(kind.evidence), on: .own(signedIn), at: now)
    guard try await isRecord(record, kind, of: signedIn.person) else { return .noSuchRecord }
    guard there + files.count <= limits.pages else { return .pagesFull }
    var (pages, refused) = ([ReadPage](), [Int: PaperRefusal]())
    for (index, file) in files.enumerated() {
      switch try await read(file, .fresh(from: random), of: signedIn.person) {
      case .success(let page): pages.append(page)
      case .failure(let refusal): refused[index + 1] = refusal
      }
    }
    guard refused.isEmpty, !pages.isEmpty else { return .refused(refused.isEmpty ? [1: .empty] : refused) }
    return try await keep(pages, of: draft ?? .fresh(from: random), kind, record, for: signedIn, at: now)
  }

  /// Where a page goes.
  public enum Turn: String, CaseIterable, Sendable {
    case earlier, later, out
  }

  /// Moves a page one place, or takes it out. Nothing happens at an end.
  ///
  /// - Returns: false when there is no such page.
  /// - Throws: `Refusal`, `LogError`.
  public func turn(
    _ page: UploadID, _ turn: Turn, in id: PaperID, for signedIn: SignedIn, at now: Instant
  ) async throws -> Bool {
    try AccessPolicy.require(.account(signedIn), .add(.document), on: .own(signedIn), at: now)
    guard let draft = try await draft(id, for: signedIn, at: now) else { return false }
    var order = draft.pages.map(\.id)
    guard let place = order.firstIndex(of: page) else { return false }
    switch turn {
    case .earlier: if place > 0 { order.swapAt(place, place - 1) }
    case .later: if place + 1 < order.count { order.swapAt(place, place + 1) }
    case .out: order.remove(at: place)
    }
    do {
      try await store(draft.kind).arrange(order, of: id, of: signedIn.person, at: now)
    } catch PaperError.noSuchUpload {
      return false
    }
    return true
  }

  /// Throws away a paper that is under way; false when there is none of that name.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func dropDraft(_ id: PaperID, for signedIn: SignedIn, at now: Instant) async throws -> Bool {
    try AccessPolicy.require(.account(signedIn), .add(.document), on: .own(signedIn), at: now)
    guard let draft = try await draft(id, for: signedIn, at: now) else { return false }
    try await store(draft.kind).arrange([], of: id, of: signedIn.person, at: now)
    return true
  }

  /// What came of saying that a paper is whole.
  public enum Finishing: Hashable, Sendable {
    case kept(PaperID)
    case full
    case noSuchPaper
    case noSuchRecord
    /// Other pages are there, or in another order.
    case changedMeanwhile
  }

  /// Makes one paper of the pages: of several a PDF with each photo as it is kept, of one that photo.
  ///
  /// - Throws: `Refusal`, `LogError`, `PaperError.damaged`.
  public func finish(_ id: PaperID, for signedIn: SignedIn, at now: Instant) async throws -> Finishing {
    guard let draft = try await draft(id, for: signedIn, at: now) else {
      // Sent twice, it is there already.
      return try await look(id, for: signedIn, at: now) == nil ? .noSuchPaper : .kept(id)
    }
    try AccessPolicy.require(.account(signedIn), .add(draft.kind.evidence), on: .own(signedIn), at: now)
    guard try await isRecord(draft.record, draft.kind, of: signedIn.person) else { return .noSuchRecord }
    let store = store(draft.kind)
    var (photos, preview) = ([PhotoPages.Page](), [UInt8]())
    for page in draft.pages {
      guard let read = page.page?.read else { return .changedMeanwhile }
      let bytes = try await store.bytes(page.id, of: signedIn.person)
      guard bytes.count > read.previewSize else { return .changedMeanwhile }
      photos.append(
        PhotoPages.Page(width: read.width, height: read.height, jpeg: Array(bytes.dropLast(read.previewSize))))
      if photos.count == 1 { preview = bytes.suffix(read.previewSize) }
    }
    let single = photos.count == 1 ? photos.first : nil
    let content = single?.jpeg ?? PhotoPages.pdf(photos)
    let paper = Paper(
      id: id, kind: draft.kind,
      form: single.map { .photo(width: $0.width, height: $0.height) } ?? .document(pages: photos.count),
      size: content.count, digest: SHA256.digest(of: content), previewSize: preview.count, record: draft.record)
    do {
      try await store.keep(
        paper, content: content, preview: preview, pages: draft.pages.map(\.id), limits: limits, of: signedIn.person,
        by: signedIn.account.text, at: now)
    } catch PaperError.full {
      return .full
    } catch PaperError.noSuchUpload {
      return .changedMeanwhile
    }
    return .kept(id)
  }

  // MARK: - Inside

  /// A page that came in pieces, whole now.
  func addPage(
    _ file: [UInt8], _ upload: PaperUpload, of paper: PaperID, for signedIn: SignedIn, at now: Instant
  ) async throws -> Step {
    switch try await read(file, upload.id, of: signedIn.person) {
    case .success(let page):
      switch try await keep([page], of: paper, upload.kind, upload.record, for: signedIn, at: now) {
      case .added(let paper): return .page(paper)
      case .refused(let refused): return .refused(refused[1] ?? .empty)
      case .pagesFull: return .pagesFull
      case .tooManyUnderWay: return .tooManyUploads
      case .noSuchPaper: return .noSuchUpload
      case .noSuchRecord: return .noSuchRecord
      }
    case .failure(let refusal): return .refused(refusal)
    }
  }

  private func read(
    _ file: [UInt8], _ id: UploadID, of person: PersonID
  ) async throws -> Result<ReadPage, PaperRefusal> {
    guard !file.isEmpty else { return .failure(.empty) }
    guard file.count <= limits.largest else { return .failure(.tooLarge) }
    switch try await intake.take(file, of: person) {
    case .refused(let refusal): return .failure(refusal)
    case .taken(let taken):
      guard case .photo(let width, let height) = taken.form else { return .failure(.notPhoto) }
      return .success(
        ReadPage(upload: id, width: width, height: height, content: taken.content, preview: taken.preview))
    }
  }

  private func keep(
    _ pages: [ReadPage], of paper: PaperID, _ kind: PaperKind, _ record: RecordID?, for signedIn: SignedIn,
    at now: Instant
  ) async throws -> Paging {
    let draft = PaperDraft(id: paper, kind: kind, record: record, endsAt: now + limits.uploadLife)
    do {
      try await store(kind).keep(pages, of: draft, limits: limits, of: signedIn.person, at: now)
    } catch PaperError.pagesFull {
      return .pagesFull
    } catch PaperError.tooManyUploads {
      return .tooManyUnderWay
    }
    return .added(paper)
  }
}
