public import Vocabulary

/// An answer: for every day a verdict, and the reasons on the day asked.
public struct Determination: Sendable {
  /// The rule, or the part of it, that was asked about.
  public let address: String
  public let title: Phrase
  public let question: Question
  public let timeline: Timeline<Finding>
  /// The day asked about and its reasons.
  public let on: CivilDate
  public let explanation: Explanation?

  public var finding: Finding { timeline.value(on: on) }
  /// The days around the day asked with the same verdict.
  public var span: DayInterval { timeline.verdictSpan(on: on) }
}

/// Something in the way of an answer: the question could not be asked.
public enum DeterminationError: Error, Sendable, Hashable, CustomStringConvertible {
  case unknownAddress(String)
  case unknownAct(String, known: [String])

  public var description: String {
    switch self {
    case .unknownAddress(let address): "no rule and no part of a rule is called '\(address)'"
    case .unknownAct(let act, let known): "no act is called '\(act)'; known here: \(known.joined(separator: ", "))"
    }
  }
}

extension Evaluator {
  /// Evaluates a rule, or a named part of one, for one person.
  ///
  /// - Parameters:
  ///   - address: `aama/cma/eligibility`, or `aama/cma/eligibility#category-4`.
  ///   - on: the day the explanation is for.
  ///   - asked: the days for which the readings of a conflict are compared at the root.
  public func determine(
    _ address: String, _ evidence: Evidence, _ question: Question, on day: CivilDate, asked: DayInterval? = nil,
    explaining: Bool = true
  ) throws(DeterminationError) -> Determination {
    let ruleID = address.split(separator: "#").first.map(String.init) ?? address
    guard let rule = book.rule(ruleID) else { throw .unknownAddress(address) }
    begin(evidence, question, recording: explaining)
    let line: Timeline<Finding>
    if address == ruleID {
      line = timeline(of: rule.root, asked: asked ?? DayInterval(day))
    } else if let part = timeline(ofPart: address, in: rule.root) {
      line = part
    } else {
      throw .unknownAddress(address)
    }
    // A part that stands in several versions or records is explained where it decides.
    let trees = explaining ? explanations(at: address, on: day) : []
    let verdict = line.value(on: day).verdict
    return Determination(
      address: address, title: rule.title, question: question, timeline: line, on: day,
      explanation: trees.first { $0.finding.verdict == verdict } ?? trees.first)
  }
}
