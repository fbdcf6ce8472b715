public import Vocabulary

/// Keeps papers of people, and what comes of them in pieces. Each change is an entry of the log, written in the transaction of
/// what it tells of. What is kept is sealed under the person's key.
public protocol PaperStore: Sendable {
  /// Keeps a paper, and ends the upload it came by.
  ///
  /// - Parameters:
  ///   - content: its bytes as they are kept; preview: empty for none.
  ///   - by: the identifier of an account.
  /// - Throws: `PaperError`, `LogError`.
  @discardableResult
  func keep(
    _ paper: Paper, content: [UInt8], preview: [UInt8], upload: UploadID?, limits: PaperLimits, of person: PersonID,
    by: String, at now: Instant
  ) async throws -> Int

  /// Says to what in the person's record one belongs; nil: to nothing there. False when the person has none of that name.
  ///
  /// - Throws: `LogError`.
  func move(_ id: PaperID, to record: RecordID?, of person: PersonID, by: String, at now: Instant) async throws -> Bool

  /// Removes one, with its content; false when the person has none of that name.
  ///
  /// - Throws: `LogError`.
  func remove(_ id: PaperID, of person: PersonID, by: String, at now: Instant) async throws -> Bool

  /// The papers of a person, the oldest first.
  ///
  /// - Throws: `LogError`.
  func papers(of person: PersonID) async throws -> [KeptPaper]

  /// The bytes of a paper; nil when the person has none of that name, or it has no such part.
  ///
  /// - Throws: `LogError`, `PaperError.damaged`.
  func bytes(_ id: PaperID, _ part: PaperPart, of person: PersonID) async throws -> [UInt8]?

  /// Begins an upload.
  ///
  /// - Throws: `PaperError.tooManyUploads`, `LogError`.
  func begin(_ upload: PaperUpload, limits: PaperLimits, of person: PersonID, at now: Instant) async throws

  /// An upload of this person; nil: there is none of that name, or it has ended.
  func upload(_ id: UploadID, of person: PersonID, at now: Instant) async throws -> PaperUpload?

  /// Adds a piece to an upload.
  ///
  /// - Parameter offset: how many bytes come before it.
  /// - Throws: `PaperError.otherOffset`, `.noSuchUpload`, `LogError`.
  func append(
    _ piece: [UInt8], at offset: Int, to id: UploadID, of person: PersonID, now: Instant
  ) async throws -> PaperUpload

  /// The bytes of an upload that are here.
  func bytes(_ id: UploadID, of person: PersonID) async throws -> [UInt8]

  /// Keeps pages of a paper that were read, behind those that are there: all of them or none. A row of an upload by which one
  /// came becomes its own.
  ///
  /// - Parameters:
  ///   - draft: the paper that comes of them, and until when all its pages are kept.
  /// - Throws: `PaperError.pagesFull`, `.tooManyUploads`, `LogError`.
  func keep(
    _ pages: [ReadPage], of draft: PaperDraft, limits: PaperLimits, of person: PersonID, at now: Instant) async throws

  /// The pages that were read, of every paper of this person that is under way, in their order.
  func pages(of person: PersonID, at now: Instant) async throws -> [PaperUpload]

  /// Puts the pages of a paper that is under way into another order. Those that are left out are thrown away.
  ///
  /// - Throws: `PaperError.noSuchUpload`, when one of them is not there.
  func arrange(_ pages: [UploadID], of paper: PaperID, of person: PersonID, at now: Instant) async throws

  /// Keeps a paper that came page by page, and ends its pages.
  ///
  /// - Parameter pages: those that there are, in their order.
  /// - Throws: `PaperError.noSuchUpload` when they are others meanwhile, `.full`, `LogError`.
  func keep(
    _ paper: Paper, content: [UInt8], preview: [UInt8], pages: [UploadID], limits: PaperLimits, of person: PersonID,
    by: String, at now: Instant
  ) async throws

  /// Throws an upload away.
  func drop(_ id: UploadID, of person: PersonID) async throws

  /// Throws away every upload that has ended.
  func tidy(at now: Instant) async throws
}

/// Keeps the papers that tell of nobody's health.
public protocol OpenPaperStore: PaperStore {}

/// Keeps papers that tell of people's health, and of screenings, under a key of its own for each person. Whoever has an
/// `OpenPaperStore` cannot read them.
public protocol HealthPaperStore: PaperStore {}

/// Why a paper was not kept.
public enum PaperError: Error, Hashable, CustomStringConvertible {
  /// The person keeps as many as can be, or as many bytes.
  case full
  case tooManyUploads
  case noSuchUpload
  /// A paper has as many pages as it can, or as many bytes.
  case pagesFull
  /// The next piece belongs elsewhere.
  case otherOffset(expected: Int)
  /// What is kept is not what the log says.
  case damaged
  /// A kind that is kept in the other of the two stores.
  case otherStore

  public var description: String {
    switch self {
    case .full: "room for one more paper expected, none left"
    case .tooManyUploads: "fewer uploads under way expected"
    case .noSuchUpload: "an upload that is under way expected, none found"
    case .pagesFull: "room for one more page expected, none left"
    case .otherOffset(let expected): "a piece from byte \(expected) on expected, another found"
    case .damaged: "the content of a paper is not the one that was kept"
    case .otherStore: "papers of this kind are kept elsewhere"
    }
  }
}
