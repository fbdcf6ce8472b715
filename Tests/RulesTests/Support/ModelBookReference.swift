import Rules
import Vocabulary

/// The meaning of a rule on one day for a person of whom everything is known to the day: no timelines, no intervals,
/// every word asked anew. Slow, and written from the words of the pack syntax alone.
///
/// true: met, false: not met, nil: the rules themselves do not settle it.
struct DayByDay {
  let book: RuleBook
  let evidence: Evidence
  let question: Question
  private var readings: [Int: Int] = [:]

  struct Context {
    var records: [EvidenceKind: EvidenceRecord] = [:]
    var cycle: DayInterval?
  }

  init(_ book: RuleBook, _ evidence: Evidence, _ question: Question) {
    self.book = book
    self.evidence = evidence
    self.question = question
  }

  /// All combinations of readings compared at the root.
  func answer(_ root: Requirement.ID, on day: CivilDate) -> Bool? {
    if let local = verdict(root, day, Context()) { return local }
    let conflicts = conflicts(below: root)
    var runs = [DayByDay](arrayLiteral: self)
    for conflict in conflicts {
      runs = runs.flatMap { run in
        (0..<book.conflicts[conflict].readings).map { reading in
          var next = run
          next.readings[conflict] = reading
          return next
        }
      }
    }
    guard runs.count > 1, runs.count <= 16 else { return nil }
    return DayByDay.same(runs.map { $0.verdict(root, day, Context()) })
  }

  private func conflicts(below root: Requirement.ID) -> [Int] {
    var seen: Set<Requirement.ID> = []
    var found: Set<Int> = []
    var left = [root]
    while let id = left.popLast() {
      guard seen.insert(id).inserted else { continue }
      if case .conflict(let number, _) = book.requirements[id].word { found.insert(number) }
      left += book.children(of: id)
    }
    return found.sorted()
  }

  static func same(_ answers: [Bool?]) -> Bool? {
    answers.allSatisfy { $0 == answers.first } ? answers.first ?? nil : nil
  }

  static func all(_ answers: [Bool?]) -> Bool? {
    answers.contains(false) ? false : answers.contains(nil) ? nil : true
  }

  static func any(_ answers: [Bool?]) -> Bool? { all(answers.map { $0.map { !$0 } }).map { !$0 } }

  // MARK: - Requirements

  func verdict(_ id: Requirement.ID, _ asked: CivilDate, _ context: Context) -> Bool? {
    let requirement = book.requirements[id]
    if let decided = decision(requirement, on: asked) { return decided }
    if let needed = requirement.neededFor {
      let acts = book.rules[requirement.rule].acts
      let now = question.act.flatMap { acts.contains($0) ? $0 : nil } ?? book.rules[requirement.rule].asks
      if let now, let a = acts.firstIndex(of: now), let b = acts.firstIndex(of: needed), a < b { return true }
    }
    let day = requirement.measuredOn.flatMap { question.pins[$0] } ?? asked
    if let condition = requirement.appliesWhen {
      switch verdict(condition, day, context) {
      case true: break
      case false: return true
      case nil: return word(requirement, day, context) == true ? true : nil
      }
    }
    return word(requirement, day, context)
  }

  private func decision(_ requirement: Requirement, on day: CivilDate) -> Bool? {
    var last: (day: CivilDate, isMet: Bool)?
    for record in evidence.records(of: .decision) {
      guard case .word(let about) = record["about"], requirement.answers(to: about), let on = exact(record["date"]),
        case .word(let outcome) = record["outcome"], on <= day, (last?.day ?? .distantPast) <= on
      else { continue }
      last = (on, outcome != "refused")
    }
    return last?.isMet
  }

  private func word(_ requirement: Requirement, _ day: CivilDate, _ context: Context) -> Bool? {
    switch requirement.word {
    case .all(let ids): return Self.all(ids.map { verdict($0, day, context) })
    case .any(let ids): return Self.any(ids.map { verdict($0, day, context) })
    case .atLeastOf(let k, let ids):
      let answers = ids.map { verdict($0, day, context) }
      if answers.filter({ $0 == true }).count >= k { return true }
      return answers.filter { $0 != false }.count >= k ? nil : false
    case .some(let kind, let child):
      return Self.any(
        evidence.records(of: kind).map { record in
          var inside = context
          inside.records[kind] = record
          return verdict(child, day, inside)
        })
    case .conflict(let number, let ids):
      if let reading = readings[number] { return verdict(ids[reading], day, context) }
      return Self.same(ids.map { verdict($0, day, context) })
    case .rule(let index): return verdict(book.rules[index].root, day, Context())
    case .versions(let governor, let list):
      return versions(governor, list, requirement.rule, day, context)
    case .leaf(let leaf): return self.leaf(leaf, requirement, day, context)
    }
  }

  private func versions(
    _ governor: Governor, _ list: VersionList, _ rule: Int, _ day: CivilDate, _ context: Context
  ) -> Bool? {
    func under(_ governing: CivilDate) -> Bool? {
      let chosen = Self.speaking(list.versions.map(\.dating), on: governing)
      let isLast = chosen.contains { i in
        if case .from(_, _?) = list.versions[i].dating { return false }
        if case .until = list.versions[i].dating { return false }
        return i == list.versions.count - 1
      }
      if chosen.isEmpty || (isLast && question.asOf > book.rules[rule].reviewBy) { return nil }
      return Self.same(chosen.map { i in list.versions[i].requirement.flatMap { verdict($0, day, context) } })
    }
    switch governor {
    case .day: return under(day)
    case .act(let act): return under(question.pins[act] ?? day)
    case .event(let event): return under(self.day(of: event, on: day, context))
    case .oneOf(let each): return Self.same(each.map { versions($0, list, rule, day, context) })
    case .either(let each): return Self.any(each.map { versions($0, list, rule, day, context) })
    }
  }

  /// The versions that speak for a day: the certain ones, else the possible ones.
  static func speaking(_ datings: [Version.Dating], on day: CivilDate) -> [Int] {
    let last = datings.count - 1
    func certain(_ i: Int) -> (CivilDate, CivilDate)? {
      switch datings[i] {
      case .from(let a, let until?): return (a, until)
      case .from(let a, nil):
        if i == last { return (a, .distantFuture) }
        if case .from(let b, _) = datings[i + 1] { return (a, b.previous) }
        return (a, a)
      case .until(let b): return i == 0 ? (.distantPast, b) : (b, b)
      case .seen(let a, let b): return (a, i == last ? .distantFuture : b)
      case .undated: return nil
      }
    }
    let sure = datings.indices.filter { i in certain(i).map { $0.0 <= day && day <= $0.1 } ?? false }
    if !sure.isEmpty { return sure }
    return datings.indices.filter { i in
      // No certain version stands between this one and the day.
      let earlier = datings.indices.filter { $0 < i }.compactMap { certain($0)?.1 }
      let later = datings.indices.filter { $0 > i }.compactMap { certain($0)?.0 }
      let isReached = earlier.last.map { day > $0 } ?? true
      let isNotPassed = later.first.map { day < $0 } ?? true
      switch datings[i] {
      case .from(let a, let until): return day >= a && isNotPassed && until == nil
      case .until(let b): return day <= b && isReached
      case .seen: return isReached && isNotPassed
      case .undated(let a, let b):
        return isReached && isNotPassed && (a ?? .distantPast) <= day && day <= (b ?? .distantFuture)
      }
    }
  }
}
