import HTML
import Vocabulary

/// A remark with a sign at its left: a deadline, a gap, an explanation.
public struct Note: Sendable, Hashable {
  /// Nil for a remark that carries no verdict.
  public let sign: Sign?
  /// The first words, heavy.
  public let title: String
  public let text: String
  public let citation: Citation?

  public init(sign: Sign? = nil, title: String, text: String, citation: Citation? = nil) {
    self.sign = sign
    self.title = title
    self.text = text
    self.citation = citation
  }

  func html(_ language: Language) -> HTML {
    let icon = sign == .due ? Icon.flame : sign?.icon ?? .source
    return """
      <div class="note \(sign?.rawValue ?? "")">\(icon.html)<div><p><strong>\(title)</strong> \(text)</p>
      \(citation?.html(language))</div></div>

      """
  }
}
