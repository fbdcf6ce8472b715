public import Vocabulary

/// Walks a rule over evidence and leaves one timeline a requirement. The only place where a rule is evaluated.
///
/// Not thread-safe: make one for each task. Reusing one for many people saves allocations.
public final class Evaluator {
  public let book: RuleBook
  private var evidence: Evidence?
  private(set) var view = EvidenceView(Evidence(), asOf: CivilDate(days: 0), knownOn: nil)
  private(set) var question = Question(asOf: CivilDate(days: 0))
  /// One a requirement of the book. Read field by field, in place: a copy of a step would cost more than its use.
  let steps: ContiguousArray<Step>
  private let parts: StepParts
  /// For each conflict the reading to follow; -1: compare them where they stand.
  private var forced: [Int]
  private let memo: Memo
  private var lifeMemo: [Timeline<LifeState>?]
  private var recording = false
  /// The conflicts whose readings have differed somewhere for this person.
  private var differing: Set<Int> = []
  /// By requirement of a rule that decisions are about, those that name it, once it has been asked for.
  private var decisions: [Requirement.ID: [SettledRecord]] = [:]
  /// By life, the certifications of its credential.
  private let certifications: [RecordFilter]

  public init(book: RuleBook) {
    self.book = book
    (steps, parts) = book.makeSteps()
    forced = Array(repeating: -1, count: book.conflicts.count)
    memo = Memo(count: steps.count)
    lifeMemo = Array(repeating: nil, count: book.lives.count)
    certifications = book.lives.map { certificationFilter($0.credential) }
  }

  /// The certifications of a life's credential.
  func certifications(of id: LifeRule.ID) -> RecordFilter { certifications[id] }

  /// Sets the person and the question. What was worked out for the last ones is kept as far as they are the same, so that
  /// several rules share it; the rest is forgotten.
  public func begin(_ evidence: Evidence, _ question: Question, recording: Bool = false) {
    self.recording = recording
    differing.removeAll(keepingCapacity: true)
    let last = self.question
    self.question = question
    // Equal lists are mostly one and the same, which is known at once.
    let isSeenAlike =
      question.asOf == last.asOf && question.knownOn == last.knownOn && evidence == self.evidence
    // Which conflicts matter is found anew for each rule.
    if isSeenAlike, question == last { memo.forgetForked() } else { memo.forget() }
    if isSeenAlike { return }
    self.evidence = evidence
    view = EvidenceView(evidence, asOf: question.asOf, knownOn: question.knownOn)
    for i in lifeMemo.indices { lifeMemo[i] = nil }
    if !decisions.isEmpty { decisions = [:] }
  }

  /// The verdict for every day: conflicts compared where they stand, then, where that leaves the root unresolved,
  /// once for each combination of readings, compared at the root.
  ///
  /// - Parameter asked: the days for which an unresolved root is worth the second step.
  public func timeline(of root: Requirement.ID, asked: DayInterval = .always) -> Timeline<Finding> {
    let local = timeline(root, .open)
    guard !differing.isEmpty, local.spans(in: asked).contains(where: { $0.value.verdict.isOpen }) else { return local }
    let conflicts = steps[root].conflicts.filter(differing.contains)
    // Past the limit it is counted no further: the product of many has no room.
    let combinations = conflicts.reduce(1) { $0 > 16 ? $0 : $0 * book.conflicts[$1].readings }
    guard !conflicts.isEmpty, combinations <= 16 else { return local }
    return compareAtRoot(root, local: local, conflicts: conflicts, combinations: combinations)
  }

  private func compareAtRoot(
    _ root: Requirement.ID, local: Timeline<Finding>, conflicts: [Int], combinations: Int
  ) -> Timeline<Finding> {
    // What hangs on no conflict is the same under every reading.
    let kept = memo.takeForked()
    var readings: [Timeline<Finding>] = []
    for combination in 0..<combinations {
      var rest = combination
      for conflict in conflicts {
        forced[conflict] = rest % book.conflicts[conflict].readings
        rest /= book.conflicts[conflict].readings
      }
      readings.append(timeline(root, .open))
      _ = memo.takeForked()
    }
    for conflict in conflicts { forced[conflict] = -1 }
    memo.put(forked: kept)
    let compared = Combine.compare(readings, differ: .notCovered)
    // Settled only where the readings agree; elsewhere the local answer keeps its reasons.
    return local.combined(with: compared) { mine, theirs in
      mine.verdict.isOpen && !theirs.verdict.isOpen || mine.verdict == .notCovered && theirs.verdict == .undetermined
        ? theirs.disputedElsewhere : mine
    }
  }

