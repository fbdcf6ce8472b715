public import Rules
import Vocabulary

/// Runs the worked examples beside the rules.
public struct CaseRunner {
  private let evaluator: Evaluator

  public init(book: RuleBook) { evaluator = Evaluator(book: book) }

  /// What a case expected and did not get; empty: it holds.
  public func failures(of example: RuleCase) -> [String] {
    let book = evaluator.book
    var question = Question(asOf: example.asOf, knownOn: example.knownOn, act: example.act.flatMap { book.act($0) })
    for (act, day) in example.pins { if let id = book.act(act) { question.pins[id] = day } }
    let answer: Determination
    do {
      answer = try evaluator.determine(
        example.address, example.evidence, question, on: example.on, explaining: example.expect.needsReasons)
    } catch {
      return ["\(error)"]
    }
    return compare(example, answer)
  }

  private func compare(_ example: RuleCase, _ answer: Determination) -> [String] {
    var failures: [String] = []
    let expect = example.expect
    let found = answer.finding
    if found.verdict != expect.verdict {
      failures.append("expected \(expect.verdict.name), found \(found.verdict.name) (\(found.grade.name))")
      return failures
    }
    if let grade = expect.grade, grade != found.grade {
      failures.append("expected \(grade.name), found \(found.grade.name)")
    }
    let span = answer.span
    if let from = expect.from, from != span.first { failures.append("expected from \(from), found \(span.first)") }
    if let until = expect.until, until != span.last { failures.append("expected until \(until), found \(span.last)") }
    if let because = expect.because { failures += check(because, example, found) }
    if let explanation = answer.explanation {
      let gaps = Set(explanation.openGaps.map(\.path))
      for path in expect.missing where !gaps.contains(path) {
        failures.append("expected \(path) to be missing; missing are \(gaps.sorted().joined(separator: ", "))")
      }
    }
    if let explanation = answer.explanation { failures += checkSums(expect, explanation) }
    return failures
  }

  /// Of the sums of one unit, the one that lacks most says how much more is needed at least.
  private func checkSums(_ expect: RuleCase.Expectation, _ explanation: Explanation) -> [String] {
    let sums = explanation.flattened.flatMap(\.sums)
    return expect.shortBy.sorted { $0.key < $1.key }.compactMap { unit, amount in
      guard let found = sums.filter({ $0.unit == unit }).map({ max(.zero, $0.needed - $0.low) }).max() else {
        return "expected short by \(amount) \(unit), found no sum in \(unit)"
      }
      return found == amount ? nil : "expected short by \(amount) \(unit), found \(found)"
    }
  }

  private func check(_ because: String, _ example: RuleCase, _ found: Finding) -> [String] {
    let ruleID = example.address.split(separator: "#").first.map(String.init) ?? example.address
    guard let root = evaluator.book.rule(ruleID)?.root else { return [] }
    guard let part = evaluator.timeline(ofPart: ruleID + "#" + because, in: root) else {
      return ["no part is called '\(because)'"]
    }
    let verdict = part.value(on: example.on).verdict
    return verdict == found.verdict ? [] : ["expected because of '\(because)', which is \(verdict.name)"]
  }
}

extension RuleCase.Expectation {
  /// Whether it can be compared only with the reasons of the answer.
  fileprivate var needsReasons: Bool { !missing.isEmpty || !shortBy.isEmpty }
}
