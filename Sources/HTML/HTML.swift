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
  /// The markup as it goes to the reader.
  public let text: String

  private init(markup: String) {
    text = markup
  }

  /// A literal, taken as it is.
  public init(stringLiteral value: StaticString) {
    text = value.description
  }

  /// A literal with interpolated parts.
  public init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
  }

  /// No markup at all.
  public static let empty: HTML = ""

  /// Takes a run-time string as markup, without escaping. For files of our own only.
  public static func unsafeRaw(_ markup: String) -> HTML {
    HTML(markup: markup)
  }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { text.isEmpty }

  /// One after the other.
  public static func + (first: HTML, second: HTML) -> HTML {
    HTML(markup: first.text + second.text)
  }
}
