/// Why a file is not taken as a paper. Nothing of it is kept then.
public enum PaperRefusal: String, Error, CaseIterable, Hashable, Sendable {
  /// There is no file, or nothing in it.
  case empty
  /// More bytes than are taken.
  case tooLarge = "too-large"
  /// By its content it is no JPEG, PNG, HEIC or PDF.
  case otherType = "other-type"
  /// A PDF that is a web page or an archive, too.
  case twoTypes = "two-types"
  /// It is cut, or not written as its kind is.
  case damaged
  /// More pixels than are read.
  case tooManyPixels = "too-many-pixels"
  /// A PDF that wants a password, or is encrypted without one.
  case encrypted
  /// A PDF with a program in it.
  case script
  /// A PDF that starts something, or sends something somewhere.
  case launch
  /// A PDF with other files, sound or film in it.
  case attachment
  case tooManyPages = "too-many-pages"
  /// A PDF among photos that become the pages of one paper.
  case notPhoto = "not-photo"
  /// Reading it took too long.
  case tooSlow = "too-slow"
  /// What read it came to an end: by a fault, or because it wanted too much memory.
  case unreadable
}
