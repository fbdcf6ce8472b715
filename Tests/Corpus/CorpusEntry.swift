import Vocabulary

/// One line of the public corpus: a person, a question, and the answer with its sources. See
/// docs/reference/benchmark.md; keys are stable.
public struct CorpusEntry: Encodable, Sendable {
  struct Expectation: Encodable, Sendable {
    let verdict: String
    let grade: String?
    /// First and last day of the days of equal verdict around the day; `open`: no end.
    let from: String?
    let until: String?
    let missing: [String]?
  }

  struct Source: Encodable, Sendable, Hashable {
    let key: String
    let publisher: String
    let title: String
    /// nil: a text that has no address.
    let url: String?
    let voice: String
    let dated: CivilDate?
    let retrieved: CivilDate
    let at: String?
    let row: String?

    init(_ citation: Citation) {
      key = citation.source.key
      publisher = citation.source.publisher
      title = citation.source.title.en
      url = citation.source.url.isEmpty ? nil : citation.source.url
      voice = citation.source.voice.rawValue
      dated = citation.source.dated
      retrieved = citation.source.retrieved
      at = citation.place
      row = citation.row
    }
  }

  /// The rule's address and the title as words of a link: stable while both are.
  public let id: String
  let title: String
  /// The rule, or the part of it, asked about.
  let rule: String
  /// The rule, and the part, in words.
  let question: String
  let as_of: CivilDate
  let day: CivilDate
  let known_on: CivilDate?
  let act: String?
  let pins: [String: CivilDate]?
  /// A person file.
  let person: JSONValue
  let expect: Expectation
  let sources: [Source]
}
