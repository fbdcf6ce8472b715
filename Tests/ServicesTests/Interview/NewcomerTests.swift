import Rules
import Services
import Testing
import Vocabulary

/// A person as they would tell it.
struct Newcomer: Sendable, CustomTestStringConvertible {
  let name: String
  let knows: [String: String]
  /// CMA (AAMA), RMA (AMT), CCMA (NHA), NCMA (NCCT) on the day asked.
  let verdicts: [Verdict]
  var testDescription: String { name }

  private static let school = ["program-kind": "school", "program-total-hours": "900", "program-practicum-hours": "180"]
  private static let diploma = ["diploma-status": "diploma", "exam-history": "never"]
  private static let noWork = ["work-as-medical-assistant": "none"]

  private static func make(_ name: String, _ parts: [[String: String]], _ own: [String: String], _ verdicts: [Verdict])
    -> Newcomer
  {
    Newcomer(name: name, knows: (parts + [own]).reduce(into: [:]) { $0.merge($1) { _, new in new } }, verdicts: verdicts)
  }

  static let all: [Newcomer] = [
    make(
      "student of an accredited program", [school, diploma, noWork],
      ["program-status": "in-one-now", "program-graduated": "2027-06-04", "program-accreditation": "abhes",
        "program-completion": "2027-05-28", "program-recognized-by": "none"], [.notMet, .met, .notMet, .notMet]),
    make(
      "recent graduate of an accredited program", [school, diploma, noWork],
      ["program-status": "finished", "program-graduated": "2026-06-12", "program-accreditation": "caahep",
        "program-recognized-by": "state"], [.met, .met, .met, .met]),
    make(
      "career changer without program or work", [diploma, noWork], ["program-status": "never"],
      [.notMet, .notMet, .notMet, .notMet]),
    make(
      "support staff of an office", [diploma], ["program-status": "never", "work-as-medical-assistant": "office-now"],
      [.notMet, .notMet, .notMet, .notMet]),
    make(
      "medical assistant trained at work", [diploma],
      ["program-status": "never", "work-as-medical-assistant": "assistant-now", "work-from": "2020-03",
        "work-supervised": "yes", "work-duties": "both", "work-hours": "40", "cpr-card": "bls"],
      [.notMet, .met, .met, .met]),
    make(
      "graduate of a program without accreditation", [school, diploma, noWork],
      ["program-status": "finished", "program-graduated": "2025-08", "program-accreditation": "none",
        "program-recognized-by": "state", "program-institution": "yes", "category-4-review": "none"],
      [.notMet, .met, .met, .met]),
    make(
      "graduate of long ago who works", [school, diploma],
      ["program-status": "finished", "program-graduated": "2015-05", "program-accreditation": "caahep",
        "work-as-medical-assistant": "assistant-now", "work-from": "2016-01", "work-supervised": "yes",
        "program-recognized-by": "none"], [.met, .met, .met, .met]),
    make(
      "pupil in a program of the high school", [noWork],
      ["program-status": "in-one-now", "program-graduated": "2027-05-20", "program-accreditation": "none",
        "program-kind": "high-school", "diploma-status": "in-high-school", "diploma-earned": "2027-05-20",
        "exam-history": "never", "program-recognized-by": "none", "program-institution": "no"],
      [.notMet, .notMet, .notMet, .notCovered]),
    make(
      "trained in the armed forces", [diploma, noWork],
      ["program-status": "finished", "program-graduated": "2024-03-01", "program-accreditation": "none",
        "program-kind": "military", "program-recognized-by": "none", "category-4-review": "none"],
      [.notMet, .met, .met, .notCovered]),
    make(
      "one who left the program", [school, diploma],
      ["program-status": "left", "program-accreditation": "abhes", "work-as-medical-assistant": "assistant-before",
        "work-from": "2025-01", "work-until": "2025-06", "work-supervised": "yes", "program-recognized-by": "none"],
      [.notMet, .notMet, .notMet, .notMet]),
  ]
}

@Suite("Ten newcomers")
struct NewcomerTests {
  @Test("each is done after at most twelve questions, all of which they can answer", arguments: Newcomer.all)
  func atMostTwelve(_ person: Newcomer) {
    var unanswered: [String] = []
    let told = Fixture.run { key in
      if person.knows[key] == nil { unanswered.append(key) }
      return person.knows[key]
    }
    let evidence = Fixture.interview.evidence(from: told, asOf: Fixture.asOf).evidence
    let verdicts = Fixture.verdicts(evidence, on: [Fixture.asOf])
    print("script: \(person.name): \(told.count), \(verdicts.map(\.name)): \(told.map { $0.question + "=" + $0.answer })")
    #expect(told.count <= 12)
    #expect(unanswered.isEmpty)
    #expect(verdicts == person.verdicts)
  }

  @Test("the same answers lead to the same page on every run")
  func stable() {
    let person = Newcomer.all[0]
    #expect(Fixture.run { person.knows[$0] }.map(\.question) == Fixture.run { person.knows[$0] }.map(\.question))
    #expect(Fixture.interview.next([], asOf: Fixture.asOf)?.key == "program-status")
  }
}
