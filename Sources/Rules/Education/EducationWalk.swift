import Vocabulary

/// Goes through a rule and takes from it every `points` requirement that stands for a person, with its days.
struct EducationWalk {
  let evaluator: Evaluator
  let asOf: CivilDate
  /// The day whose period and cycles are meant.
  let on: CivilDate
  let through: CivilDate
  let also: CivilDate?
  private(set) var result = EducationDuties()
  private var seen: Set<String> = []

  init(evaluator: Evaluator, asOf: CivilDate, on: CivilDate, through: CivilDate, also: CivilDate?) {
    self.evaluator = evaluator
    self.asOf = asOf
    self.on = on
    self.through = through
    self.also = also
  }

  /// Where the walk is.
  struct Place {
    /// The day that chooses versions.
    var on: CivilDate
    let rule: String
    var scope = Scope.open
    var text: Phrase?
    var citations: [Citation] = []
    var marks = Finding(.met)
    var isReading = false
    var hasAlternatives = false
    var isInDoubt = false

    init(on: CivilDate, rule: String) {
      self.on = on
      self.rule = rule
    }
  }

  private var book: RuleBook { evaluator.book }

  mutating func walk(_ id: Requirement.ID, _ above: Place) {
    let requirement = book.requirements[id]
    var place = above
    place.text = requirement.text ?? place.text
    if !requirement.citations.isEmpty { place.citations = requirement.citations }
    if let condition = requirement.appliesWhen {
      let finding = evaluator.timeline(condition, place.scope).value(on: place.on)
      if finding.verdict == .notMet { return }
      place.isInDoubt = place.isInDoubt || finding.verdict != .met
      place.marks = place.marks.weakened(by: finding)
    }
    switch requirement.word {
    case .leaf(.points(let rule)): add(rule, id, requirement, place)
    case .leaf(.eachCycle(let rule)): cycles(rule, requirement, place)
    case .leaf(.notKnown):
      if book.rules[requirement.rule].id == place.rule { gap(requirement.path, place.text, .notKnown) }
    case .leaf: break
    case .all(let ids): for child in ids { walk(child, place) }
    case .any(let ids): choices(ids, place)
    case .atLeastOf(_, let ids):
      place.hasAlternatives = true
      for child in ids where hasPoints(child) { walk(child, place) }
    case .some: break
    case .conflict(_, let ids):
      place.isReading = true
      for child in ids { walk(child, place) }
    case .rule(let index): walk(book.rules[index].root, place)
    case .versions(let governor, let list): versions(governor, list, requirement, place)
    }
  }

  /// One of several ways: those that nobody can be sure to have met are left out.
  private mutating func choices(_ ids: [Requirement.ID], _ above: Place) {
    guard ids.contains(where: hasPoints) else { return }
    let others = ids.filter { !hasPoints($0) }
    if others.contains(where: { evaluator.timeline($0, above.scope).value(on: above.on).verdict == .met }) { return }
    var place = above
    let open = ids.filter { hasPoints($0) && !hasGap($0) }
    place.hasAlternatives = place.hasAlternatives || open.count > 1
    for child in open { walk(child, place) }
  }

  private mutating func versions(
    _ governor: Governor, _ list: VersionList, _ requirement: Requirement, _ above: Place
  ) {
    var place = above
    var days = DayInterval(place.on)
    if case .event(let event) = governor { days = evaluator.days(of: event, place.scope).value(on: place.on) }
    let choices = list.choices.spans(in: days).map(\.value)
    if choices.contains(where: \.isOpenEnded), asOf > book.rules[requirement.rule].reviewBy {
      if hasPoints(below: list) { gap(requirement.path, place.text, .stale) }
      return
    }
    let candidates = Set(choices.flatMap(\.candidates)).sorted()
    if candidates.isEmpty, hasPoints(below: list) { gap(requirement.path, place.text, .notKnown) }
    for candidate in candidates {
      let version = list.versions[candidate]
      guard let child = version.requirement else { continue }
      place.marks = above.marks
      if !version.isBodys { place.marks = place.marks.reported }
      if choices.contains(where: { !$0.isDated }) { place.marks = place.marks.presumed }
      place.citations = version.citations.isEmpty ? above.citations : version.citations
      place.isReading = above.isReading || candidates.count > 1
      walk(child, place)
    }
  }

