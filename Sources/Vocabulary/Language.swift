/// A language of the pages, the command line and the pack texts.
public enum Language: String, Sendable, CaseIterable, Codable {
  case english = "en"
  case spanish = "es"
}

/// One text in every language. A missing translation does not compile, and a pack without one does not load.
public struct Phrase: Sendable, Hashable, Codable {
  public let en: String
  public let es: String

  public init(_ en: String, _ es: String) {
    self.en = en
    self.es = es
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: en
    case .spanish: es
    }
  }
}
