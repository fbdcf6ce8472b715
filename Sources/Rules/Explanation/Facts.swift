import Vocabulary

extension Leaf {
  /// The fields of the record in scope, and the kinds of lists, that the leaf reads.
  public var reads: (fields: [Field], lists: [EvidenceKind]) {
    switch self {
    case .isOneOf(let field, _), .isTrue(let field, _), .atLeast(let field, _), .atMost(let field, _): ([field], [])
    case .happened(let event): event.reads
    case .window(let window): window.event.reads
    case .related(.spanOverlaps(let field, _, let begin, let end)):
      ([field] + begin.reads.fields + end.reads.fields, [])
    case .related(.spanBeginsWithin(let field, _, _, let event, _)): ([field] + event.reads.fields, [])
    case .related(.later(let a, let b)): (a.reads.fields + b.reads.fields, a.reads.lists + b.reads.lists)
    case .holds(let holding): ([], [holding.filter.kind])
    case .points(let rule): ([], rule.reach == .cycle ? [.activity] : [.activity, .certification])
    case .worked(let rule):
      if case .event(let event) = rule.since {
        (event.reads.fields, [.work] + event.reads.lists)
      } else {
        ([], [.work])
      }
    case .attempts: ([], [.attempt])
    case .eachCycle(let cycle): cycle.from.reads
    case .entries(let rule): ([], [rule.filter.kind])
    case .life: ([], [.certification])
    case .none(let filter): ([], [filter.kind])
    case .inSeason(let season): ([], [season.filter.kind])
    case .notKnown, .unconditional, .prohibited: ([], [])
    }
  }
}

extension Event {
  var reads: (fields: [Field], lists: [EvidenceKind]) {
    switch self {
    case .field(let field): ([field], [])
    case .latestOf(let events), .earliestOf(let events):
      (events.flatMap(\.reads.fields), events.flatMap(\.reads.lists))
    case .first(let filter, _), .last(let filter, _), .nth(_, let filter, _): ([], [filter.kind])
    case .day: ([], [])
    case .lifeStart, .lifeExpiry: ([], [.certification])
    }
  }
}

extension Evaluator {
  /// The stated facts that a leaf read.
  func facts(of leaf: Leaf, _ scope: Scope) -> [Explanation.Fact] {
    let reads = leaf.reads
    var facts: [Explanation.Fact] = []
    for field in reads.fields {
      if let record = record(field.kind, scope), record.values[field.slot] != .unknown {
        facts.append(fact(record, field))
      }
    }
    for filter in leaf.filters(in: book) {
      for (record, _) in matching(filter).prefix(40) {
        for field in filter.kind.fields where field.isTelling && record.values[field.slot] != .unknown {
          facts.append(fact(record, field))
        }
      }
    }
    return facts
  }

  private func fact(_ record: SettledRecord, _ field: Field) -> Explanation.Fact {
    .init(
      record: record.id, field: field, value: record.values[field.slot], grade: record.grade,
      provenance: record.provenance)
  }

  /// What nobody said, or said only in part.
  func gaps(of leaf: Leaf, _ scope: Scope) -> [Explanation.Gap] {
    let reads = leaf.reads
    var gaps: [Explanation.Gap] = []
    for field in reads.fields {
      guard let record = record(field.kind, scope) else {
        gaps.append(.init(kind: field.kind, field: field, record: nil))
        continue
      }
      if record.values[field.slot].isOpen { gaps.append(.init(kind: field.kind, field: field, record: record.id)) }
    }
    for kind in reads.lists where view.unlisted(kind) != nil {
      gaps.append(.init(kind: kind, field: nil, record: nil))
    }
    for filter in leaf.filters(in: book) {
      for (record, _) in matching(filter) {
        for field in filter.kind.fields where record.values[field.slot].isOpen && leaf.needs(field) {
          gaps.append(.init(kind: filter.kind, field: field, record: record.id))
        }
      }
    }
    return gaps
  }
}

extension FactValue {
  /// Not given, or only in part.
  var isOpen: Bool {
    switch self {
    case .unknown: true
    case .day(let days, _): !days.isExact
    case .amount(let low, let high): low != high
    case .never, .flag, .word, .words, .spans: false
    }
  }
}

extension Field {
  /// Worth showing for a record of a list.
  var isTelling: Bool {
    switch content {
    case .day, .amount: true
    case .name: name == "of" || name == "employer"
    case .choice: ["result", "category", "approved_by", "outcome", "type", "role"].contains(name)
    case .flag, .set, .spans: false
    }
  }
}

extension Leaf {
  func filters(in book: RuleBook) -> [RecordFilter] {
    switch self {
    case .holds(let holding): [holding.filter]
    case .points(let rule): [rule.filter]
    case .worked(let rule): [rule.filter]
    case .attempts(let rule): [rule.filter]
    case .entries(let rule): [rule.filter]
    case .none(let filter): [filter]
    case .inSeason(let season): [season.filter]
    case .life(let id, _): [certificationFilter(book.lives[id].credential)]
    case .happened(let event): event.filters(in: book)
    case .window(let window): window.event.filters(in: book)
    case .eachCycle(let cycle): cycle.from.filters(in: book)
    case .related(.later(let a, let b)): a.filters(in: book) + b.filters(in: book)
    case .isOneOf, .isTrue, .atLeast, .atMost, .related, .notKnown, .unconditional, .prohibited: []
    }
  }

  /// Whether a gap in this field of a listed record matters to the leaf.
  func needs(_ field: Field) -> Bool {
    switch self {
    case .holds: field.content == .day
    case .points(let rule):
      field.name == "date" || field.name == "amount" || field.name == "category" && !rule.each.isEmpty
        || field.name == "approved_by" && rule.approved != nil
    case .worked(let rule):
      field.name == "from" || field.name == "until" || rule.filter.words.contains { $0.field == field }
        || field.name == "hours_per_week" && (rule.isHours || rule.fullTime != nil)
    case .attempts(let rule): field.name == "date" || rule.filter.words.contains { $0.field == field }
    case .inSeason(let season): field == season.day
    case .entries, .none, .life, .happened, .window, .eachCycle, .related:
      field.name == "date" || field.name == "expires"
    case .isOneOf, .isTrue, .atLeast, .atMost, .notKnown, .unconditional, .prohibited: false
    }
  }
}

func certificationFilter(_ credential: String) -> RecordFilter {
  RecordFilter(
    kind: .certification,
    words: [.init(field: EvidenceKind.certification.fields[CertificationSlot.of], accepted: [credential])])
}

extension Event {
  func filters(in book: RuleBook) -> [RecordFilter] {
    switch self {
    case .first(let filter, _), .last(let filter, _), .nth(_, let filter, _): [filter]
    case .latestOf(let events), .earliestOf(let events): events.flatMap { $0.filters(in: book) }
    case .lifeStart(let id), .lifeExpiry(let id): [certificationFilter(book.lives[id].credential)]
    case .field, .day: []
    }
  }
}
