import HTML
import Vocabulary

/// A verdict in a pill: icon, words, outline, color. On a page it links to its reason.
public struct Chip: Sendable, Hashable {
  public let sign: Sign
  /// Words with a day where there is one: "Met until Dec 31, 2026".
  public let text: String
  /// The reason. Nil only where the reason is beside the chip.
  public let target: Target?

  public init(_ sign: Sign, _ text: String, _ target: Target? = nil) {
    self.sign = sign
    self.text = text
    self.target = target
  }

  func html(_ language: Language) -> HTML {
    guard let target else {
      return "<span class=\"chip \(sign.rawValue)\">\(sign.icon.html) <span>\(text)</span></span>"
    }
    let address = target.address(language)
    return "<a class=\"chip \(sign.rawValue)\" href=\"\(url: address)\">\(sign.icon.html) <span>\(text)</span></a>"
  }
}
