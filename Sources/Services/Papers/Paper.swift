public import Cryptography
public import Vocabulary

/// What a paper is about.
public enum PaperSubject {}

/// Names a paper. It is random and tells nothing.
public typealias PaperID = Identifier<PaperSubject>

/// A photo or PDF of a card, certificate, transcript or letter that somebody keeps. It is evidence for facts, and no fact
/// itself: no rule reads it, and no grade rises by it.
public struct Paper: Hashable, Sendable {
  public let id: PaperID
  public let kind: PaperKind
  /// What it shows, and how large it is.
  public let form: PaperForm
  /// Of the content as it is kept, in bytes.
  public let size: Int
  /// The SHA-256 of the content as it is kept.
  public let digest: Digest
  /// Of the preview, in bytes; 0: there is none.
  public let previewSize: Int
  /// To what in the person's record it belongs; nil: to nothing there.
  public let record: RecordID?

  public init(
    id: PaperID, kind: PaperKind, form: PaperForm, size: Int, digest: Digest, previewSize: Int, record: RecordID?
  ) {
    self.id = id
    self.kind = kind
    self.form = form
    self.size = size
    self.digest = digest
    self.previewSize = previewSize
    self.record = record
  }

  /// The same paper, as one that belongs to something else, or with nil to nothing.
  public func moved(to record: RecordID?) -> Paper {
    Paper(
      id: id, kind: kind, form: form, size: size, digest: digest, previewSize: previewSize, record: record)
  }
}

/// In which form a paper is kept.
public enum PaperForm: Hashable, Sendable {
  /// A JPEG of so many pixels.
  case photo(width: Int, height: Int)
  /// A PDF of so many pages.
  case document(pages: Int)

  /// The media type.
  public var mediaType: String {
    switch self {
    case .photo: "image/jpeg"
    case .document: "application/pdf"
    }
  }

  /// What a name of a file ends in.
  public var ending: String {
    switch self {
    case .photo: "jpg"
    case .document: "pdf"
    }
  }
}

/// A part of a paper that is kept as bytes.
public enum PaperPart: Int, CaseIterable, Hashable, Sendable {
  case content = 0
  /// A small photo of it.
  case preview = 1
}

/// A paper, and the entry of the log that says it.
public struct KeptPaper: Hashable, Sendable {
  public let paper: Paper
  public let sequence: Int
  public let addedAt: Instant

  public init(paper: Paper, sequence: Int, addedAt: Instant) {
    (self.paper, self.sequence, self.addedAt) = (paper, sequence, addedAt)
  }
}
