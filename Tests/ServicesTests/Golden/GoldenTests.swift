import Foundation
import Knowledge
import Rules
import Services
import Testing
import Vocabulary

/// What the sample people read on 2026-11-22, in both languages, compared with the files in `Expected`.
@Suite("Texts of the sample people", .serialized)
struct GoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let person: Samples.Person
    let language: Language
    var testDescription: String { "\(person.name), \(language.rawValue)" }
    func file(_ kind: String) -> String { "\(person.name).\(kind).\(language.rawValue)" }
  }

  static let cases = Samples.people.flatMap { person in
    Language.allCases.map { Case(person: person, language: $0) }
  }

  private func credential(_ id: String) throws -> Credential { try #require(Samples.base.credential(id)) }

  private func every(_ evidence: Evidence) throws -> [Determination] {
    let assessor = Assessor(Samples.base)
    return try Samples.base.credentials.compactMap {
      try assessor.assess($0, evidence, Samples.inquiry)?.determination
    }
  }

  @Test("the check of every credential", arguments: cases)
  func check(sample: Case) throws {
    let file = try sample.person.file()
    try Golden.check(
      CheckText(Samples.base, sample.language, Samples.inquiry).render(file, try every(file.evidence)),
      sample.file("check"))
  }

  @Test("the reasons for one answer", arguments: cases)
  func explain(sample: Case) throws {
    let file = try sample.person.file()
    let answer = try Assessor(Samples.base).determine(sample.person.rule, file.evidence, Samples.inquiry)
    let explanation = try #require(answer.explanation)
    try Golden.check(
      CheckText(Samples.base, sample.language, Samples.inquiry).render(file, [answer]) + "\n\n"
        + ExplanationText(sample.language, asOf: Samples.asOf).render(explanation), sample.file("explain"))
  }

  @Test("the credentials side by side", arguments: cases)
  func compare(sample: Case) throws {
    let comparisons = try Comparer(Samples.base).compare(try sample.person.file().evidence, Samples.inquiry)
    try Golden.check(CompareText(sample.language, Samples.inquiry).render(comparisons), sample.file("compare"))
  }

  @Test("the plan to one credential", arguments: cases)
  func plan(sample: Case) throws {
    let file = try sample.person.file()
    let plan = try #require(
      try PlanService(Samples.base).plan(try credential(sample.person.goal), file.evidence, Samples.inquiry))
    try Golden.check(
      PlanText(Samples.base, sample.language, asOf: Samples.asOf).render(plan, name: file.name), sample.file("plan"))
  }

  @Test("the life of one credential", arguments: cases)
  func life(sample: Case) throws {
    let life = try #require(
      try Assessor(Samples.base).life(
        try credential(sample.person.goal), try sample.person.file().evidence, Samples.inquiry))
    try Golden.check(LifeText(sample.language, asOf: Samples.asOf).render(life), sample.file("life"))
  }

  @Test("the smallest changes", arguments: cases)
  func flips(sample: Case) throws {
    let flips = try Assessor(Samples.base).flips(
      sample.person.rule, try sample.person.file().evidence, Samples.inquiry)
    try Golden.check(FlipText(Samples.base, sample.language, asOf: Samples.asOf).render(flips), sample.file("flips"))
  }

  @Test("the keys and types of the JSON", arguments: Samples.people)
  func json(person: Samples.Person) throws {
    let file = try person.file()
    func report(_ answer: Determination, explain: Bool) -> DeterminationReport {
      DeterminationReport(answer, edition: Samples.base.edition, language: .english, explain: explain)
    }
    let checks = try every(file.evidence).map { report($0, explain: false) }
    try Golden.check(try JSONShape.text(of: try JSON.text(checks)), "\(person.name).check.json")
    let answer = try Assessor(Samples.base).determine(person.rule, file.evidence, Samples.inquiry)
    try Golden.check(
      try JSONShape.text(of: try JSON.text(report(answer, explain: true))), "\(person.name).explain.json")
  }
}
