import HTML
import Vocabulary

/// Where a link leads.
public enum Target: Sendable, Hashable {
  /// A page of ours, in the language of the page.
  case page(Route)
  /// A part of the same page, by its id.
  case part(String)
  /// A part of a page of ours, by its id.
  case place(Route, String)
  /// Somebody else's page.
  case external(String)

  func address(_ language: Language) -> String {
    switch self {
    case .page(let route): Address(route, language).text
    case .part(let id): "#" + id
    case .place(let route, let id): Address(route, language).text + "#" + id
    case .external(let url): url
    }
  }
}

/// Words that lead somewhere.
public struct Link: Sendable, Hashable {
  public let text: String
  public let target: Target

  public init(_ text: String, _ target: Target) {
    self.text = text
    self.target = target
  }

  /// A link in a line of text.
  func html(_ language: Language) -> HTML {
    "<a href=\"\(url: target.address(language))\">\(text)</a>"
  }

  /// A link that looks like a button.
  func button(_ language: Language, _ classes: String = "btn") -> HTML {
    "<a class=\"\(classes)\" href=\"\(url: target.address(language))\">\(text)</a>"
  }
}
