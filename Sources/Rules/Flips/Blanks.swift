import Vocabulary

extension RuleBook {
  /// The kinds of which the rules below a requirement want one record: a walk offers them a blank one.
  func blankKinds(below root: Requirement.ID) -> Set<EvidenceKind> {
    var kinds: Set<EvidenceKind> = []
    var seen: Set<Requirement.ID> = []
    func walk(_ id: Requirement.ID) {
      guard seen.insert(id).inserted else { return }
      switch requirements[id].word {
      case .some(let kind, _): kinds.insert(kind)
      case .leaf(let leaf): for field in leaf.reads.fields { kinds.insert(field.kind) }
      case .versions(let governor, _): for field in governor.fields { kinds.insert(field.kind) }
      default: break
      }
      for child in children(of: id) { walk(child) }
    }
    walk(root)
    return kinds
  }
}

extension Governor {
  fileprivate var fields: [Field] {
    switch self {
    case .day, .act: []
    case .event(let event): event.reads.fields
    case .oneOf(let governors), .either(let governors): governors.flatMap(\.fields)
    }
  }
}

extension Evidence {
  /// With one record of each kind of which nothing is known; an only record needs no second of a person.
  func withBlanks(of kinds: Set<EvidenceKind>) -> (evidence: Evidence, ids: Set<String>) {
    var result = self
    var ids: Set<String> = []
    for kind in EvidenceKind.allCases where kinds.contains(kind) {
      if kind == .person, !records(of: kind).isEmpty { continue }
      var id = "new-" + kind.rawValue
      while records.contains(where: { $0.id == id }) { id += "-more" }
      result.put(EvidenceRecord(id: id, kind: kind))
      ids.insert(id)
    }
    return (result, ids)
  }
}
