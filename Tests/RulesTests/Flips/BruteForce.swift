import Rules
import Vocabulary

/// The plain way: every subset of a universe of additions, applied and evaluated. Knows nothing of how the search
/// proposes.
struct BruteForce {
  let evaluator: Evaluator
  let rule: String
  let evidence: Evidence
  let question: Question
  let day: CivilDate

  /// The verdict on the set's earliest day.
  func isMet(_ additions: [Addition]) -> Bool {
    timeline(additions).value(on: earliest(additions)).verdict == .met
  }

  func earliest(_ additions: [Addition]) -> CivilDate {
    additions.map { $0.earliest(asOf: question.asOf) }.reduce(day, max)
  }

  func timeline(_ additions: [Addition]) -> Timeline<Finding> {
    evaluator.begin(evidence.applying(additions, asOf: question.asOf), question)
    guard let root = evaluator.book.rule(rule)?.root else { return Timeline(Finding(.notMet)) }
    return evaluator.timeline(of: root)
  }

  /// No proper subset, the empty one included, is met on its own earliest day.
  func isMinimal(_ additions: [Addition]) -> Bool {
    (0..<(1 << additions.count) - 1).allSatisfy { bits in
      !isMet(additions.indices.compactMap { bits >> $0 & 1 == 1 ? additions[$0] : nil })
    }
  }

  /// Every smallest set of up to `size` additions from the universe, waits included.
  func flips(_ universe: [Addition], size: Int) -> Set<Set<Addition>> {
    if isMet([]) { return [] }
    var result: Set<Set<Addition>> = []
    for chosen in combinations(universe[...], size) {
      let line = timeline(chosen)
      let from = earliest(chosen)
      guard let met = line.first(from: from, where: { $0.verdict == .met }) else { continue }
      let set = chosen + (met == from ? [] : [.wait(until: met)])
      if set.count <= size, isMinimal(set) { result.insert(Set(set)) }
    }
    return result
  }

  private func combinations(_ rest: ArraySlice<Addition>, _ size: Int) -> [[Addition]] {
    guard size > 0, let head = rest.first else { return [[]] }
    return combinations(rest.dropFirst(), size) + combinations(rest.dropFirst(), size - 1).map { [head] + $0 }
  }
}
