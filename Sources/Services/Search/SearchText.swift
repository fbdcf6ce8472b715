import Knowledge
public import Vocabulary

/// What was found, as text for people.
public struct SearchText {
  private let language: Language

  public init(_ language: Language) { self.language = language }

  public func render(_ answer: SearchAnswer) -> String {
    var lines: [String] = []
    if !answer.which.isEmpty {
      lines.append(SearchText.which(answer.question)[language])
      for entry in answer.which {
        lines.append("  1. \(entry.text[language])")
        if let also = entry.also { lines.append("  2. \(also[language])") }
      }
      lines.append("")
    }
    if answer.hits.isEmpty { lines.append(SearchText.nothing(answer.question)[language]) }
    for hit in answer.hits {
      lines.append("\(hit.entry.title[language])  [\(hit.entry.kind.words[language])]  \(hit.entry.id)")
      if !hit.entry.text[language].isEmpty, hit.entry.kind != .source {
        lines.append("    " + hit.entry.text[language])
      }
    }
    return lines.joined(separator: "\n")
  }

  public static func which(_ question: String) -> Phrase {
    Phrase("“\(question)” means several things. Which one?", "«\(question)» significa varias cosas. ¿Cuál?")
  }

  public static func nothing(_ question: String) -> Phrase {
    Phrase("Nothing found for “\(question)”.", "No se encontró nada para «\(question)».")
  }
}

/// What was found, as data. Keys are stable.
public struct SearchReport: Encodable, Sendable {
  public struct Meaning: Encodable, Sendable {
    public let term: String
    public let text: String
    public let also: String?
  }

  public struct Hit: Encodable, Sendable {
    public let kind: String
    public let id: String
    public let title: String
    public let text: String
    public let isExact: Bool
  }

  public let edition: String
  public let question: String
  /// The meanings of a word that has several.
  public let which: [Meaning]
  public let hits: [Hit]

  public init(_ answer: SearchAnswer, edition: String, _ language: Language) {
    self.edition = edition
    question = answer.question
    which = answer.which.map {
      Meaning(term: $0.term[language], text: $0.text[language], also: $0.also?[language])
    }
    hits = answer.hits.map { hit in
      Hit(
        kind: hit.entry.kind.rawValue, id: hit.entry.id, title: hit.entry.title[language],
        text: hit.entry.text[language], isExact: hit.isExact)
    }
  }
}