  /// The conflicts that stand below a requirement.
  public func conflicts(below root: Requirement.ID) -> [Int] { steps[root].conflicts }

  // MARK: - One requirement

  func timeline(_ id: Requirement.ID, _ wide: Scope) -> Timeline<Finding> {
    let scope = wide.isOpen ? wide : wide.narrowed(to: steps[id].kinds, readsCycle: steps[id].readsCycle)
    // What is read once is neither kept nor looked for, but by explanations.
    let isKept = recording || (scope.isOpen ? steps[id].isKept : steps[id].isShared)
    if isKept, let known = memo[id, scope] { return known }
    var result = words(id, scope)
    if let condition = steps[id].appliesWhen {
      result = timeline(condition, scope).combined(with: result, Combine.whereApplies)
    }
    if let act = steps[id].measuredOn, let day = pinned(act) {
      result = Timeline(result.value(on: day))
    }
    let asks = steps[id].asks
    if asks > .selfReported {
      result = result.map { $0.verdict == .met && $0.evidence < asks ? $0.shortOfEvidence : $0 }
    }
    if let needed = steps[id].neededFor, !isNeeded(needed, rule: book.rules[steps[id].rule]) {
      result = Timeline(Finding(.met))
    }
    if view.decisions { result = settledByIssuer(result, id) }
    if isKept { memo.put(result, id, scope, isForked: steps[id].isForked) }
    return result
  }

  /// The day an act is pinned to.
  func pinned(_ act: Act.ID) -> CivilDate? { question.pins.isEmpty ? nil : question.pins[act] }

  /// Whether the act asked about is the given one or a later one of its rule.
  private func isNeeded(_ act: Act.ID, rule: Rule) -> Bool {
    guard let asked = question.act.flatMap({ rule.acts.contains($0) ? $0 : nil }) ?? rule.asks,
      let position = rule.acts.firstIndex(of: asked), let needed = rule.acts.firstIndex(of: act)
    else { return true }
    return position >= needed
  }

  private func words(_ id: Requirement.ID, _ scope: Scope) -> Timeline<Finding> {
    switch steps[id].word {
    case .all(let children): return joined(children, scope, none: .met, Finding.all)
    case .any(let children): return joined(children, scope, none: .notMet, Finding.any)
    case .atLeastOf(let k, let children):
      return Combine.atLeast(k, parts.children[children].map { timeline($0, scope) })
    case .some(let kind, let child): return some(kind, child, scope) { self.timeline($0, $1) }
    case .versions(let i):
      let versions = parts.versions[i]
      return governed(versions.governor, versions.list, reviewBy: steps[id].reviewBy, scope) {
        self.timeline($0, scope)
      }
    case .conflict(let conflict, let readings):
      if forced[conflict] >= 0 { return timeline(parts.children[readings.lowerBound + forced[conflict]], scope) }
      let lines = parts.children[readings].map { timeline($0, scope) }
      // Readings that agree here may differ once a conflict below them is read one way.
      if lines.contains(where: { $0 != lines[0] && $0.map(\.verdict) != lines[0].map(\.verdict) })
        || steps[id].conflicts.contains(where: differing.contains)
      {
        differing.insert(conflict)
      }
      return Combine.compare(lines, differ: .notCovered)
    case .root(let root): return timeline(root, .open)
    case .leaf(let i):
      guard scope.isOpen, steps[id].isCommonLeaf else { return leaf(parts.leaves[i], scope) }
      // Old and new versions, and several routes, often share a leaf.
      let first = steps[id].leaf
      if let known = memo[leaf: first] { return known }
      let result = leaf(parts.leaves[i], scope)
      // A leaf with a duty that hangs on a conflict is another one under each reading.
      if !steps[id].isForked { memo.put(result, leaf: first) }
      return result
    }
  }

  private func joined(
    _ children: Range<Int>, _ scope: Scope, none: Verdict, _ join: (Finding, Finding) -> Finding
  ) -> Timeline<Finding> {
    guard let first = children.first else { return Timeline(Finding(none)) }
    var result = timeline(parts.children[first], scope)
    let end: Verdict = none == .met ? .notMet : .met
    for child in children.dropFirst() {
      // Nothing but the issuer's own decision is stronger than this.
      if !view.decisions, result.isConstant, result.points[0].value.isStrongest(end) { return result }
      result = result.combined(with: timeline(parts.children[child], scope), join)
    }
    return result
  }

