import Vocabulary

extension Explanation {
  /// The tree for reading: nodes that say nothing of their own give way to their one child, which takes over their
  /// sources, name and place; nested groups of one kind without words become one.
  public var simplified: Explanation {
    let children = self.children.map(\.simplified)
    if children.count == 1, let child = children.first, isPlumbing {
      return child.taking(from: self)
    }
    return with(
      facts: facts,
      children: children.flatMap { child -> [Explanation] in
        // `all` below `all` without words of its own is the same list.
        child.joint == joint && child.isWordless && (joint == .all || joint == .any) ? child.children : [child]
      })
  }

  /// Without words, conflict or sources, and not standing for a record, version or reading.
  private var isWordless: Bool {
    text == nil && conflict == nil && citations.isEmpty && gaps.isEmpty && role == .requirement
  }

  private var isPlumbing: Bool {
    switch joint {
    case .versions: text == nil && conflict == nil && role == .requirement && !isStale
    case .all, .any, .rule: text == nil && conflict == nil && gaps.isEmpty
    case .atLeast, .some, .conflict, .leaf: false
    }
  }

  private func taking(from parent: Explanation) -> Explanation {
    var cited = Set(citations)
    let more = parent.citations.filter { cited.insert($0).inserted }
    return Explanation(
      requirement: requirement, path: parent.name == nil ? path : parent.path, name: parent.name ?? name,
      text: text, role: role == .requirement ? parent.role : role, joint: joint, finding: parent.finding,
      span: parent.span, citations: citations + more, facts: facts, sums: sums, gaps: gaps, conflict: conflict,
      isStale: isStale, children: children)
  }

  /// The same node with other facts and parts.
  func with(facts: [Fact], children: [Explanation]) -> Explanation {
    Explanation(
      requirement: requirement, path: path, name: name, text: text, role: role, joint: joint, finding: finding,
      span: span, citations: citations, facts: facts, sums: sums, gaps: gaps, conflict: conflict, isStale: isStale,
      children: children)
  }
}
