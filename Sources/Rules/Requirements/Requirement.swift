public import Vocabulary

/// One checkable condition of a rule: a node of the program that the evaluator walks.
public struct Requirement: Sendable {
  /// Index in `RuleBook.requirements`.
  public typealias ID = Int

  /// The rule and the named parts down to this one: `aama/cma/eligibility#route/category-4/academic-hours`.
  /// The root's path is the rule's id. Versions of one part share a path.
  public let path: String
  /// Last part of the path when the pack names it.
  public let name: String?
  /// The requirement in words; a requirement without words is shown by its parts.
  public let text: Phrase?
  public let word: Word
  /// The act on whose day it is measured; nil: the act asked about.
  public let measuredOn: Act.ID?
  /// Needed only from this act on; nil: for every act.
  public let neededFor: Act.ID?
  /// It applies only where this holds.
  public let appliesWhen: ID?
  /// The evidence that the requirement asks for.
  public let asks: EvidenceGrade
  public let citations: [Citation]
  /// The rule it belongs to: index in `RuleBook.rules`.
  public let rule: Int
  /// `file:line:column` of its words in the pack.
  public let place: String

  public init(
    path: String, name: String?, text: Phrase?, word: Word, measuredOn: Act.ID?, neededFor: Act.ID?,
    appliesWhen: ID?, asks: EvidenceGrade, citations: [Citation], rule: Int, place: String
  ) {
    self.path = path
    self.name = name
    self.text = text
    self.word = word
    self.measuredOn = measuredOn
    self.neededFor = neededFor
    self.appliesWhen = appliesWhen
    self.asks = asks
    self.citations = citations
    self.rule = rule
    self.place = place
  }
}

extension Requirement {
  /// Whether an address names this requirement: its path, or the rule and the last of its names
  /// (`aama/cma/eligibility#category-4`).
  public func answers(to address: String) -> Bool {
    if path == address { return true }
    guard name != nil, let hash = address.utf8.firstIndex(of: UInt8(ascii: "#")), path.hasPrefix(address[...hash])
    else { return false }
    return path.hasSuffix("/" + address[address.index(after: hash)...])
  }
}

/// Something a person does that a rule is about: applying, sitting, recertifying.
public struct Act: Sendable, Hashable {
  /// Index in `RuleBook.acts`.
  public typealias ID = Int
  public let name: String
  public init(name: String) { self.name = name }
}
