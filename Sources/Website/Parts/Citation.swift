import HTML
import Vocabulary

/// Where a sentence comes from.
public struct Citation: Sendable, Hashable {
  /// Publisher, title and date, ready to read: "AAMA, Recertification Policies. Undated page, read Nov 20, 2026."
  public let text: String
  public let grade: Grade?
  /// The address of the source, when it has one.
  public let url: String?

  public init(_ text: String, grade: Grade? = nil, url: String? = nil) {
    self.text = text
    self.grade = grade
    self.url = url
  }

  /// The language of the source text is not marked: titles stay as published.
  func html(_ language: Language) -> HTML {
    let open = Phrase("Open the page", "Abrir la página")[language]
    let link: HTML? = url.map {
      "<a href=\"\(url: $0)\" rel=\"noreferrer\">\(open)<span class=\"vh\">: \(text)</span></a>"
    }
    return "<p class=\"cite\">\(spaced([HTML("\(text)"), grade?.html(language), link].compactMap(\.self)))</p>\n"
  }
}
