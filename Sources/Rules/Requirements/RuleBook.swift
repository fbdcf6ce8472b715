public import Vocabulary

/// One rule: a root requirement with what belongs to it.
public struct Rule: Sendable {
  /// `aama/cma/eligibility`.
  public let id: String
  public let title: Phrase
  /// The acts it is about, in order.
  public let acts: [Act.ID]
  /// The act a question is about when it names none.
  public let asks: Act.ID?
  public let root: Requirement.ID
  public let encoded: CivilDate
  /// After this day every answer that rests on an open-ended version may be stale.
  public let reviewBy: CivilDate

  public init(
    id: String, title: Phrase, acts: [Act.ID], asks: Act.ID?, root: Requirement.ID, encoded: CivilDate,
    reviewBy: CivilDate
  ) {
    self.id = id
    self.title = title
    self.acts = acts
    self.asks = asks
    self.root = root
    self.encoded = encoded
    self.reviewBy = reviewBy
  }
}

/// Two sources that disagree.
public struct Conflict: Sendable, Hashable {
  /// `late-window`.
  public let id: String
  public let text: Phrase
  /// How many readings it has.
  public let readings: Int

  public init(id: String, text: Phrase, readings: Int) {
    self.id = id
    self.text = text
    self.readings = readings
  }
}

/// Every rule of one edition, resolved once: constants parsed, names looked up, children before parents.
public struct RuleBook: Sendable {
  public var rules: [Rule] = []
  public var requirements: [Requirement] = []
  public var acts: [Act] = []
  public var conflicts: [Conflict] = []
  public var lives: [LifeRule] = []

  public init() {}

  /// The rule with this id.
  public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  /// The requirement with this path, or the root of the rule with this id.
  public func requirement(_ path: String) -> Requirement.ID? {
    if let rule = rule(path) { return rule.root }
    return requirements.firstIndex { $0.path == path }
  }

  public func act(_ name: String) -> Act.ID? { acts.firstIndex { $0.name == name } }
}
