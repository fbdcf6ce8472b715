/// Looks at a file that somebody sent, and makes of it what is kept. Whoever does so must not be harmed by any file.
public protocol PaperIntake: Sendable {
  /// - Parameters:
  ///   - file: at most as many bytes as `PaperLimits.largest`.
  ///   - person: whose it is: files of one person are looked at one after the other, so that nobody keeps others waiting.
  /// - Throws: `PaperIntakeError`, `CancellationError`.
  func take(_ file: [UInt8], of person: PersonID) async throws -> IntakeAnswer

  /// Looks at a file that is to be one that was made here before. When making it anew without loss gives the same bytes, it is kept
  /// as it is; else what is kept is made as by `take`.
  ///
  /// - Parameter file: at most as many bytes as a paper that is kept can have.
  func again(_ file: [UInt8], of person: PersonID) async throws -> IntakeAnswer
}

/// What came of looking at a file.
public enum IntakeAnswer: Hashable, Sendable {
  case taken(TakenFile)
  case refused(PaperRefusal)
}

/// A file as it is kept: made anew, without anything that stood beside the picture or the pages.
public struct TakenFile: Hashable, Sendable {
  public let form: PaperForm
  public let content: [UInt8]
  /// A small JPEG; empty: none.
  public let preview: [UInt8]

  public init(form: PaperForm, content: [UInt8], preview: [UInt8]) {
    (self.form, self.content, self.preview) = (form, content, preview)
  }
}

/// Why a file could not be looked at. It says nothing of the file.
public enum PaperIntakeError: Error, Hashable, CustomStringConvertible {
  /// Too many others are looked at, or as many of this person wait as can.
  case busy
  /// The process that looks at files does not start.
  case notStarted(Int32)

  public var description: String {
    switch self {
    case .busy: "too many files are looked at: try again in a minute"
    case .notStarted(let error): "the process that reads files was not started: error \(error) of the system"
    }
  }
}
