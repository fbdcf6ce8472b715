public import Rules
import Vocabulary

extension RuleBook {
  /// Names and words of the eligibility routes of a rule, in the order of the pack, each once: the named parts of
  /// the choice called `route`, or of the first choice there is.
  public func eligibilityRoutes(of rule: Rule) -> [PlanRequest.Route] {
    var found: [PlanRequest.Route] = []
    func collect(_ id: Requirement.ID) {
      switch requirements[id].word {
      case .any(let children):
        for child in children {
          guard let name = partName(of: child), !found.contains(where: { $0.name == name }) else { continue }
          found.append(.init(name: name, text: partText(of: child) ?? Phrase(name, name)))
        }
      case .versions(_, let list): list.versions.reversed().compactMap(\.requirement).forEach(collect)
      case .conflict(_, let readings): readings.forEach(collect)
      case .some(_, let child): collect(child)
      case .all(let children) where children.count == 1: collect(children[0])
      case .all, .atLeastOf, .rule, .leaf: break
      }
    }
    func search(_ id: Requirement.ID) -> Bool {
      if partName(of: id) == "route" {
        collect(id)
        return true
      }
      return children(of: id).filter { requirements[$0].rule == requirements[id].rule }.contains(where: search)
    }
    if !search(rule.root) { collect(rule.root) }
    return found
  }

  /// The name of a part; one that carries a date of its own has it on its version.
  func partName(of id: Requirement.ID) -> String? {
    if let name = requirements[id].name { return name }
    if case .versions(_, let list) = requirements[id].word {
      return list.versions.compactMap(\.requirement).compactMap { partName(of: $0) }.first
    }
    return nil
  }

  private func partText(of id: Requirement.ID) -> Phrase? {
    if let text = requirements[id].text { return text }
    for child in children(of: id) {
      if let text = partText(of: child) { return text }
    }
    return nil
  }
}
