import HTML
public import Vocabulary

/// How sure a rule is: three bars and a word.
public enum Grade: String, Sendable, Hashable, CaseIterable {
  /// The body's own words, for the day asked about.
  case stated
  /// Its own words, but of unknown date.
  case presumed
  /// Told by others.
  case reported

  /// The grade in a word.
  public var word: Phrase {
    switch self {
    case .stated: Phrase("stated", "consta")
    case .presumed: Phrase("presumed", "se presume")
    case .reported: Phrase("reported", "según terceros")
    }
  }

  func html(_ language: Language) -> HTML {
    "<span class=\"grade \(rawValue)\">\(word[language])</span>"
  }
}
