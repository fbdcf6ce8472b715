import Knowledge
import Rules
import Services
import Testing
import Vocabulary

/// What the packs of `knowledge/jurisdictions` say through the services.
@Suite("States and tasks")
struct StateAnswersTests {
  private static let base = Samples.base
  private static let day = Samples.asOf

  private func cell(_ state: String, _ task: String, _ evidence: Evidence, on day: CivilDate = day) throws
    -> StateAnswers.Cell
  {
    let jurisdiction = try #require(Self.base.jurisdiction(state))
    let found = try #require(Self.base.task(task))
    return try #require(
      StateAnswers(Self.base).cells(jurisdiction, [found], evidence, asOf: Self.day, on: day).first)
  }

  private func held(_ credential: String?, on day: CivilDate = day) -> Evidence { Holder(credential).evidence(on: day) }

  @Test("all 50 states and DC are there, each with a board and an answer for each task")
  func all() {
    #expect(Self.base.jurisdictions.count == 51)
    #expect(Set(Self.base.jurisdictions.map(\.code)).count == 51)
    #expect(Self.base.jurisdictions.allSatisfy { !$0.boards.isEmpty })
    let grid = StateAnswers(Self.base).grid(Self.base.tasks, held("aama/cma"), asOf: Self.day, on: Self.day)
    #expect(grid.allSatisfy { $0.count == Self.base.tasks.count })
    #expect(Self.base.tasks.filter(\.isMostAsked).count == 6)
  }

  @Test("the tasks that a training may be for are those of the catalog")
  func trainingTasks() throws {
    let field = try #require(Field.named("training.for"))
    guard case .set(let words) = field.content else {
      Issue.record("training.for is no set")
      return
    }
    #expect(Set(words) == Set(Self.base.tasks.map(\.id)))
  }

  @Test("every value of a state has a source, and none was read after it was written")
  func sources() {
    let states = Set(Self.base.jurisdictions.map(\.id))
    let values = Self.base.values.filter { states.contains($0.owner) }
    #expect(values.count > 300)
    for value in values {
      for readings in value.readings {
        #expect(readings.allSatisfy { !$0.citations.isEmpty }, "\(value.owner) \(value.name)")
      }
    }
  }

  @Test("without a rule of the state the answer is never a yes or a no, whoever asks")
  func noRule() throws {
    for holder in ["aama/cma", "nha/ccma", nil] {
      let grid = StateAnswers(Self.base).grid(Self.base.tasks, held(holder), asOf: Self.day, on: Self.day)
      for cell in grid.joined() where !Self.base.hasRule(cell.jurisdiction, cell.task) {
        #expect(cell.standing == .none && cell.finding.verdict == .notCovered, "\(cell)")
      }
    }
    let vaccine = try cell("us-al", "vaccine", held("aama/cma"))
    let rule = try #require(Self.base.book.rule("us-al/task/vaccine"))
    #expect(vaccine.standing == .none)
    #expect(Self.base.book.requirements[rule.root].text?.en.contains("AAMA's counsel wrote in 2020") == true)
    let blood = try #require(Self.base.book.rule("us-al/task/venipuncture"))
    #expect(Self.base.book.requirements[blood.root].text?.en.contains("AAMA") == false)
  }

  @Test("plain yes and plain no rest on stated rules only")
  func plain() {
    let grid = StateAnswers(Self.base).grid(Self.base.tasks, held("aama/cma"), asOf: Self.day, on: Self.day)
    for cell in grid.joined() {
      let words = StateText.words(cell).en
      if words == "Rule covers it" || words == "Rule says no" { #expect(cell.finding.grade == .stated, "\(cell)") }
      if cell.standing == .prohibited { #expect(cell.finding.verdict == .notMet) }
    }
  }

  @Test("Washington asks for its own credential, through its last valid day")
  func washington() throws {
    var evidence = held("aama/cma")
    #expect(try cell("us-wa", "venipuncture", evidence).standing == .other)
    let first = CivilDate("2026-01-10")!
    let last = CivilDate("2027-01-10")!
    evidence.put(
      EvidenceRecord(
        id: "ma-c", kind: .license,
        values: [
          "of": .word("us-wa/ma-c"), "issued": .day(DayInterval(first), expected: false),
          "expires": .day(DayInterval(last), expected: false),
        ], grade: .primarySource))
    #expect(try cell("us-wa", "venipuncture", evidence).standing == .listed)
    #expect(try cell("us-wa", "venipuncture", evidence, on: last).standing == .listed)
    #expect(try cell("us-wa", "venipuncture", evidence, on: last.next).standing == .other)
    #expect(try cell("us-wa", "venipuncture", evidence, on: first.previous).standing == .other)
  }

  @Test("the grid says what the single answer says")
  func agreement() throws {
    let service = StateAnswers(Self.base)
    let evidence = held("nha/ccma")
    let inquiry = Inquiry(asOf: Self.day)
    let tasks = Self.base.tasks.filter(\.isMostAsked)
    let grid = service.grid(tasks, evidence, asOf: Self.day, on: Self.day)
    for (state, cells) in zip(Self.base.jurisdictions, grid) {
      for (task, cell) in zip(tasks, cells) {
        #expect(try service.answer(state, task, evidence, inquiry)?.cell == cell, "\(state.id) \(task.id)")
      }
    }
  }

  @Test("a move to Washington tells the credential, its fees and what changes")
  func move() throws {
    let service = StateAnswers(Self.base)
    let plan = try service.move(
      held("aama/cma"), from: Self.base.jurisdiction("us-tx"), to: #require(Self.base.jurisdiction("us-wa")),
      on: CivilDate("2027-03-01")!, asOf: Self.day)
    #expect(plan.steps.last?.kind == .firstDay)
    #expect(plan.steps.contains { $0.kind == .credential })
    let fees = plan.steps.flatMap(\.statements).filter { $0.name == "fee.initial" }
    #expect(fees.map { $0.content.text(.english) } == ["$145"])
    #expect(plan.changes.contains { $0.task.id == "venipuncture" && $0.after.standing == .other })
    #expect(plan.steps.allSatisfy { $0.by == plan.day })
  }
}
