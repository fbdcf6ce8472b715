public import Rules
public import Vocabulary

extension RuleBook {
  /// The words of a rule that are in force on a day, and where they come from: the first that says something.
  public func saying(_ id: Requirement.ID, on day: CivilDate) -> (text: Phrase?, citations: [Citation]) {
    let requirement = requirements[id]
    if case .versions(_, let list) = requirement.word {
      let candidates = list.choices.value(on: day).candidates
      if let version = candidates.last.map({ list.versions[$0] }) {
        let inner = version.requirement.map { saying($0, on: day) }
        let own = version.citations.isEmpty ? inner?.citations ?? [] : version.citations
        return (inner?.text ?? requirement.text, own.isEmpty ? requirement.citations : own)
      }
    }
    if requirement.text != nil { return (requirement.text, requirement.citations) }
    for child in children(of: id) where requirements[child].rule == requirement.rule {
      let found = saying(child, on: day)
      if found.text != nil {
        return (found.text, requirement.citations.isEmpty ? found.citations : requirement.citations)
      }
    }
    return (nil, requirement.citations)
  }
}
