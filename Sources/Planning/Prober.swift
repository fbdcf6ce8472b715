import Rules
import Vocabulary

/// Asks the evaluator about one credential's eligibility, again and again.
struct Prober {
  let evaluator: Evaluator
  let rule: Rule
  let question: Question

  var asOf: CivilDate { question.asOf }

  /// The eligibility rule for an act; nil: the act the rule asks about.
  func root(_ evidence: Evidence, act: Act.ID? = nil, pins: [Act.ID: CivilDate] = [:]) -> Timeline<Finding> {
    var question = self.question
    question.act = act ?? rule.asks
    question.pins.merge(pins) { mine, _ in mine }
    evaluator.begin(evidence, question)
    return evaluator.timeline(of: rule.root, asked: ahead)
  }

  private var ahead: DayInterval { DayInterval(asOf, .distantFuture) }

  /// The rule by one route. Call after `root`, which sets the evidence.
  func part(_ route: String) -> Timeline<Finding> {
    evaluator.timeline(ofPart: rule.id + "#" + route, in: rule.root) ?? Timeline(Finding(.notMet))
  }

  /// First day, not before `from`, on which the rule is met by the route.
  func firstMet(_ evidence: Evidence, by route: String, act: Act.ID? = nil, from: CivilDate? = nil) -> CivilDate? {
    var question = self.question
    question.act = act ?? rule.asks
    evaluator.begin(evidence, question)
    // The route alone is quick to ask, and most proposals fail there.
    let part = part(route)
    guard let day = part.firstMet(from: from ?? asOf) else { return nil }
    let root = evaluator.timeline(of: rule.root, asked: ahead)
    return root.combined(with: part, Finding.all).firstMet(from: day)
  }

  /// Another rule of the credential.
  func other(_ name: String, _ evidence: Evidence) -> Timeline<Finding>? {
    guard let other = evaluator.book.rule(name) else { return nil }
    var question = self.question
    question.act = other.asks
    evaluator.begin(evidence, question)
    return evaluator.timeline(of: other.root)
  }

  /// Position of an act among the rule's acts.
  func position(_ act: Act.ID?) -> Int? { act.flatMap { rule.acts.firstIndex(of: $0) } }
}

extension Timeline where Value == Finding {
  func firstMet(from day: CivilDate) -> CivilDate? { first(from: day) { $0.verdict == .met } }

  /// The rule is known, and not met, on every day from one on.
  func isRefused(from day: CivilDate) -> Bool { first(from: day) { $0.verdict != .notMet } == nil }
}
