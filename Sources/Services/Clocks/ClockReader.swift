import Knowledge
import Planning
import Rules
import Vocabulary

/// Reads the clocks of one credential after another from the evaluator.
struct ClockReader {
  let base: KnowledgeBase
  let evidence: Evidence
  let inquiry: Inquiry
  private let assessor: Assessor
  private let plans: PlanService
  private let named: Set<String>

  init(_ base: KnowledgeBase, _ evidence: Evidence, _ inquiry: Inquiry) {
    (self.base, self.evidence, self.inquiry) = (base, evidence, inquiry)
    (assessor, plans) = (Assessor(base), PlanService(base))
    named = Set(
      evidence.records.compactMap { record in
        guard [.certification, .attempt, .application].contains(record.kind), case .word(let of) = record["of"] else {
          return nil
        }
        return of
      })
  }

  private var book: RuleBook { base.book }
  private var day: CivilDate { inquiry.day }

  /// nil where the packs have no rule for sitting its exam.
  func row(_ credential: Credential) throws -> OwnClocks.Row? {
    guard let life = try assessor.life(credential, evidence, inquiry) else { return nil }
    let isHeld = evidence.records(of: .certification).contains {
      guard $0["of"] == .word(credential.id), case .day(let days, _) = $0["date"] else { return false }
      return days.last <= day
    }
    let window = try rule(credential, "application-window").map(way)
    return OwnClocks.Row(
      life: life, phase: life.phases.value(on: day), isHeld: isHeld, isNamed: named.contains(credential.id),
      attempts: try ledger(credential, life),
      running: isHeld ? try ["current", "active"].compactMap { try rule(credential, $0).map(way) } : [],
      ways: isHeld ? try renewals(credential) : try routes(credential),
      application: window.flatMap { $0.finding.verdict == .met ? $0 : nil },
      pages: base.officialPages(of: credential, on: day))
  }

  private func rule(_ credential: Credential, _ name: String) -> Rule? { book.rule(credential.id + "/" + name) }

  private func line(_ rule: Rule) throws -> Timeline<Finding> {
    try assessor.determine(rule.id, evidence, inquiry, credential: Assessor.owner(of: rule.id)).timeline
  }

  private func way(_ rule: Rule) throws -> OwnWay {
    let line = try line(rule)
    guard case .all(let children) = book.requirements[rule.root].word else {
      return OwnWay(address: rule.id, text: rule.title, line: line, on: day)
    }
    func part(_ id: Requirement.ID) -> Timeline<Finding>? {
      assessor.evaluator.timeline(ofPart: book.requirements[id].path, in: rule.root)
    }
    let window = children.first { book.requirements[$0].name == "window" }
    return OwnWay(
      address: rule.id, text: rule.title, line: line, parts: children.compactMap(part), window: window.flatMap(part),
      on: day)
  }

  // MARK: - Ways

  /// The rules on keeping a certification and on getting it back: those that ask for it, or are about renewing it, and that no
  /// other of its rules is made of.
  private func renewals(_ credential: Credential) throws -> [OwnWay] {
    let act = book.act("recertification")
    let own = book.rules.filter { $0.id.hasPrefix(credential.id + "/") }
    let used = Set(own.flatMap { parts(of: $0) })
    let others = ["current", "active", "eligibility", "attempts"].map { credential.id + "/" + $0 }
    return try own.filter { rule in
      (act.map(rule.acts.contains) == true || asksForLife(rule)) && !used.contains(rule.root)
        && !others.contains(rule.id)
    }.map(way)
  }

  /// Whether a rule asks that a certification runs, or has ended.
  private func asksForLife(_ rule: Rule) -> Bool {
    func asks(_ id: Requirement.ID) -> Bool {
      if case .leaf(.life) = book.requirements[id].word { return true }
      return book.children(of: id).contains { book.requirements[$0].rule == book.requirements[id].rule && asks($0) }
    }
    return asks(rule.root)
  }

  /// The roots of other rules that a rule is made of.
  private func parts(of rule: Rule) -> Set<Requirement.ID> {
    var seen: Set<Requirement.ID> = []
    var roots: Set<Requirement.ID> = []
    func walk(_ id: Requirement.ID) {
      guard seen.insert(id).inserted else { return }
      if case .rule(let index) = book.requirements[id].word {
        roots.insert(book.rules[index].root)
        return
      }
      for child in book.children(of: id) { walk(child) }
    }
    walk(rule.root)
    return roots
  }

  /// The routes to the exam that are not refused on every day from the day asked on.
  private func routes(_ credential: Credential) throws -> [OwnWay] {
    guard let assessment = try assessor.assess(credential, evidence, inquiry) else { return [] }
    return assessment.routes.filter { route in
      route.timeline.first(from: day) { $0.verdict != .notMet } != nil
        || route.timeline.points.contains { $0.value.verdict == .met }
    }.map { route in
      OwnWay(
        address: assessment.credential.id + "/eligibility#" + route.name, text: route.text, line: route.timeline,
        parts: [route.timeline], on: day)
    }
  }

  // MARK: - Attempts

  private func ledger(_ credential: Credential, _ life: CredentialLife) throws -> AttemptLedger {
    let sittings = AttemptLedger.sittings(of: credential.id, evidence)
    guard let rule = rule(credential, "attempts") else {
      return AttemptLedger(
        sittings: sittings, isComplete: life.failed.isComplete, finding: nil, next: nil, openFrom: nil, left: nil,
        accounts: [], closes: [])
    }
    let line = try line(rule)
    let accounts = accounts(of: rule)
    let open = life.nextAttempt == nil ? line.first(from: day) { $0.verdict != .notMet } : nil
    return AttemptLedger(
      sittings: sittings, isComplete: life.failed.isComplete, finding: line.value(on: day), next: life.nextAttempt,
      openFrom: open == day ? nil : open, left: try plans.attemptsLeft(credential, evidence, inquiry),
      accounts: accounts, closes: closed(by: rule, credential).map(\.title))
  }

  /// What each version of a rule says that may be in force on the day asked, when they are several. Called after the rule was
  /// asked about, which sets the person.
  private func accounts(of rule: Rule) -> [AttemptLedger.Account] {
    guard case .versions(_, let list) = book.requirements[rule.root].word else { return [] }
    let choice = list.choices.value(on: day)
    guard choice.candidates.count > 1 else { return [] }
    return choice.candidates.compactMap { index in
      let version = list.versions[index]
      guard let root = version.requirement, let text = book.requirements[root].text else { return nil }
      return AttemptLedger.Account(
        text: text, grade: version.isBodys ? (choice.isDated ? .stated : .presumed) : .reported,
        next: assessor.evaluator.timeline(of: root).first(from: day) { $0.verdict == .met })
    }
  }

  /// The other rules of the credential that cannot be met where this one is not.
  private func closed(by rule: Rule, _ credential: Credential) -> [Rule] {
    func needs(_ id: Requirement.ID) -> Bool {
      if id == rule.root { return true }
      switch book.requirements[id].word {
      case .all(let children): return children.contains(where: needs)
      case .rule(let index): return needs(book.rules[index].root)
      case .versions(_, let list):
        let now = list.choices.value(on: day).candidates.compactMap { list.versions[$0].requirement }
        return !now.isEmpty && now.allSatisfy(needs)
      case .any(let children), .conflict(_, let children): return !children.isEmpty && children.allSatisfy(needs)
      case .atLeastOf, .some, .leaf: return false
      }
    }
    return book.rules.filter { $0.id.hasPrefix(credential.id + "/") && $0.id != rule.id && needs($0.root) }
  }
}
