/// One text that rules are taken from: who published it, where it is, and how old the copy is.
public struct Source: Sendable, Hashable {
  /// Whose words the source carries.
  public enum Voice: String, Sendable, Hashable {
    /// The body's or board's own text, also as a faithful copy elsewhere.
    case body
    /// Somebody else's account of it.
    case secondary
  }

  /// Short key, unique in the knowledge folder: `aama-elig`.
  public let key: String
  public let publisher: String
  public let title: Phrase
  public let url: String
  public let voice: Voice
  /// The day the source gives for itself (published or updated), if it does.
  public let dated: CivilDate?
  /// What is known of its age, in words.
  public let age: Phrase
  /// The day the stored copy was read.
  public let retrieved: CivilDate

  public init(
    key: String, publisher: String, title: Phrase, url: String, voice: Voice, dated: CivilDate?, age: Phrase,
    retrieved: CivilDate
  ) {
    self.key = key
    self.publisher = publisher
    self.title = title
    self.url = url
    self.voice = voice
    self.dated = dated
    self.age = age
    self.retrieved = retrieved
  }
}

/// A place in a source, and the row of the research notes that holds the fact.
public struct Citation: Sendable, Hashable {
  public let source: Source
  /// The section or paragraph, if the source has one.
  public let place: String?
  /// The source's own words, if short enough to quote.
  public let quote: String?
  /// Row of the research notes: `AAMA-EL-03`.
  public let row: String?

  public init(source: Source, place: String? = nil, quote: String? = nil, row: String? = nil) {
    self.source = source
    self.place = place
    self.quote = quote
    self.row = row
  }
}
