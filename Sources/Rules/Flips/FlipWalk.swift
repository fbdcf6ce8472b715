import Vocabulary

/// Walks a requirement that is not met and lists what would help, from each leaf up: `any` is the union, `all` the
/// cross product. It only proposes; `FlipSearch` applies each set and evaluates again.
struct FlipWalk {
  let evaluator: Evaluator
  /// The person, with one blank record of each kind that the rules want one of.
  let evidence: Evidence
  let blanks: Set<String>
  /// Ids of the person's own records.
  let taken: Set<String>
  let limit: FlipLimit
  /// The day that is to be met.
  let day: CivilDate
  /// Later days on which some part is met without help: worth a walk of their own.
  var laterDays: Set<CivilDate> = []

  var book: RuleBook { evaluator.book }
  var asOf: CivilDate { evaluator.question.asOf }

  /// Call after `Evaluator.begin(evidence, …, recording: true)`.
  init(
    _ evaluator: Evaluator, _ evidence: Evidence, blanks: Set<String>, taken: Set<String>, limit: FlipLimit,
    day: CivilDate
  ) {
    self.evaluator = evaluator
    self.evidence = evidence
    self.blanks = blanks
    self.taken = taken
    self.limit = limit
    self.day = day
  }

  /// - Parameter part: the address of a named part that is still to be found below the requirement.
  mutating func drafts(_ id: Requirement.ID, _ scope: Scope, _ day: CivilDate, part: String?) -> Drafts {
    let requirement = book.requirements[id]
    if let part, !requirement.answers(to: part) { return inside(requirement, scope, day, part: part) }
    if let decision = refusal(of: requirement, day) { return decision }
    let line = evaluator.timeline(id, scope)
    if line.value(on: day).verdict == .met { return .nothingNeeded }
    let pin = requirement.measuredOn.flatMap { evaluator.question.pins[$0] }
    var result = inside(requirement, scope, pin ?? day, part: nil)
    // Inside a cycle the day is its last one: waiting there means nothing.
    if scope.cycle < 0, let met = line.first(from: day, where: { $0.verdict == .met }) {
      laterDays.insert(met)
      result = result.or(.time, limit)
    }
    return result
  }

  private mutating func inside(_ requirement: Requirement, _ scope: Scope, _ day: CivilDate, part: String?) -> Drafts {
    switch requirement.word {
    case .all(let ids):
      if part != nil { return first(ids, scope, day, part) }
      return all(ids, scope, day)
    case .any(let ids):
      if part != nil { return first(ids, scope, day, part) }
      return ids.reduce(.nothingHelps) { $0.or(drafts($1, scope, day, part: nil), limit) }
    case .atLeastOf(let count, let ids):
      if part != nil { return first(ids, scope, day, part) }
      return atLeast(count, ids[...], scope, day)
    case .some(let kind, let child):
      let records = evaluator.view.records(kind).indices
      return records.reduce(.nothingHelps) { result, i in
        let bound = scope.bound(to: kind, Int32(i))
        return result.or(drafts(child, bound, day, part: part), limit)
      }
    case .versions(let governor, let list):
      return versions(governor, list, book.rules[requirement.rule], scope, day, part)
    case .conflict(_, let readings):
      if part != nil { return first(readings, scope, day, part) }
      return all(readings, scope, day)
    case .rule(let index): return drafts(book.rules[index].root, .open, day, part: part)
    case .leaf(.eachCycle(let rule)): return cycles(rule, scope, day)
    case .leaf(let leaf): return self.leaf(leaf, scope, day)
    }
  }

  private mutating func first(_ ids: [Requirement.ID], _ scope: Scope, _ day: CivilDate, _ part: String?) -> Drafts {
    guard let part, let id = ids.first(where: { book.contains(part, below: $0) }) else { return .nothingHelps }
    return drafts(id, scope, day, part: part)
  }

  mutating func all(_ ids: [Requirement.ID], _ scope: Scope, _ day: CivilDate) -> Drafts {
    ids.reduce(.nothingNeeded) { result, id in
      result.list.isEmpty ? result : result.and(drafts(id, scope, day, part: nil), limit)
    }
  }

  private mutating func atLeast(
    _ count: Int, _ ids: ArraySlice<Requirement.ID>, _ scope: Scope, _ day: CivilDate
  ) -> Drafts {
    guard count > 0 else { return .nothingNeeded }
    guard count <= ids.count, let head = ids.first else { return .nothingHelps }
    let with = drafts(head, scope, day, part: nil).and(atLeast(count - 1, ids.dropFirst(), scope, day), limit)
    return with.or(atLeast(count, ids.dropFirst(), scope, day), limit)
  }

  /// What the issuer has refused, only the issuer can give.
  private func refusal(of requirement: Requirement, _ day: CivilDate) -> Drafts? {
    guard evaluator.view.decisions else { return nil }
    var last: (record: SettledRecord, day: CivilDate)?
    for record in evaluator.view.records(.decision) {
      guard case .word(let about) = record.values[DecisionSlot.about], requirement.answers(to: about) else { continue }
      let on = record.days(DecisionSlot.on).last
      if on <= day, last.map({ $0.day <= on }) ?? true { last = (record, on) }
    }
    guard let last, last.record.values[DecisionSlot.outcome] == .word("refused") else { return nil }
    var approval = EvidenceRecord(id: "", kind: .decision)
    for slot in approval.values.indices { approval.values[slot] = last.record.values[slot] }
    approval["outcome"] = .word("approved")
    approval["date"] = .day(DayInterval(max(asOf, last.day)), expected: false)
    return Drafts(.complete(approval.renamed(newID(approval), grade: .issuer)))
  }
}
