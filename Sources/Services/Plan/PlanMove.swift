public import Knowledge
public import Rules
public import Vocabulary

/// "What if: move WA 2027-03-01": a move to another state in place of a plan to a credential.
public struct PlanMove: Sendable {
  public let to: Jurisdiction
  /// The first day there.
  public let day: CivilDate

  public init(to: Jurisdiction, day: CivilDate) { (self.to, self.day) = (to, day) }

  /// nil when no change is a move.
  ///
  /// - Throws: `QuestionError` for a move beside other changes, or one that cannot be read.
  public init?(_ changes: [String], _ base: KnowledgeBase) throws(QuestionError) {
    guard let text = changes.first(where: { $0.hasPrefix("move ") || $0 == "move" }) else { return nil }
    let parts = text.split(separator: " ").map(String.init)
    guard changes.count == 1 else {
      throw QuestionError(
        expected: "a move alone", found: changes.joined(separator: ", "),
        advice: "Ask for '\(text)' by itself: it answers another question than the other changes")
    }
    guard parts.count == 3, let day = CivilDate(parts[2]) else {
      throw QuestionError(
        expected: "a state and a day", found: text, advice: "Write it like \"move WA 2027-03-01\"")
    }
    to = try StateSubjects.state(parts[1], base)
    self.day = day
  }

  /// What changes for a person on that day, coming from the state of the record if it names one.
  public func plan(_ evidence: Evidence, _ base: KnowledgeBase, asOf: CivilDate) throws -> MovePlan {
    var from: Jurisdiction?
    if let person = evidence.records(of: .person).first, case .word(let name) = person["jurisdiction"] {
      from = base.jurisdiction(name)
    }
    return try StateAnswers(base).move(evidence, from: from, to: to, on: day, asOf: asOf)
  }
}
