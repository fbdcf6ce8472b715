import Documents
import Rules
import Vocabulary

/// Reads the worked examples beside the rules.
struct CaseReader {
  let base: KnowledgeBase
  let faults: FaultList

  func read(_ node: Node, _ file: String) -> [RuleCase] {
    guard let fields = Fields(node, file, faults, what: "a file of cases"), let items = fields.list("cases") else {
      return []
    }
    fields.finish("a file of cases", known: ["cases"])
    return items.compactMap { readCase($0, file) }
  }

  private func readCase(_ node: Node, _ file: String) -> RuleCase? {
    guard let fields = Fields(node, file, faults, what: "a case") else { return nil }
    defer {
      fields.finish("a case", known: ["case", "rule", "as_of", "known_on", "day", "act", "pins", "given", "expect"])
    }
    guard let name = fields.text("case"), let address = fields.text("rule"), let asOf = fields.day("as_of"),
      let given = fields.take("given"), let expected = fields.map("expect")
    else {
      fields.fault("a case needs case, rule, as_of, given and expect")
      return nil
    }
    let ruleID = address.split(separator: "#").first.map(String.init) ?? address
    if base.book.rule(ruleID) == nil { fields.fault("unknown rule '\(ruleID)'") }
    let on = fields.day("day") ?? asOf
    let knownOn = fields.day("known_on")
    let act = fields.text("act")
    var pins: [String: CivilDate] = [:]
    if let map = fields.map("pins") {
      for key in map.keys { pins[key] = map.day(key) }
    }
    for name in [act].compactMap({ $0 }) + pins.keys where base.book.act(name) == nil {
      fields.fault("unknown act '\(name)'")
    }
    var evidence = Evidence()
    do {
      let reader = PersonReader(base)
      evidence = try reader.read(given, file: file, today: asOf, isCase: true).evidence
    } catch {
      for fault in error.all {
        faults.add(
          fault.message, file,
          Node(.null, line: fault.place.line, column: fault.place.column))
      }
    }
    guard let expect = expectation(expected) else { return nil }
    return RuleCase(
      name: name, address: address, asOf: asOf, knownOn: knownOn, on: on, act: act, pins: pins, evidence: evidence,
      expect: expect, place: Place(file: file, line: node.line, column: node.column))
  }

  private func expectation(_ fields: Fields) -> RuleCase.Expectation? {
    guard let word = fields.text("verdict"), let verdict = Verdict(name: word) else {
      fields.fault("expected a verdict: met, not met, undetermined or not covered")
      return nil
    }
    var expect = RuleCase.Expectation(
      verdict: verdict, grade: nil, from: nil, until: nil, because: fields.text("because"), missing: [],
      shortBy: [:])
    if let name = fields.text("grade") {
      expect.grade = RuleGrade.allCases.first { $0.name == name }
      if expect.grade == nil { fields.fault("expected stated, presumed or reported for 'grade', found '\(name)'") }
    }
    expect.from = bound(fields, "from", .distantPast)
    expect.until = bound(fields, "until", .distantFuture)
    expect.missing = fields.words("missing") ?? []
    if let sums = fields.map("short_by") { expect.shortBy = shortfalls(sums) }
    fields.finish("'expect'", known: ["verdict", "grade", "from", "until", "because", "missing", "short_by"])
    return expect
  }

  private func shortfalls(_ fields: Fields) -> [String: Quantity] {
    var result: [String: Quantity] = [:]
    for unit in fields.keys {
      guard let text = fields.text(unit) else { continue }
      if let amount = Quantity(text), amount > .zero {
        result[unit] = amount
      } else {
        fields.fault("expected a number above 0 for '\(unit)', found '\(text)'")
      }
    }
    if fields.keys.isEmpty { fields.fault("'short_by' needs a unit and a number: { points: 2 }") }
    return result
  }

  private func bound(_ fields: Fields, _ key: String, _ open: CivilDate) -> CivilDate? {
    guard let node = fields.take(key), let text = fields.scalar(node, key) else { return nil }
    if text == "open" { return open }
    return fields.day(node, key)
  }
}
