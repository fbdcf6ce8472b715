/// How large what is inside a file can be, and how large what is kept of it becomes.
public enum PaperSizes {
  /// The most pixels of a photo that is read.
  public static let mostPixels = 64_000_000
  /// The longest side of a photo that is read, in pixels.
  public static let longestRead = 20_000
  /// The longest side of a photo as it is kept, in pixels: small print on a letter can be read.
  public static let longestKept = 2_600
  /// The longest side of a preview, in pixels.
  public static let longestPreview = 640
  /// The most pages of a PDF.
  public static let mostPages = 60
}
