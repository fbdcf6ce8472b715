public import Vocabulary

/// What something costs: the known part, and what is not known and who can say.
public struct Cost: Sendable, Hashable {
  public struct Item: Sendable, Hashable {
    public let text: Phrase
    public let low: Money
    public let high: Money
    /// nil: the person's own figure.
    public let grade: RuleGrade?
    public let citations: [Citation]

    public init(text: Phrase, low: Money, high: Money, grade: RuleGrade?, citations: [Citation] = []) {
      self.text = text
      self.low = low
      self.high = high
      self.grade = grade
      self.citations = citations
    }
  }

  public struct Unknown: Sendable, Hashable {
    public let text: Phrase
    public let ask: Ask

    public init(text: Phrase, ask: Ask) {
      self.text = text
      self.ask = ask
    }
  }

  public var items: [Item]
  public var unknown: [Unknown]

  public init(items: [Item] = [], unknown: [Unknown] = []) {
    self.items = items
    self.unknown = unknown
  }

  /// Sum of the known items at their lowest.
  public var low: Money { items.reduce(Money(cents: 0)) { $0 + $1.low } }
  /// Sum of the known items at their highest; what is not known comes on top.
  public var high: Money { items.reduce(Money(cents: 0)) { $0 + $1.high } }
  /// Whether nothing is missing.
  public var isComplete: Bool { unknown.isEmpty }
  /// Whether there is nothing to pay.
  public var isNothing: Bool { unknown.isEmpty && high == Money(cents: 0) }

  public static func + (a: Cost, b: Cost) -> Cost { Cost(items: a.items + b.items, unknown: a.unknown + b.unknown) }
}

/// How a budget stands to a plan's cost.
public enum BudgetFit: String, Sendable, Hashable {
  case enough
  case notEnough = "not enough"
  /// The known part fits; the rest is not known.
  case notKnown = "not known"

  init(_ budget: Money, _ cost: Cost) {
    if cost.low > budget {
      self = .notEnough
    } else if cost.isComplete, !(cost.high > budget) {
      self = .enough
    } else {
      self = .notKnown
    }
  }
}
