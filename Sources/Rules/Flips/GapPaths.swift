import Vocabulary

extension Explanation {
  /// The fewest facts that must all be known to settle this node in a way that goes through the given one; nil when
  /// it plays no part here.
  func shortestPath(through gap: Gap) -> [Gap]? {
    guard isOpen else { return nil }
    if joint == .any || joint == .some {
      if gaps.contains(gap) { return [gap] }
      return children.compactMap { $0.shortestPath(through: gap) }.min { $0.count < $1.count }
    }
    if gaps.contains(gap) { return gaps }
    var best: [Gap]?
    for (i, child) in children.enumerated() {
      guard var path = child.shortestPath(through: gap) else { continue }
      for (j, other) in children.enumerated() where j != i {
        path += other.fewestGaps.filter { !path.contains($0) }
      }
      if best.map({ path.count < $0.count }) ?? true { best = path }
    }
    return best
  }

  /// The fewest facts that settle this node.
  private var fewestGaps: [Gap] {
    guard isOpen else { return [] }
    if joint == .any || joint == .some {
      let ways = children.filter { $0.finding.verdict == .undetermined }.map(\.fewestGaps) + gaps.map { [$0] }
      return ways.filter { !$0.isEmpty }.min { $0.count < $1.count } ?? []
    }
    var result = gaps
    for child in children { result += child.fewestGaps.filter { !result.contains($0) } }
    return result
  }

  private var isOpen: Bool { finding.verdict == .undetermined || finding.verdict == .notCovered }
}

extension Evaluator {
  /// The tree of a rule, or those of a named part of it in each version. Call after `begin(…, recording: true)`.
  func explanations(at address: String, on day: CivilDate) -> [Explanation] {
    let id = address.split(separator: "#").first.map(String.init) ?? address
    guard let rule = book.rule(id) else { return [] }
    let tree = explain(rule.root, on: day)
    if address == id { return [tree] }
    return tree.flattened.filter { book.requirements[$0.requirement].answers(to: address) }
  }
}
