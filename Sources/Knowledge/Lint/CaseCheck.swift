import Documents
import Rules
import Vocabulary

/// Every rule has worked examples: one that is met, where the rule can be met at all, and one that is not met or not
/// covered.
enum CaseCheck {
  static func faults(_ base: KnowledgeBase) -> [Fault] {
    let verdicts = Dictionary(grouping: base.cases) { example in
      example.address.split(separator: "#").first.map(String.init) ?? example.address
    }.mapValues { Set($0.map(\.expect.verdict)) }
    return base.book.rules.indices.flatMap { index -> [Fault] in
      let rule = base.book.rules[index]
      // Written by the program where no rule of a state was found.
      if TaskExpansion.isTaskRule(rule.id), !base.ownTaskRules.contains(rule.id) { return [] }
      // A rule that could not be read has no requirements; its own faults say why.
      guard base.book.requirements.indices.contains(rule.root),
        base.book.requirements[rule.root].rule == index
      else { return [] }
      let place = Place(base.book.requirements[rule.root].place)
      let found = verdicts[rule.id] ?? []
      if found.isEmpty {
        return [Fault("the rule '\(rule.id)' has no cases: add them beside it, in a file .cases.yaml", at: place)]
      }
      var faults: [Fault] = []
      if !found.contains(.met), base.book.canBeMet(rule.root) {
        faults.append(Fault("the rule '\(rule.id)' has no case with `verdict: met`", at: place))
      }
      if found.isDisjoint(with: [.notMet, .notCovered]) {
        faults.append(Fault("the rule '\(rule.id)' has no case with `verdict: not met` or `not covered`", at: place))
      }
      return faults
    }
  }
}

extension RuleBook {
  /// Whether some record could fulfil a requirement: a known gap below `all` stands in the way of everybody.
  func canBeMet(_ id: Requirement.ID) -> Bool {
    let requirement = requirements[id]
    if requirement.appliesWhen != nil || requirement.neededFor != nil { return true }
    return switch requirement.word {
    case .all(let ids), .conflict(_, let ids): ids.allSatisfy(canBeMet)
    case .any(let ids): ids.contains(where: canBeMet)
    case .atLeastOf(let n, let ids): ids.count(where: canBeMet) >= n
    case .some(_, let child): canBeMet(child)
    case .versions(_, let list): list.versions.contains { $0.requirement.map(canBeMet) ?? false }
    case .rule(let index): canBeMet(rules[index].root)
    case .leaf(.notKnown), .leaf(.prohibited): false
    case .leaf: true
    }
  }
}
