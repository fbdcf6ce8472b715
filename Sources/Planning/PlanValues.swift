public import Vocabulary

/// Who can say what is not known.
public enum Ask: String, Sendable, Hashable {
  case school, body, employer
  /// The person's own papers.
  case self_ = "self"
}

/// A fee as a pack gives it. Amounts are a range where readings disagree or something about the person is open.
public struct PlanFee: Sendable, Hashable {
  /// When it falls due.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    case review, exam, retake, yearly, renewal
  }

  /// `fee.examination.category-1`.
  public let name: String
  public let text: Phrase
  public let stage: Stage
  public let low: Money
  public let high: Money
  public let grade: RuleGrade
  /// Routes it is for; empty: all.
  public let routes: [String]
  public let citations: [Citation]

  public init(
    name: String, text: Phrase, stage: Stage, low: Money, high: Money, grade: RuleGrade, routes: [String],
    citations: [Citation]
  ) {
    self.name = name
    self.text = text
    self.stage = stage
    self.low = low
    self.high = high
    self.grade = grade
    self.routes = routes
    self.citations = citations
  }
}

/// Something to gather or to know for a step, in words, with where it comes from.
public struct PlanNote: Sendable, Hashable {
  public enum Stage: String, Sendable, Hashable {
    case application, exam, renewal
  }

  /// `document.official-transcript`.
  public let name: String
  public let text: Phrase
  /// What the value says, if it says more than that it is asked for.
  public let detail: Phrase?
  public let stage: Stage
  /// Whether it is a paper to gather.
  public let isDocument: Bool
  public let grade: RuleGrade
  public let routes: [String]
  public let citations: [Citation]

  public init(
    name: String, text: Phrase, detail: Phrase?, stage: Stage, isDocument: Bool, grade: RuleGrade, routes: [String],
    citations: [Citation]
  ) {
    self.name = name
    self.text = text
    self.detail = detail
    self.stage = stage
    self.isDocument = isDocument
    self.grade = grade
    self.routes = routes
    self.citations = citations
  }
}

/// Values of the packs that a plan shows; it computes nothing but sums from them.
public struct PlanValues: Sendable, Hashable {
  public var fees: [PlanFee]
  public var notes: [PlanNote]

  public init(fees: [PlanFee] = [], notes: [PlanNote] = []) {
    self.fees = fees
    self.notes = notes
  }
}
