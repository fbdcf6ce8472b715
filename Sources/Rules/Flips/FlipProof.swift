import Vocabulary

/// Applies sets of additions and evaluates again; each set once.
final class FlipProof {
  struct Result {
    /// The day on which all additions are there.
    let earliest: CivilDate
    let timeline: Timeline<Finding>
    /// The first day from then on that is met.
    let met: CivilDate?
  }

  private let evaluator: Evaluator
  private let address: String
  private let evidence: Evidence
  private let question: Question
  private let day: CivilDate
  private var known: [[Addition]: Result] = [:]

  init(_ evaluator: Evaluator, _ address: String, _ evidence: Evidence, _ question: Question, _ day: CivilDate) {
    self.evaluator = evaluator
    self.address = address
    self.evidence = evidence
    self.question = question
    self.day = day
  }

  /// - Parameter additions: without waits, in stable order.
  func evaluate(_ additions: [Addition]) -> Result {
    if let result = known[additions] { return result }
    let earliest = additions.map { $0.earliest(asOf: question.asOf) }.reduce(day, max)
    evaluator.begin(evidence.applying(additions, asOf: question.asOf), question)
    let line =
      evaluator.timeline(at: address, asked: DayInterval(earliest, .distantFuture)) ?? Timeline(Finding(.notMet))
    let result = Result(
      earliest: earliest, timeline: line, met: line.first(from: earliest, where: { $0.verdict == .met }))
    known[additions] = result
    return result
  }

  /// The flip that a set amounts to: at once, or with the wait until its first met day.
  func flip(_ additions: [Addition]) -> Flip? {
    let result = evaluate(additions)
    guard let met = result.met else { return nil }
    let waits: [Addition] = met == result.earliest ? [] : [.wait(until: met)]
    return Flip(additions: additions + waits, day: met, finding: result.timeline.value(on: met))
  }

  /// Whether no proper subset of a flip is met on its own earliest day.
  func isMinimal(_ flip: Flip) -> Bool {
    let wait = flip.additions.last?.waitsUntil
    let others = wait == nil ? flip.additions : Array(flip.additions.dropLast())
    for subset in others.subsets() where !(subset.count == others.count && wait == nil) {
      let result = evaluate(subset)
      if result.met == result.earliest { return false }
      if let wait, subset.count < others.count,
        result.timeline.value(on: max(wait, result.earliest)).verdict == .met
      {
        return false
      }
    }
    return true
  }
}

extension Array {
  /// Every subset in stable order, the empty one first.
  func subsets() -> [[Element]] {
    (0..<(1 << count)).map { bits in indices.compactMap { bits >> $0 & 1 == 1 ? self[$0] : nil } }
      .sorted { $0.count < $1.count }
  }
}

extension Evaluator {
  /// The timeline of a rule or of a named part of one. Call after `begin`.
  func timeline(at address: String, asked: DayInterval) -> Timeline<Finding>? {
    let id = address.split(separator: "#").first.map(String.init) ?? address
    guard let rule = book.rule(id) else { return nil }
    return address == id ? timeline(of: rule.root, asked: asked) : timeline(ofPart: address, in: rule.root)
  }
}
