public import Vocabulary

/// What an upload is about.
public enum UploadSubject {}

/// Names an upload. It is random: nobody guesses one.
public typealias UploadID = Identifier<UploadSubject>

/// A file that comes in pieces, so that it goes on where it stopped when the connection is lost.
public struct PaperUpload: Hashable, Sendable {
  public let id: UploadID
  public let kind: PaperKind
  public let record: RecordID?
  /// Of the whole file, in bytes.
  public let size: Int
  /// How many bytes of it are here.
  public let received: Int
  /// When what is here is thrown away.
  public let endsAt: Instant
  /// What came of it; nil while it is not done.
  public let paper: PaperID?
  /// Of which paper it is a page; nil: it is a paper of its own.
  public let page: PaperPage?

  public init(
    id: UploadID, kind: PaperKind, record: RecordID?, size: Int, received: Int = 0, endsAt: Instant,
    paper: PaperID? = nil, page: PaperPage? = nil
  ) {
    self.id = id
    self.kind = kind
    self.record = record
    self.size = size
    self.received = received
    self.endsAt = endsAt
    self.paper = paper
    self.page = page
  }
}
