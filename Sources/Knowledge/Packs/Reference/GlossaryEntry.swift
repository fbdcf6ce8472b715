public import Documents
public import Vocabulary

/// A word or some letters in plain language, with the other meaning where there is one.
public struct GlossaryEntry: Sendable, Hashable {
  /// `bls`.
  public let id: String
  public let term: Phrase
  public let text: Phrase
  /// What else the same letters mean; a search for them asks which is meant.
  public let also: Phrase?
  /// Other words for the same thing.
  public let aliases: [String]
  /// Where to read on.
  public let see: Reference?
  public let citations: [Citation]
  public let place: Place
}

/// What the packs know besides rules: duties, explainers, words.
public struct ReferenceShelf: Sendable {
  public internal(set) var duties = DutyCatalog()
  /// In the order of their ids.
  public internal(set) var explainers: [Explainer] = []
  /// In the order of the file.
  public internal(set) var glossary: [GlossaryEntry] = []

  public init() {}

  public func explainer(_ id: String) -> Explainer? { explainers.first { $0.id == id } }
  public func entry(_ id: String) -> GlossaryEntry? { glossary.first { $0.id == id } }
}
