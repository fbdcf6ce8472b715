import Vocabulary

extension Explanation {
  /// The tree as people read it: simplified, and each fact told once for each way through the rule.
  public var readable: Explanation { simplified.sharingFacts(insideRecord: false) }

  /// A fact that several parts read stands on the nearest node above them all. It climbs no higher than the record it
  /// belongs to, so that each way through a rule still shows its own.
  func sharingFacts(insideRecord: Bool) -> Explanation {
    let isInside = insideRecord || isRecord
    let children = children.map { $0.sharingFacts(insideRecord: isInside) }
    guard isInside || !children.contains(where: \.holdsRecord) else { return with(facts: facts, children: children) }
    var readers: [Fact: Int] = [:]
    for child in children {
      for fact in Set(child.flattened.flatMap(\.facts)) { readers[fact, default: 0] += 1 }
    }
    var all = facts
    var seen = Set(facts)
    for fact in children.flatMap(\.flattened).flatMap(\.facts) where readers[fact, default: 0] > 1 {
      if seen.insert(fact).inserted { all.append(fact) }
    }
    return with(facts: all, children: children.map { $0.without(seen) })
  }

  private var isRecord: Bool { if case .record = role { true } else { false } }

  private var holdsRecord: Bool { isRecord || children.contains(where: \.holdsRecord) }

  private func without(_ told: Set<Fact>) -> Explanation {
    with(facts: facts.filter { !told.contains($0) }, children: children.map { $0.without(told) })
  }
}