  func some(
    _ kind: EvidenceKind, _ child: Requirement.ID, _ scope: Scope,
    evaluate: (Requirement.ID, Scope) -> Timeline<Finding>
  ) -> Timeline<Finding> {
    var result: Timeline<Finding>?
    func join(_ another: Timeline<Finding>) { result = result?.combined(with: another, Finding.any) ?? another }
    for i in view.records(kind).indices { join(evaluate(child, scope.bound(to: kind, Int32(i)))) }
    if let days = view.unlisted(kind) { join(Evaluator.between(days.first, .distantFuture, .issuer)) }
    return result ?? Timeline(Finding(.notMet))
  }

  /// An issuer's own decision about this person settles the requirement it names, from its day.
  private func settledByIssuer(_ result: Timeline<Finding>, _ id: Requirement.ID) -> Timeline<Finding> {
    let decisions = decisions(about: id)
    if decisions.isEmpty { return result }
    var settled = result
    // Until this day an earlier decision of the list may turn out to be the later one.
    var unsettled = CivilDate.distantPast
    for decision in decisions {
      let days = decision.days(DecisionSlot.on)
      guard days.first != .distantFuture else { continue }
      var finding = Finding(.undetermined, evidence: decision.grade)
      if case .word(let outcome) = decision.values[DecisionSlot.outcome] {
        finding = finding.with(verdict: outcome == "refused" ? .notMet : .met).issuers
      }
      // Before its last possible day it may not have been taken yet.
      let perhaps = settled.map {
        $0.verdict == finding.verdict ? $0.weakened(by: finding) : $0.weakened(by: finding).with(verdict: .undetermined)
      }
      var pieces = [(from: CivilDate.distantPast, timeline: settled)]
      if days.first == .distantPast { pieces[0].timeline = perhaps } else { pieces.append((days.first, perhaps)) }
      if days.last.isFinite, days.first >= unsettled {
        if days.isExact { pieces.removeLast() }
        pieces.append((days.last, Timeline(finding)))
      }
      settled = Timeline.splice(pieces)
      unsettled = max(unsettled, days.last)
    }
    return settled
  }

  /// The decisions that name a requirement, by day.
  private func decisions(about id: Requirement.ID) -> [SettledRecord] {
    if let known = decisions[id] { return known }
    let near = view.decisions(in: book.rules[steps[id].rule].id)
    if near.isEmpty { return near }
    let requirement = book.requirements[id]
    let found =
      near.filter {
        if case .word(let about) = $0.values[DecisionSlot.about] { requirement.answers(to: about) } else { false }
      }
      .sorted { $0.days(DecisionSlot.on).first < $1.days(DecisionSlot.on).first }
    decisions[id] = found
    return found
  }

  func life(_ id: LifeRule.ID) -> Timeline<LifeState> {
    if let known = lifeMemo[id] { return known }
    let result = lifeTimeline(book.lives[id])
    lifeMemo[id] = result
    return result
  }
}

/// Slots of a decision record.
enum DecisionSlot {
  static let about = slot("about")
  static let outcome = slot("outcome")
  static let on = slot("date")

  private static func slot(_ name: String) -> Int {
    EvidenceKind.decision.fields.first { $0.name == name }?.slot ?? 0
  }
}

extension RuleBook {
  /// Whether a named part stands below a requirement.
  func contains(_ address: String, below id: Requirement.ID) -> Bool {
    requirements[id].answers(to: address) || children(of: id).contains { contains(address, below: $0) }
  }

  /// The requirements directly below one.
  public func children(of id: Requirement.ID) -> [Requirement.ID] {
    let requirement = requirements[id]
    var children: [Requirement.ID] =
      switch requirement.word {
      case .all(let ids), .any(let ids), .atLeastOf(_, let ids), .conflict(_, let ids): ids
      case .some(_, let child): [child]
      case .versions(_, let list): list.versions.compactMap(\.requirement)
      case .rule(let index): [rules[index].root]
      case .leaf(.eachCycle(let cycle)): [cycle.duty]
      case .leaf: []
      }
    if let condition = requirement.appliesWhen { children.append(condition) }
    return children
  }
}
