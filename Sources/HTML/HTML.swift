/// Markup that escapes by construction.
///
/// A literal is markup; whatever is interpolated into it is text and gets escaped, unless it is markup itself:
///
/// ```swift
/// let row: HTML = "<td title=\"\(name)\">\(name)</td>"
/// ```
///
/// A string known only at run time becomes markup in one way, `HTML.unsafeRaw`. Always quote attributes, and never
/// interpolate into `<script>`, `<style>` or an `on…` attribute: the escapes are those of text and attribute values.
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The markup as it goes to the reader, in UTF-8. Pieces are put together as bytes: a page is made of hundreds.
  public let bytes: [UInt8]

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A literal, taken as it is.
  public init(stringLiteral value: StaticString) {
    bytes = value.withUTF8Buffer { Array($0) }
  }

  /// A literal with interpolated parts.
  public init(stringInterpolation: StringInterpolation) {
    bytes = stringInterpolation.bytes
  }

  /// The markup as a text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// No markup at all.
  public static let empty: HTML = ""

  /// Takes a run-time string as markup, without escaping. For files of our own only.
  public static func unsafeRaw(_ markup: String) -> HTML {
    HTML(Array(markup.utf8))
  }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { bytes.isEmpty }

  /// One after the other.
  public static func + (first: HTML, second: HTML) -> HTML {
    HTML(first.bytes + second.bytes)
  }
}
