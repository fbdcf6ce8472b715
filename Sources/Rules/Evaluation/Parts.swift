public import Vocabulary

extension Evaluator {
  /// A named part of a rule, on its own: one route, one condition. Under versions, each version's own part; a
  /// version without it does not know that part: not met.
  public func timeline(ofPart address: String, in root: Requirement.ID) -> Timeline<Finding>? {
    part(address, root, .open)
  }

  private func part(_ address: String, _ id: Requirement.ID, _ scope: Scope) -> Timeline<Finding>? {
    let requirement = book.requirements[id]
    if requirement.answers(to: address) { return timeline(id, scope) }
    switch requirement.word {
    case .versions(let governor, let list):
      guard list.versions.contains(where: { $0.requirement.flatMap { part(address, $0, scope) } != nil }) else {
        return nil
      }
      return governed(governor, list, reviewBy: book.rules[requirement.rule].reviewBy, scope) {
        self.part(address, $0, scope) ?? Timeline(Finding(.notMet))
      }
    case .some(let kind, let child):
      guard book.contains(address, below: child) else { return nil }
      return some(kind, child, scope) { self.part(address, $0, $1) ?? Timeline(Finding(.notMet)) }
    default:
      for child in book.children(of: id) where book.requirements[child].rule == requirement.rule {
        if let found = part(address, child, scope) { return found }
      }
      return nil
    }
  }
}
