import Documents
import Rules

/// Whether every rule comes to an end, and soon: a rule that refers to itself never does, and shared requirements that
/// use each other twice double with every step. What does not is refused, and stands as "not known" in the book, so
/// that whoever walks the rest need not look out.
struct UnfoldingCheck {
  /// How many requirements a rule may come to when everything that it shares and refers to is written out.
  static let maximumCount = 20_000
  /// How many requirements may stand inside each other, across rules.
  static let maximumDepth = 250

  private enum Visit {
    case open
    /// How many requirements it comes to, and how deep they stand.
    case done(count: Int, depth: Int)
  }

  private var book: RuleBook
  private let faults: FaultList
  private var visits: [Visit?]
  /// The rules that are being walked, each referred to by the one before it.
  private var path: [Int] = []

  /// Reports what does not end, and leaves it out of the book.
  static func check(_ book: inout RuleBook, _ faults: FaultList) {
    var check = UnfoldingCheck(
      book: book, faults: faults, visits: Array(repeating: nil, count: book.requirements.count))
    for rule in book.rules.indices { _ = check.visit(rule: rule, depth: 0) }
    book = check.book
  }

  private init(book: RuleBook, faults: FaultList, visits: [Visit?]) {
    self.book = book
    self.faults = faults
    self.visits = visits
  }

  private mutating func visit(rule: Int, depth: Int) -> (count: Int, depth: Int)? {
    path.append(rule)
    defer { path.removeLast() }
    return visit(book.rules[rule].root, depth: depth)
  }

  /// nil: it is being walked already, or begins too deep to be walked.
  private mutating func visit(_ id: Requirement.ID, depth: Int) -> (count: Int, depth: Int)? {
    switch visits[id] {
    case .done(let count, let depth): return (count, depth)
    case .open: return nil
    case nil: break
    }
    visits[id] = .open
    var count = 1
    var deepest = 0
    if case .rule(let rule) = book.requirements[id].word {
      let found = depth < UnfoldingCheck.maximumDepth ? visit(rule: rule, depth: depth + 1) : nil
      if let found {
        (count, deepest) = (count + found.count, found.depth)
      } else {
        refuse(id, depth < UnfoldingCheck.maximumDepth ? circle(to: rule) : tooDeep)
      }
    }
    for child in book.children(of: id) where !isRule(child, of: id) {
      guard let found = visit(child, depth: depth + 1) else { continue }
      (count, deepest) = (count + found.count, max(deepest, found.depth))
    }
    if count > UnfoldingCheck.maximumCount || deepest >= UnfoldingCheck.maximumDepth {
      refuse(id, count > UnfoldingCheck.maximumCount ? tooMany : tooDeep)
      (count, deepest) = (1, 0)
    }
    visits[id] = .done(count: count, depth: deepest + 1)
    return (count, deepest + 1)
  }

  /// Whether a child is the root of the rule that its parent refers to: that one is walked as a rule.
  private func isRule(_ child: Requirement.ID, of id: Requirement.ID) -> Bool {
    if case .rule(let rule) = book.requirements[id].word { book.rules[rule].root == child } else { false }
  }

  private mutating func refuse(_ id: Requirement.ID, _ message: String) {
    let requirement = book.requirements[id]
    let parts = requirement.place.split(separator: ":")
    let line = parts.dropLast().last.flatMap { Int($0) } ?? 1
    let column = parts.last.flatMap { Int($0) } ?? 1
    faults.add(
      message, parts.dropLast(2).joined(separator: ":"), Node(.null, line: line, column: column))
    book.requirements[id] = requirement.with(word: .leaf(.notKnown))
  }

  private func circle(to rule: Int) -> String {
    let id = book.rules[rule].id
    let way = (path.firstIndex(of: rule).map { path[$0...] } ?? path[...]).map { book.rules[$0].id } + [id]
    return "the rule '\(id)' refers to itself (\(way.joined(separator: ", then "))): remove one 'rule'"
  }

  private var tooDeep: String {
    "more than \(UnfoldingCheck.maximumDepth) requirements stand inside each other: refer to fewer rules in a row"
  }

  private var tooMany: String {
    "this comes to more than \(UnfoldingCheck.maximumCount) requirements when all that it uses is written out: use less"
  }
}
