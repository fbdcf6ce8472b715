import Vocabulary

/// A requirement as the evaluator needs it: without the texts and sources, and with what can be known before any
/// person is.
struct Step: Sendable {
  let word: StepWord
  let measuredOn: Act.ID?
  let neededFor: Act.ID?
  let appliesWhen: Requirement.ID?
  let asks: EvidenceGrade
  let rule: Int
  /// The last day on which open-ended versions of its rule count.
  let reviewBy: CivilDate
  /// The conflicts that stand here or below, also in rules it refers to; sorted.
  let conflicts: [Int]
  /// Whether there are any.
  let isForked: Bool
  /// The kinds of record that, bound by `some`, make a difference here: bits by `EvidenceKind.index`.
  let kinds: UInt16
  /// Whether the cycle of an enclosing `each_cycle` makes a difference.
  let readsCycle: Bool
  /// The first requirement with an equal leaf; -1: not a leaf.
  let leaf: Requirement.ID
  /// Whether an equal leaf stands elsewhere too.
  let isCommonLeaf: Bool
  /// Whether it is read more than once for one record: by several requirements, or as a version, which several spans
  /// of days may choose.
  let isShared: Bool
  /// Whether it is read more than once outside of every scope: shared, or read anew under each reading of a conflict
  /// that it does not hang on itself.
  let isKept: Bool

  init(
    _ requirement: Requirement, word: StepWord, reviewBy: CivilDate, dependence: Dependence, leaf: Requirement.ID,
    isCommonLeaf: Bool,
    isShared: Bool, isBelowFork: Bool
  ) {
    self.word = word
    measuredOn = requirement.measuredOn
    neededFor = requirement.neededFor
    appliesWhen = requirement.appliesWhen
    asks = requirement.asks
    rule = requirement.rule
    self.reviewBy = reviewBy
    conflicts = dependence.conflicts.sorted()
    isForked = !conflicts.isEmpty
    kinds = dependence.kinds
    readsCycle = dependence.cycle
    self.leaf = leaf
    self.isCommonLeaf = isCommonLeaf
    self.isShared = isShared
    isKept = isShared || isBelowFork && !isForked
  }
}

extension EvidenceKind {
  var bit: UInt16 { 1 << UInt16(index) }
}

/// What a requirement hangs on besides the evidence.
struct Dependence {
  var conflicts: Set<Int> = []
  var kinds: UInt16 = 0
  var cycle = false

  mutating func join(_ other: Dependence) {
    conflicts.formUnion(other.conflicts)
    kinds |= other.kinds
    cycle = cycle || other.cycle
  }
}

extension RuleBook {
  /// One step a requirement, and the parts that their words name.
  func makeSteps() -> (steps: ContiguousArray<Step>, parts: StepParts) {
    var parts = StepParts()
    var known: [Dependence?] = Array(repeating: nil, count: requirements.count)
    var leaves: [Leaf: Requirement.ID] = [:]
    var firstLeaf = Array(repeating: -1, count: requirements.count)
    var leafUses = Array(repeating: 0, count: requirements.count)
    var uses = Array(repeating: 0, count: requirements.count)
    var isBelowFork = Array(repeating: false, count: requirements.count)
    // A rule is asked by itself too.
    for rule in rules where requirements.indices.contains(rule.root) { uses[rule.root] += 1 }
    for id in requirements.indices {
      let children = children(of: id)
      // Asked for each governing day, or for each cycle.
      let isRepeating =
        switch requirements[id].word {
        case .versions, .leaf(.eachCycle): true
        case .all, .any, .atLeastOf, .some, .conflict, .rule, .leaf: false
        }
      let isForked = !dependence(of: id, &known).conflicts.isEmpty
      for child in children {
        uses[child] += isRepeating ? 2 : 1
        if isForked { isBelowFork[child] = true }
      }
      if case .leaf(let words) = requirements[id].word {
        let first = leaves[words] ?? id
        leaves[words] = first
        firstLeaf[id] = first
        leafUses[first] += 1
      }
    }
    let steps = requirements.indices.map { id in
      let requirement = requirements[id]
      let leaf = firstLeaf[id]
      let reviewBy = rules.indices.contains(requirement.rule) ? rules[requirement.rule].reviewBy : .distantFuture
      return Step(
        requirement, word: parts.word(requirement.word, self), reviewBy: reviewBy,
        dependence: dependence(of: id, &known), leaf: leaf,
        isCommonLeaf: leaf >= 0 && leafUses[leaf] > 1, isShared: uses[id] > 1, isBelowFork: isBelowFork[id])
    }
    return (ContiguousArray(steps), parts)
  }

  private func dependence(of id: Requirement.ID, _ known: inout [Dependence?]) -> Dependence {
    if let dependence = known[id] { return dependence }
    // A rule that refers to itself ends here.
    known[id] = Dependence()
    var result = Dependence()
    for child in children(of: id) { result.join(dependence(of: child, &known)) }
    switch requirements[id].word {
    case .conflict(let conflict, _): result.conflicts.insert(conflict)
    // Binds a record of its own.
    case .some: result.kinds = 0
    case .rule:
      result.kinds = 0
      result.cycle = false
    case .versions(let governor, _): result.kinds |= governor.kinds
    case .leaf(let leaf):
      for field in leaf.reads.fields { result.kinds |= field.kind.bit }
      // Runs cycles of its own.
      if case .eachCycle = leaf { result.cycle = false }
      if leaf.isInCycle { result.cycle = true }
    case .all, .any, .atLeastOf: break
    }
    // A condition is read in the scope of its requirement, not inside what that binds.
    if let condition = requirements[id].appliesWhen { result.join(dependence(of: condition, &known)) }
    known[id] = result
    return result
  }
}

extension Leaf {
  /// Whether it counts inside the cycle of the enclosing `each_cycle`.
  fileprivate var isInCycle: Bool {
    switch self {
    case .points(let rule): rule.reach == .cycle
    case .entries(let rule): rule.reach == .cycle
    default: false
    }
  }
}

extension Governor {
  fileprivate var kinds: UInt16 {
    switch self {
    case .day, .act: 0
    case .event(let event): event.reads.fields.reduce(0) { $0 | $1.kind.bit }
    case .oneOf(let governors), .either(let governors): governors.reduce(0) { $0 | $1.kinds }
    }
  }
}
