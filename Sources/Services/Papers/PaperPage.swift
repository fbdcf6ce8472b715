public import Vocabulary

/// What an upload is when it is a page of a paper that is photographed page by page.
public struct PaperPage: Hashable, Sendable {
  /// The paper that comes of all its pages.
  public let paper: PaperID
  /// What was read of it; nil: its bytes are on their way.
  public let read: Read?

  /// A page that was read. The upload has the photo as it is kept, and its preview behind it.
  public struct Read: Hashable, Sendable {
    /// Its place among the pages, from 0. Places grow, and may leave some out.
    public let place: Int
    /// In pixels.
    public let width: Int, height: Int
    /// Of the preview, in bytes.
    public let previewSize: Int

    public init(place: Int, width: Int, height: Int, previewSize: Int) {
      (self.place, self.width, self.height, self.previewSize) = (place, width, height, previewSize)
    }
  }

  public init(of paper: PaperID, read: Read? = nil) { (self.paper, self.read) = (paper, read) }
}

/// A page that was just read.
public struct ReadPage: Hashable, Sendable {
  /// By which upload it came, or what it is called from now on.
  public let upload: UploadID
  /// In pixels.
  public let width: Int, height: Int
  public let content: [UInt8], preview: [UInt8]

  public init(upload: UploadID, width: Int, height: Int, content: [UInt8], preview: [UInt8]) {
    (self.upload, self.width, self.height) = (upload, width, height)
    (self.content, self.preview) = (content, preview)
  }
}

/// A paper that is under way: its pages are here, and nothing of it is kept yet.
public struct PaperDraft: Hashable, Sendable {
  /// The paper that comes of it.
  public let id: PaperID
  public let kind: PaperKind
  public let record: RecordID?
  /// In their order; each was read.
  public let pages: [PaperUpload]
  /// When all of it is thrown away.
  public let endsAt: Instant

  public init(id: PaperID, kind: PaperKind, record: RecordID?, pages: [PaperUpload] = [], endsAt: Instant) {
    (self.id, self.kind, self.record, self.pages, self.endsAt) = (id, kind, record, pages, endsAt)
  }
}