  private mutating func cycles(_ rule: CycleRule, _ requirement: Requirement, _ above: Place) {
    guard hasPoints(rule.duty) else { return }
    let start = evaluator.days(of: rule.from, above.scope).value(on: above.on)
    guard start.first.isFinite, start.last.isFinite, start.last < start.first.adding(months: rule.months) else {
      gap(requirement.path, above.text, .days)
      return
    }
    for k in 0..<200 {
      let first = start.mapEnds { $0.adding(months: rule.months * k) }
      let last = start.mapEnds { $0.adding(months: rule.months * (k + 1)).previous }
      if last.last < on { continue }
      if first.first > max(through, also ?? through) { break }
      // The one that runs, later ones that end in time, and the one of a day.
      let isOfDay = also.map { DayInterval(first.first, last.last).contains($0) } ?? false
      if first.first > on, last.last > through, !isOfDay { continue }
      var place = above
      place.on = last.last
      place.scope.cycle = Int32(k)
      place.scope.cycleDays = DayInterval(first.first, last.last)
      if !first.isExact {
        place.scope.cycleCore = first.last <= last.first ? .some(DayInterval(first.last, last.first)) : .none
      }
      walk(rule.duty, place)
    }
  }

  private mutating func add(_ rule: PointsRule, _ id: Requirement.ID, _ requirement: Requirement, _ place: Place) {
    let isCycle = rule.reach == .cycle
    let address = requirement.path + (isCycle ? "@\(place.scope.cycle)" : "")
    guard seen.insert("\(address) \(id)").inserted else { return }
    var marks = place.marks
    var reach = Evaluator.Reaching(surely: place.scope.surelyInCycle, possibly: place.scope.cycleDays)
    if case .period(let life) = rule.reach {
      let state = evaluator.life(life).value(on: on)
      marks = marks.weakened(by: state.marks)
      reach = Evaluator.Reaching(from: state.start, through: state.expiry)
      guard state.stage != .none, state.stage != .revoked, state.stage != .uncovered,
        reach.surely?.last.isFinite ?? false
      else {
        gap(requirement.path, place.text, .days)
        return
      }
    }
    var sums = PointSums(rule)
    let entries = evaluator.matching(rule.filter).map { evaluator.entry($0.record, $0.match) }
    evaluator.add(entries, to: &sums, surely: reach.surely, possibly: reach.possibly)
    let (sure, possible) = sums.counts
    let end = reach.surely?.last ?? place.on
    let finding = evaluator.points(rule, place.scope).value(on: end).weakened(by: marks)
    result.duties.append(
      EducationDuty(
        requirement: id, address: address, rule: rule, text: place.text, citations: place.citations,
        days: reach.surely, possibly: reach.possibly, cycle: isCycle ? Int(place.scope.cycle) : nil, sure: sure,
        possible: possible, finding: finding, isReading: place.isReading, hasAlternatives: place.hasAlternatives,
        isInDoubt: place.isInDoubt))
  }

  private mutating func gap(_ address: String, _ text: Phrase?, _ reason: EducationGap.Reason) {
    let gap = EducationGap(address: address, text: text, reason: reason)
    if !result.gaps.contains(gap) { result.gaps.append(gap) }
  }

  private func hasPoints(below list: VersionList) -> Bool {
    list.versions.contains { $0.requirement.map(hasPoints) ?? false }
  }

  private func hasPoints(_ id: Requirement.ID) -> Bool {
    switch book.requirements[id].word {
    case .leaf(.points): true
    case .leaf(.eachCycle(let rule)): hasPoints(rule.duty)
    default: book.children(of: id).contains(where: hasPoints)
    }
  }

  /// Whether nobody can be sure to meet it: a part that all of it needs is not known.
  private func hasGap(_ id: Requirement.ID) -> Bool {
    switch book.requirements[id].word {
    case .leaf(.notKnown): true
    case .all(let ids): ids.contains(where: hasGap)
    default: false
    }
  }
}
