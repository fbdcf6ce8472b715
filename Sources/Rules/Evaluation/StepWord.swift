/// The word of a step with its parts by position in `StepParts`: it holds nothing that is counted, so that reading it
/// costs nothing.
enum StepWord: Sendable {
  case all(Range<Int>)
  case any(Range<Int>)
  case atLeastOf(Int, Range<Int>)
  case some(EvidenceKind, Requirement.ID)
  case versions(Int)
  case conflict(Int, Range<Int>)
  /// Another rule's root.
  case root(Requirement.ID)
  case leaf(Int)
}

/// What the words of all steps name, each kind of part in one list.
struct StepParts: Sendable {
  private(set) var children: ContiguousArray<Requirement.ID> = []
  private(set) var versions: ContiguousArray<Governed> = []
  private(set) var leaves: ContiguousArray<Leaf> = []

  /// Versions with the day that chooses one.
  final class Governed: Sendable {
    let governor: Governor
    let list: VersionList

    init(_ governor: Governor, _ list: VersionList) {
      self.governor = governor
      self.list = list
    }
  }

  /// The word of a step; its parts are added to the lists.
  mutating func word(_ word: Word, _ book: RuleBook) -> StepWord {
    switch word {
    case .all(let ids): return .all(add(ids))
    case .any(let ids): return .any(add(ids))
    case .atLeastOf(let least, let ids): return .atLeastOf(least, add(ids))
    case .some(let kind, let child): return .some(kind, child)
    case .versions(let governor, let list):
      versions.append(Governed(governor, list))
      return .versions(versions.count - 1)
    case .conflict(let number, let ids): return .conflict(number, add(ids))
    case .rule(let index): return .root(book.rules[index].root)
    case .leaf(let leaf):
      leaves.append(leaf)
      return .leaf(leaves.count - 1)
    }
  }

  private mutating func add(_ ids: [Requirement.ID]) -> Range<Int> {
    children += ids
    return children.count - ids.count..<children.count
  }
}
