import Vocabulary

/// Alternative drafts for one requirement, none a superset of another. No draft: nothing helps. The empty draft:
/// nothing is needed.
struct Drafts {
  var list: [Draft]
  /// Whether a limit left something out.
  var isCut = false

  static let nothingHelps = Drafts(list: [])
  static let nothingNeeded = Drafts(list: [Draft()])
  static let time = Drafts(list: [Draft(waits: true)])

  init(list: [Draft], isCut: Bool = false) {
    self.list = list
    self.isCut = isCut
  }

  init(_ addition: Addition) { list = [Draft(additions: [addition])] }

  init(_ slot: Slot, _ need: Need) { list = [Draft(needs: [slot: need])] }

  /// Also after some time has passed.
  var later: Drafts {
    var result = self
    for i in result.list.indices { result.list[i].waits = true }
    return result
  }

  /// Either suffices.
  func or(_ other: Drafts, _ limit: FlipLimit) -> Drafts {
    if other.list.isEmpty, !other.isCut { return self }
    return Drafts(list: list + other.list, isCut: isCut || other.isCut).minimal(limit)
  }

  /// Both are needed.
  func and(_ other: Drafts, _ limit: FlipLimit) -> Drafts {
    if list == [Draft()], !isCut { return other }
    if other.list == [Draft()], !other.isCut { return self }
    var result: [Draft] = []
    var seen: Set<Draft> = []
    var cut = isCut || other.isCut
    for a in list {
      for b in other.list {
        guard let both = a.merged(with: b) else { continue }
        // Two more than a flip may have: the proof may find that some are not needed.
        if both.size > limit.additions + 2 { cut = true } else if seen.insert(both).inserted { result.append(both) }
      }
    }
    return Drafts(list: result, isCut: cut).minimal(limit)
  }

  private func minimal(_ limit: FlipLimit) -> Drafts {
    let ordered = list.enumerated().map { ($0.element, $0.element.size, $0.offset) }
      .sorted { ($0.1, $0.2) < ($1.1, $1.2) }
    var kept: [Draft] = []
    var cut = isCut
    for (draft, _, _) in ordered where !kept.contains(where: { $0.isSubset(of: draft) }) {
      if kept.count == limit.sets {
        cut = true
        break
      }
      kept.append(draft)
    }
    return Drafts(list: kept, isCut: cut)
  }
}
