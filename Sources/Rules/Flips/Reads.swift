import Vocabulary

/// The facts that a rule reads, so that an answer is only tried on the rules that it can move.
struct Reads {
  private(set) var fields: Set<Field> = []
  /// Kinds of which the rule reads lists or binds records.
  private(set) var lists: Set<EvidenceKind> = []
  private var programDates = false

  init(_ book: RuleBook, below root: Requirement.ID) {
    var seen: Set<Requirement.ID> = []
    func walk(_ id: Requirement.ID) {
      guard seen.insert(id).inserted else { return }
      switch book.requirements[id].word {
      case .some(let kind, _): lists.insert(kind)
      case .leaf(let leaf):
        let reads = leaf.reads
        fields.formUnion(reads.fields)
        lists.formUnion(reads.lists)
        for filter in leaf.filters(in: book) { lists.insert(filter.kind) }
      case .versions(let governor, _):
        for event in governor.events {
          fields.formUnion(event.reads.fields)
          lists.formUnion(event.reads.lists)
        }
      default: break
      }
      for child in book.children(of: id) { walk(child) }
    }
    walk(root)
    programDates = fields.contains { $0.kind == .program && $0.content == .day }
  }

  /// Whether an addition may change the rule's answer. A decision may settle any requirement, and the dates of a
  /// program bound each other.
  func mayNotice(_ addition: Addition) -> Bool {
    switch addition {
    case .supply(_, let field, _), .happen(_, let field, _), .add(_, let field, _):
      field.kind == .decision || fields.contains(field) || lists.contains(field.kind) && field.kind != .program
        || programDates && field.kind == .program && field.content == .day
    case .complete(let record): notices(record.kind)
    case .completeTogether(let records): records.contains { notices($0.kind) }
    case .close(let kind): notices(kind)
    case .wait: false
    }
  }

  private func notices(_ kind: EvidenceKind) -> Bool {
    kind == .decision || lists.contains(kind) || fields.contains { $0.kind == kind }
  }
}

extension Governor {
  var events: [Event] {
    switch self {
    case .day, .act: []
    case .event(let event): [event]
    case .oneOf(let governors), .either(let governors): governors.flatMap(\.events)
    }
  }
}
