import Rules
import Vocabulary

/// What the leaves of one route ask for, as far as a person can bring it about or confirm it.
///
/// It only proposes: the evaluator decides whether a proposal helps.
struct Need: Hashable {
  enum Content: Hashable {
    /// A value of a field that is not a day.
    case value(Field, FactValue)
    case day(Field)
    /// A span by one of these.
    case span(Field, String)
    /// A record of its own on a day.
    case record(RecordFilter)
    /// A card held on the day.
    case card(Holding)
    case work(WorkRule)
  }

  let content: Content
  let text: Phrase?
  let path: String
  /// Needed only from this act on.
  let neededFor: Act.ID?
}

struct RouteNeeds {
  private let book: RuleBook
  private let rule: Rule
  private let route: String
  private let routes: Set<String>
  private let asOf: CivilDate
  private(set) var all: [Need] = []

  init(_ book: RuleBook, _ rule: Rule, route: String, routes: [PlanRequest.Route], asOf: CivilDate) {
    self.book = book
    self.rule = rule
    self.route = route
    self.routes = Set(routes.map(\.name))
    self.asOf = asOf
    walk(rule.root, nil, nil)
    all = RouteNeeds.joined(all)
  }

  private mutating func walk(_ id: Requirement.ID, _ text: Phrase?, _ act: Act.ID?) {
    let requirement = book.requirements[id]
    let text = requirement.text ?? text
    let act = requirement.neededFor ?? act
    switch requirement.word {
    case .all(let children), .atLeastOf(_, let children), .conflict(_, let children):
      for child in children { walk(child, text, act) }
    case .any(let children):
      let named = children.filter { book.partName(of: $0) == route }
      let isChoice = children.contains { book.partName(of: $0).map(routes.contains) ?? false }
      for child in isChoice ? named : children { walk(child, text, act) }
    case .some(_, let child): walk(child, text, act)
    case .versions(_, let list):
      // Newest first: its words come first where versions ask for different values.
      let ahead = list.choices.spans(in: DayInterval(asOf, .distantFuture)).flatMap(\.value.candidates)
      for version in Set(ahead).sorted(by: >) {
        if let child = list.versions[version].requirement { walk(child, text, act) }
      }
    case .rule(let index):
      // Failed attempts are not undone by a plan; the schedule waits for them.
      if !book.rules[index].id.hasSuffix("/attempts") { walk(book.rules[index].root, text, act) }
    case .leaf(let leaf):
      all += contents(of: leaf).map { Need(content: $0, text: text, path: requirement.path, neededFor: act) }
    }
  }

  private func contents(of leaf: Leaf) -> [Need.Content] {
    switch leaf {
    case .isOneOf(let field, let accepted): [Need.value(field, accepted)].compactMap { $0 }
    case .isTrue(let field, let flag): [.value(field, .flag(flag))]
    case .atLeast(let field, let amount): [.value(field, .amount(low: amount, high: amount))]
    case .atMost, .attempts, .none, .notKnown, .unconditional, .prohibited, .life, .points, .entries, .eachCycle,
      .inSeason:
      []
    case .happened(let event): contents(of: event)
    case .window(let window): contents(of: window.event)
    case .related(.spanOverlaps(let field, let by, let begin, let end)):
      [.span(field, Need.first(of: field, by))] + contents(of: begin) + contents(of: end)
    case .related(.spanBeginsWithin(let field, let by, _, let event, _)):
      [.span(field, Need.first(of: field, by))] + contents(of: event)
    case .related(.later(let a, let b)): contents(of: a) + contents(of: b)
    case .holds(let holding): [.card(holding)]
    case .worked(let rule): [.work(rule)]
    }
  }

  private func contents(of event: Event) -> [Need.Content] {
    switch event {
    case .field(let field): [.day(field)]
    case .latestOf(let events), .earliestOf(let events): events.flatMap(contents)
    case .first(let filter, _), .last(let filter, _), .nth(_, let filter, _):
      // Another certification or an attempt is no step of a plan.
      [.decision, .document].contains(filter.kind) ? [.record(filter)] : []
    case .day, .lifeStart, .lifeExpiry: []
    }
  }

  /// One need a field: two values of one field would contradict each other, so the first stays; of two amounts the
  /// larger one.
  private static func joined(_ needs: [Need]) -> [Need] {
    var result: [Need] = []
    var seen: Set<Field> = []
    for need in needs {
      switch need.content {
      case .value(let field, let value):
        if let i = result.firstIndex(where: { $0.field == field }) {
          if case .value(_, .amount(let old, _)) = result[i].content, case .amount(let new, _) = value, new > old {
            result[i] = need
          }
        } else {
          result.append(need)
        }
      case .day(let field), .span(let field, _): if seen.insert(field).inserted { result.append(need) }
      case .record, .card, .work: if !result.contains(where: { $0.content == need.content }) { result.append(need) }
      }
    }
    return result
  }
}

extension Need {
  var field: Field? {
    switch content {
    case .value(let field, _), .day(let field), .span(let field, _): field
    case .record, .card, .work: nil
    }
  }

  /// The first accepted word in the order of the vocabulary; nil for words that no plan can choose.
  fileprivate static func value(_ field: Field, _ accepted: Set<String>) -> Content? {
    switch field.content {
    case .choice(let words): words.first(where: accepted.contains).map { .value(field, .word($0)) }
    case .set(let words): words.first(where: accepted.contains).map { .value(field, .words([$0])) }
    case .day, .amount, .flag, .name, .spans: nil
    }
  }

  fileprivate static func first(of field: Field, _ accepted: Set<String>) -> String {
    if case .spans(let words) = field.content, let word = words.first(where: accepted.contains) { return word }
    return accepted.sorted().first ?? ""
  }
}
