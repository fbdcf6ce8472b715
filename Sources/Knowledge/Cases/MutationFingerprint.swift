import Rules
import Vocabulary

/// What a rule decides, as text: two rules with one fingerprint answer alike for every person on every day. Texts,
/// names and places are left out; a written gap is the same as no version.
struct MutationFingerprint {
  private let book: RuleBook

  static func of(_ book: RuleBook) -> [String: String] {
    let maker = MutationFingerprint(book: book)
    let lives = maker.lives
    return Dictionary(book.rules.map { ($0.id, maker.requirement($0.root) + lives) }) { first, _ in first }
  }

  private var lives: String {
    book.lives.map { life in
      life.credential + versions(life.versions) { i in life.periods[i].map { "\($0)" } ?? "gap" }
    }.joined(separator: ";")
  }

  private func requirement(_ id: Requirement.ID) -> String {
    let requirement = book.requirements[id]
    var marks: [String] = []
    if let act = requirement.measuredOn { marks.append("on " + book.acts[act].name) }
    if let act = requirement.neededFor { marks.append("for " + book.acts[act].name) }
    if let condition = requirement.appliesWhen { marks.append("when " + self.requirement(condition)) }
    if requirement.asks > .selfReported { marks.append("asks " + requirement.asks.name) }
    return word(requirement.word) + marks.map { "{" + $0 + "}" }.joined()
  }

  private func word(_ word: Word) -> String {
    func joined(_ ids: [Requirement.ID]) -> String { ids.map(requirement).joined(separator: ",") }
    // What is needed twice, or suffices twice, is the same once.
    func once(_ ids: [Requirement.ID], _ name: String) -> String {
      var parts: [String] = []
      for part in ids.map(requirement) where !parts.contains(part) { parts.append(part) }
      return parts.count == 1 ? parts[0] : "\(name)(\(parts.joined(separator: ",")))"
    }
    switch word {
    case .all(let ids): return once(ids, "all")
    case .any(let ids): return once(ids, "any")
    case .atLeastOf(let n, let ids): return "atLeast\(n)(\(joined(ids)))"
    case .some(let kind, let id): return "some \(kind.rawValue)(\(requirement(id)))"
    case .versions(let governor, let list):
      let all = versions(list) { i in list.versions[i].requirement.map(requirement) ?? "gap" }
      return "\(self.governor(governor))\(all)"
    case .conflict(let conflict, let ids): return "conflict \(book.conflicts[conflict].id)(\(joined(ids)))"
    case .rule(let index): return requirement(book.rules[index].root)
    case .leaf(.eachCycle(let cycle)):
      return "cycle \(cycle.months) \(event(cycle.from)) \(cycle.lostAfter ?? -1)(\(requirement(cycle.duty)))"
    case .leaf(let leaf): return self.leaf(leaf)
    }
  }

  // Sets are written in order: two equal ones may be printed differently.
  private func leaf(_ leaf: Leaf) -> String {
    switch leaf {
    case .isOneOf(let field, let words): "is \(field.path) \(words.sorted())"
    case .isTrue(let field, let value): "is \(field.path) \(value)"
    case .atLeast(let field, let amount): "atLeast \(field.path) \(amount)"
    case .atMost(let field, let amount): "atMost \(field.path) \(amount)"
    case .happened(let event): "happened \(self.event(event))"
    case .window(let window):
      "window \(event(window.event)) \(offset(window.lower)) \(offset(window.upper))"
    case .related(.spanOverlaps(let field, let by, let begin, let end)):
      "overlaps \(field.path) \(by.sorted()) \(event(begin)) \(event(end))"
    case .related(.spanBeginsWithin(let field, let by, let months, let event, let fromSpan)):
      "begins \(field.path) \(by.sorted()) \(months) \(self.event(event)) \(fromSpan)"
    case .related(.later(let one, let other)): "later \(event(one)) \(event(other))"
    case .holds(let holding): "holds \(filter(holding.filter)) \(holding.remainingDays)"
    case .points(let rule):
      "points \(rule.reach) \(total(rule)) \(minimums(rule.each)) \(minimums(rule.approved.map { [$0] } ?? []))"
    case .worked(let rule): "worked \(filter(rule.filter)) \(rule.fullTime?.description ?? "") \(need(rule))"
    case .attempts(let rule):
      "attempts \(filter(rule.filter)) \(rule.limit.map { max($0, 1) } ?? -1) \(rule.waits.map { offset($0) })"
    case .entries(let rule):
      "entries \(filter(rule.filter)) \(rule.atLeast) \(rule.reach.map { "\($0)" } ?? "")"
    case .life(let id, let stages): "life \(book.lives[id].credential) \(stages.map(\.rawValue).sorted())"
    case .none(let records): "none \(filter(records))"
    case .inSeason(let season):
      "season \(filter(season.filter)) \(season.from) \(season.through) \(season.givenFrom)"
    case .notKnown: "notKnown"
    case .unconditional: "unconditional"
    case .prohibited: "prohibited"
    case .eachCycle: ""
    }
  }

  /// The total, or more where its parts need more.
  private func total(_ rule: PointsRule) -> Quantity {
    max(rule.total, rule.approved?.amount ?? .zero, rule.each.reduce(.zero) { $0 + $1.amount })
  }

  private func need(_ rule: WorkRule) -> String {
    if case .event(let event) = rule.since { return "\(rule.need) since \(self.event(event))" }
    return "\(rule.need) \(rule.since)"
  }

  private func minimums(_ all: [PointsRule.Minimum]) -> String {
    "\(all.map { "\($0.word) \($0.amount)" }.sorted())"
  }

  private func offset(_ offset: Offset?) -> String { offset.map { "\($0.count) \($0.unit) \($0.extraDays)" } ?? "-" }

  private func filter(_ filter: RecordFilter) -> String {
    filter.kind.rawValue + "\(filter.words.map { $0.field.path + "\($0.accepted.sorted())" }.sorted())"
  }

  private func event(_ event: Event) -> String {
    switch event {
    case .field(let field): field.path
    case .latestOf(let all): "latest(" + all.map(self.event).joined(separator: ",") + ")"
    case .earliestOf(let all): "earliest(" + all.map(self.event).joined(separator: ",") + ")"
    case .first(let records, let day): "first(\(filter(records)) \(day.name))"
    case .last(let records, let day): "last(\(filter(records)) \(day.name))"
    case .nth(let n, let records, let day): "nth(\(n) \(filter(records)) \(day.name))"
    case .day(let day): day.description
    case .lifeStart(let id): "start " + book.lives[id].credential
    case .lifeExpiry(let id): "expiry " + book.lives[id].credential
    }
  }

  private func governor(_ governor: Governor) -> String {
    switch governor {
    case .act(let act): "act " + book.acts[act].name
    case .oneOf(let all): "oneOf" + all.map(self.governor).joined(separator: ",")
    case .either(let all): "either" + all.map(self.governor).joined(separator: ",")
    case .event(let event): "by " + self.event(event)
    case .day: "day"
    }
  }

  private func versions(_ list: VersionList, _ content: (Int) -> String) -> String {
    let spans = list.choices.map { choice -> String in
      let all = choice.candidates.map { content($0) + (list.versions[$0].isBodys ? "" : "reported") }
      if all.allSatisfy({ $0.hasPrefix("gap") }) { return "gap" }
      return all.joined(separator: "|") + (choice.isDated ? "" : "?") + (choice.isOpenEnded ? "+" : "")
    }
    return "[" + spans.points.map { "\($0.day):\($0.value)" }.joined(separator: " ") + "]"
  }
}
