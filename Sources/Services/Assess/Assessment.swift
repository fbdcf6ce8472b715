public import Knowledge
import Planning
public import Rules
public import Vocabulary

/// What the rules say about one person and one credential.
public struct Assessment: Sendable {
  /// One eligibility route.
  public struct Route: Sendable {
    public let name: String
    public let text: Phrase
    public let timeline: Timeline<Finding>
    public let finding: Finding
    public let span: DayInterval
  }

  public let credential: Credential
  public let inquiry: Inquiry
  public let determination: Determination
  /// Every route by name, not only the one that decides.
  public let routes: [Route]

  public var finding: Finding { determination.finding }

  /// The next day from the day asked on which the verdict is met; the day itself when it is met.
  public var metFrom: CivilDate? {
    determination.timeline.first(from: determination.on) { $0.verdict == .met }
  }
}

/// Answers questions about people: the one way from a person's facts to an answer.
public struct Assessor {
  public let base: KnowledgeBase
  let evaluator: Evaluator

  public init(_ base: KnowledgeBase) {
    self.base = base
    evaluator = Evaluator(book: base.book)
  }

  /// Eligibility for a credential's examination, with every route.
  public func assess(_ credential: Credential, _ evidence: Evidence, _ inquiry: Inquiry) throws -> Assessment? {
    guard let rule = base.book.rule(credential.id + "/eligibility") else { return nil }
    let determination = try determine(rule.id, evidence, inquiry, credential: credential.id)
    let routes = base.book.eligibilityRoutes(of: rule).compactMap { route -> Assessment.Route? in
      guard let line = evaluator.timeline(ofPart: rule.id + "#" + route.name, in: rule.root) else { return nil }
      return Assessment.Route(
        name: route.name, text: route.text, timeline: line, finding: line.value(on: inquiry.day),
        span: line.verdictSpan(on: inquiry.day))
    }
    return Assessment(credential: credential, inquiry: inquiry, determination: determination, routes: routes)
  }

  /// Any rule, or any named part of one.
  public func determine(
    _ address: String, _ evidence: Evidence, _ inquiry: Inquiry, credential: String? = nil
  ) throws -> Determination {
    let owner = credential ?? Assessor.owner(of: address)
    let question = try inquiry.question(base, credential: owner, evidence)
    return try evaluator.determine(address, evidence, question, on: inquiry.day, asked: inquiry.through)
  }

  /// The smallest changes that would make the answer met, each proved by asking again.
  public func flips(
    _ address: String, _ evidence: Evidence, _ inquiry: Inquiry, credential: String? = nil
  ) throws -> FlipAnswer {
    let question = try inquiry.question(base, credential: credential ?? Assessor.owner(of: address), evidence)
    return try FlipSearch(evaluator).flips(of: address, evidence, question, on: inquiry.day)
  }

  /// `aama/cma` of `aama/cma/eligibility#category-4`.
  static func owner(of address: String) -> String {
    address.split(separator: "#")[0].split(separator: "/").prefix(2).joined(separator: "/")
  }
}
