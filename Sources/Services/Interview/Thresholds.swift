import Rules

/// The amounts that rules compare a field with: an answer just below and one just at each of them are all that can
/// matter. Read from the rules, never written here.
enum Thresholds {
  static func read(_ book: RuleBook) -> [Field: [Int]] {
    var found: [Field: Set<Int>] = [:]
    func note(_ field: Field?, _ amount: Quantity) {
      if let field { found[field, default: []].insert((amount.hundredths + 99) / 100) }
    }
    for requirement in book.requirements {
      guard case .leaf(let leaf) = requirement.word else { continue }
      switch leaf {
      case .atLeast(let field, let amount), .atMost(let field, let amount): note(field, amount)
      case .worked(let rule):
        if let amount = rule.fullTime { note(Field.named("work.hours_per_week"), amount) }
      case .isOneOf, .isTrue, .happened, .window, .related, .holds, .points, .attempts, .eachCycle, .entries, .life,
        .none, .inSeason, .notKnown, .unconditional, .prohibited:
        break
      }
    }
    return found.mapValues { $0.sorted() }
  }
}
