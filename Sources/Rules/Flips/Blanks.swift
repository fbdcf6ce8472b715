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
      case .versions(let governor, _): for field in governor.events.flatMap(\.reads.fields) { kinds.insert(field.kind) }
      default: break
      }
      for child in children(of: id) { walk(child) }
    }
    walk(root)
    return kinds
  }
}

extension Evidence {
  /// With one record of each kind of which nothing is known, or the one that an earlier round began; an only record
  /// needs no second of a person.
  ///
  /// - Parameter taken: the ids of the person's own records.
  func withBlanks(of kinds: Set<EvidenceKind>, taken: Set<String>) -> (evidence: Evidence, ids: Set<String>) {
    var result = self
    var ids: Set<String> = []
    for kind in EvidenceKind.allCases where kinds.contains(kind) {
      let id = EvidenceRecord.newID("new-" + kind.rawValue, taken: taken)
      let isBegun = records.contains { $0.id == id }
      if kind == .person, !isBegun, !records(of: kind).isEmpty { continue }
      if !isBegun { result.put(EvidenceRecord(id: id, kind: kind)) }
      ids.insert(id)
    }
    return (result, ids)
  }
}

extension EvidenceRecord {
  /// An id that no record of the person has.
  static func newID(_ id: String, taken: Set<String>) -> String {
    var id = id
    while taken.contains(id) { id += "-more" }
    return id
  }
}
