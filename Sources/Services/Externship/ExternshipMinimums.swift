public import Knowledge
public import Rules
public import Vocabulary

/// The least that programs, bodies and states ask of an externship, as the packs say it: each with its source, side by side. It
/// compares nothing with a ledger: whether a rule is met is said by the evaluator, from what the program states.
public struct ExternshipMinimums: Sendable {
  /// Of what a minimum is one.
  public enum Measure: CaseIterable, Hashable, Sendable {
    case hours, injections, bloodDraws

    /// The field of a record that rules ask for.
    var path: String {
      switch self {
      case .hours: "program.practicum_hours"
      case .injections: "program.injections"
      case .bloodDraws: "program.phlebotomies"
      }
    }
  }

  /// One minimum.
  public struct Minimum: Hashable, Sendable {
    public let measure: Measure
    public let least: Quantity
    /// The words of the requirement it belongs to; nil: it has none.
    public let text: Phrase?
    public let grade: RuleGrade
    public let citations: [Citation]
  }

  /// Who asks for it.
  public struct Asked: Hashable, Sendable {
    public let name: Phrase
    /// Empty: none is known.
    public let minimums: [Minimum]
  }

  private let base: KnowledgeBase
  private let day: CivilDate

  /// - Parameter day: the day whose rules are asked about.
  public init(_ base: KnowledgeBase, on day: CivilDate) { (self.base, self.day) = (base, day) }

  /// What each certifying body asks for on the way to its exam, in the order of the packs.
  public var bodies: [Asked] {
    base.credentials.compactMap { credential in
      guard let rule = base.book.rule(credential.id + "/eligibility") else { return nil }
      return Asked(name: Phrase(credential.mark, credential.mark), minimums: minimums(below: rule.root))
    }
  }

  /// What the law of a state asks for: `us-wa`. Nil where there is no such state.
  public func state(_ id: String) -> Asked? {
    guard let state = base.jurisdiction(id) else { return nil }
    let found = base.book.rules.filter { $0.id.hasPrefix(id + "/") }.flatMap { minimums(below: $0.root) }
    return Asked(name: state.name, minimums: found.unique)
  }

  /// What accreditors ask of the programs they accredit.
  public var accreditors: [Asked] {
    base.values.filter { $0.name == "standards.practicum-hours" }.map { value in
      let found = value.answers(on: day).compactMap { answer -> Minimum? in
        guard case .amount(let least, unit: "hours") = answer.reading.content else { return nil }
        return Minimum(
          measure: .hours, least: least, text: value.text, grade: answer.grade, citations: answer.reading.citations)
      }
      let name = value.owner.split(separator: "/").last.map { $0.uppercased() } ?? value.owner
      return Asked(name: Phrase(name, name), minimums: found)
    }
  }

  // MARK: - Inside

  /// What is told of a place in a rule by what stands above it.
  private struct Above {
    var text: Phrase?
    var grade = RuleGrade.stated
    var citations: [Citation] = []
  }

  private func minimums(below root: Requirement.ID) -> [Minimum] {
    var found: [Minimum] = []
    var seen: Set<Requirement.ID> = []
    walk(root, Above(), &seen, &found)
    return found.unique
  }

  private func walk(
    _ id: Requirement.ID, _ above: Above, _ seen: inout Set<Requirement.ID>, _ found: inout [Minimum]
  ) {
    guard seen.insert(id).inserted else { return }
    let requirement = base.book.requirements[id]
    var above = above
    if !requirement.citations.isEmpty { above.citations = requirement.citations }
    switch requirement.word {
    case .leaf(.atLeast(let field, let least)):
      guard let measure = Measure.allCases.first(where: { $0.path == field.path }) else { return }
      found.append(
        Minimum(
          measure: measure, least: least, text: above.text ?? requirement.text, grade: above.grade,
          citations: above.citations))
    case .leaf: break
    case .versions(_, let list):
      let choice = list.choices.value(on: day)
      for index in choice.candidates {
        let version = list.versions[index]
        guard let child = version.requirement else { continue }
        var below = above
        if !version.citations.isEmpty { below.citations = version.citations }
        below.grade =
          !version.isBodys ? .reported : choice.isDated && choice.candidates.count == 1 ? .stated : .presumed
        below.text = requirement.text ?? above.text
        walk(child, below, &seen, &found)
      }
    case .all(let ids), .any(let ids), .atLeastOf(_, let ids), .conflict(_, let ids):
      above.text = requirement.text ?? above.text
      for child in ids { walk(child, above, &seen, &found) }
    case .some(_, let child):
      above.text = requirement.text ?? above.text
      walk(child, above, &seen, &found)
    case .rule(let rule): walk(base.book.rules[rule].root, above, &seen, &found)
    }
  }
}

extension [ExternshipMinimums.Minimum] {
  /// Each once, in their order.
  fileprivate var unique: Self { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
