import Foundation
import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("Rows against a requirement set")
struct RosterCheckTests {
  private static let head =
    "Name,State,Certification,Certified on,Certification expires,License,License issued,License expires,BLS issued,BLS expires,TB,Flu\n"
  private static func row(
    _ name: String = "Ana Example", state: String = "WA", certification: String = "CMA (AAMA)",
    expires: String = "2028-01-31", license: String = "MA-C", bls: String = "2028-01-31", tb: String = "2026-02-01",
    flu: String = "2026-09-10"
  ) -> String {
    let held = license.isEmpty ? ",," : "\(license),2025-02-01,2028-06-30"
    return "\(name),\(state),\(certification),2023-01-20,\(expires),\(held),2026-02-01,\(bls),\(tb),\(flu)\n"
  }

  private static func layer(_ name: RequirementSet.LayerName, _ row: String, head: String = head) throws
    -> RosterAnswer.Layer
  {
    let answer = try Roster.check(head + row).answers[0]
    guard let layer = answer.layers.first(where: { $0.name == name && $0.gate == .required }) else {
      throw Roster.MissingSet()
    }
    return layer
  }

  @Test("layers stay apart: what one refuses the others do not know")
  func layers() throws {
    let flu = try Roster.check(Self.head + Self.row(flu: "")).answers[0]
    #expect(flu.layers.map(\.name) == [.law, .employer, .employer, .facility])
    #expect(flu.layers.filter { $0.name == .employer }.allSatisfy { $0.verdict == .met })
    #expect(flu.layers.first { $0.name == .facility }?.verdict == .notMet)
    #expect(flu.reason?.layer == .facility && flu.reason?.day == CivilDate("2027-01-04"))
  }

  @Test("what is preferred ranks and never gates")
  func preferred() throws {
    let rma = Self.row("Ben Example", certification: "RMA (AMT)")
    let result = try Roster.check(Self.head + Self.row() + rma)
    #expect(result.answers.allSatisfy { $0.reason?.layer != .employer })
    let ranks = Dictionary(uniqueKeysWithValues: result.answers.map { ($0.name, $0.preferred) })
    #expect(ranks == ["Ana Example": 1, "Ben Example": 0])
    #expect(result.answers.first?.name == "Ben Example")
  }

  @Test("an empty cell is none; a column that is not there and a cell that says unknown are open")
  func open() throws {
    #expect(try Self.layer(.facility, Self.row(tb: "")).verdict == .notMet)
    #expect(try Self.layer(.facility, Self.row(tb: "unknown")).verdict == .undetermined)
    let answer = try Roster.check("Name,Flu\nAna Example,2026-09-10\n").answers[0]
    #expect(answer.layers.first { $0.name == .facility }?.verdict == .undetermined)
    #expect(answer.layers.first { $0.name == .employer }?.verdict == .undetermined)
  }

  @Test("a card listed without its first day is held from the day of the sheet on")
  func withoutBeginning() throws {
    let head = "Name,Certification,Certification expires,BLS expires\n"
    let row = "Ana Example,CMA (AAMA),2028-01-31,2027-03-10\n"
    #expect(try Self.layer(.employer, row, head: head).day == CivilDate("2027-03-11"))
    #expect(try Self.layer(.employer, row.replacing("2027-03-10", with: "2026-12-31"), head: head).verdict == .notMet)
  }

  @Test("a state needs its own credential: without it the law breaks on the first day")
  func law() throws {
    let without = try Self.layer(.law, Self.row(license: ""))
    #expect(without.verdict == .notMet && without.day == CivilDate("2027-01-04"))
    #expect(try Self.layer(.law, Self.row()).verdict == .met)
  }

  @Test("the days of a row are its own where it has them")
  func ownDays() throws {
    let head = "Name,Start,End,BLS issued,BLS expires,Certification,Certified on,Certification expires\n"
    let row = "Ana Example,2027-05-01,2027-06-30,2026-01-01,2027-05-15,CMA (AAMA),2023-01-20,2028-01-31\n"
    let answer = try Roster.check(head + row, Roster.options { $0.days = nil }).answers[0]
    #expect(answer.days == DayInterval(CivilDate("2027-05-01")!, CivilDate("2027-06-30")!))
    #expect(answer.layers.first { $0.name == .employer }?.day == CivilDate("2027-05-16"))
  }

  @Test("letters without their body are read where they mean one thing here, and noted")
  func bareMarks() throws {
    let result = try Roster.check(Self.head + Self.row(certification: "CMA"))
    #expect(result.answers[0].layers.first { $0.name == .employer }?.verdict == .met)
    #expect(result.notes.contains { $0.text.en.contains("CMA (AAMA)") })
  }

  @Test("the user corrects what a header means")
  func mapping() throws {
    let head = "Name,Basic life,Certification,Certified on,Certification expires,BLS issued\n"
    let row = "Ana Example,2027-03-10,CMA (AAMA),2023-01-20,2028-01-31,2025-01-01\n"
    #expect(try Self.layer(.employer, row, head: head).verdict == .undetermined)
    let said = Roster.options { $0.columns = [("basic LIFE", .blsExpires)] }
    let answer = try Roster.check(head + row, said).answers[0]
    #expect(answer.layers.first { $0.name == .employer }?.day == CivilDate("2027-03-11"))
  }

  @Test("a cell that a spreadsheet would run is kept as text")
  func formulas() throws {
    for name in ["=1+1", "+1 Example", "-1 Example", "@Example"] {
      let result = try Roster.check("Name,Flu\n\"\(name)\",2026-09-10\n")
      #expect(RosterCSV(.english).render(result).contains(",'\(name),"), "\(name)")
    }
  }

  @Test("an interruption ends the check without an answer")
  func interruption() throws {
    struct Stopped: Error {}
    let rows = (0..<2000).map { Self.row("Person \($0) Example") }.joined()
    guard let set = Samples.base.requirementSet("sample-clinic") else { throw Roster.MissingSet() }
    let checker = RosterChecker(Samples.base, set)
    let sheet = try CSVSheet(.init((Self.head + rows).utf8))
    #expect(throws: Stopped.self) { try checker.check(sheet, Roster.options()) { _ in throw Stopped() } }
  }

  @Test("every set of the packs is a sample, says so, and has its rules")
  func sets() {
    #expect(Samples.base.requirementSets.count == 3)
    for set in Samples.base.requirementSets {
      #expect(set.isSample && set.about.en.contains("invented") && set.about.es.contains("inventamos"))
      for layer in set.layers {
        if case .rule(let id) = layer.content { #expect(Samples.base.book.rule(id) != nil, "\(id)") }
      }
    }
  }
}
