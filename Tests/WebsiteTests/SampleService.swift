import Knowledge
import Vocabulary

@testable import Website

/// A service that knows three questions and gives the values of `Fixtures`.
struct SampleService: WebsiteService {
  /// No credentials are known to it: all else is as it is.
  func verifying(_ members: Members) -> LiveVerification? { LiveService(KnowledgeBase()).verifying(members) }
  func coaching(_ members: Members) -> LiveCoaching? { LiveService(KnowledgeBase()).coaching(members) }
  func externshipMinimums(_ members: Members, _ day: CivilDate) -> LiveMinimums? {
    LiveService(KnowledgeBase()).externshipMinimums(members, day)
  }
  func edition(_ language: Language) -> Edition { Fixtures.edition(language) }
  func start(_ visit: Visit) -> StartPage.Value { Fixtures.start(visit.language) }

  func question(_ fact: String?, _ visit: Visit) -> QuestionStep {
    let kinds: [(String, QuestionPage.Kind)] = [
      ("diploma", .yesNo), ("program-completed", .day), ("class-hours", .number(unit: "h", atMost: 4000)),
    ]
    guard let fact = fact ?? kinds.first(where: { visit.answers[$0.0] == nil })?.0 else { return .done }
    guard let kind = kinds.first(where: { $0.0 == fact })?.1 else { return .unknownFact }
    return .ask(
      QuestionPage.Value(
        fact: fact, ask: "What about \(fact)?", kind: kind, number: 1, atMost: 3, answer: visit.answers[fact]))
  }

  /// Something that nobody expected, with what nobody else is to know.
  struct Trouble: Error { let text = "SELECT secret FROM account" }

  func accept(_ answer: String, for fact: String, _ visit: Visit) throws -> Acceptance {
    if answer == "1900-12-31" { throw Trouble() }
    if answer == "1900-01-01" { return .refused("Too long ago") }
    var answers = visit.answers
    answers[fact] = answer
    return .kept(answers)
  }

  func answers(_ visit: Visit) -> AnswersPage.Value {
    AnswersPage.Value(
      told: visit.answers.list.map { Told(fact: $0.fact, term: $0.fact, text: $0.text) }, hasOpenQuestion: true)
  }

  func chooser(_ visit: Visit, weights: Weights) -> ChooserPage.Value { Fixtures.chooser(visit.language) }

  func roadmap(_ credential: CredentialPath, _ visit: Visit) -> RoadmapPage.Value? {
    credential == Fixtures.cma ? Fixtures.roadmap(visit.language) : nil
  }

  func calendar(_ credential: CredentialPath, _ visit: Visit) -> [CalendarEvent]? {
    guard credential == Fixtures.cma else { return nil }
    return [
      CalendarEvent(
        id: "aama-cma-exam", day: Fixtures.day(2027, 6, 14), title: "Exam, CMA (AAMA)", text: "Planned; sample")
    ]
  }

  func reason(_ credential: CredentialPath, rule: String, on day: CivilDate?, _ visit: Visit) -> ReasonPage.Value? {
    credential == Fixtures.cma && rule == "eligibility" ? Fixtures.reasonPage(visit.language) : nil
  }

  func roster(_ request: RosterRequest, _ visit: Visit) -> RosterPage.Value {
    Fixtures.roster(visit.language, request)
  }
  func rosterFile(_ request: RosterRequest, _ visit: Visit) -> String? {
    request.sheet.isEmpty ? nil : String(decoding: request.sheet, as: UTF8.self)
  }

  func states(_ question: StateQuestion, _ visit: Visit) -> StatesPage.Value { Fixtures.states(visit.language) }

  func state(_ code: String, _ question: StateQuestion, _ visit: Visit) -> StatePage.Value? {
    code == "wa" ? Fixtures.state(visit.language) : nil
  }

  func stateTask(_ code: String, task: String, _ question: StateQuestion, _ visit: Visit) -> StateTaskPage.Value? {
    code == "wa" ? Fixtures.stateTask(visit.language) : nil
  }

  func stateComparison(_ codes: [String], _ question: StateQuestion, _ visit: Visit) -> StateComparisonPage.Value {
    Fixtures.stateComparison(visit.language)
  }

  func move(_ move: Move, _ visit: Visit) -> MovePage.Value { Fixtures.move(visit.language) }

  func worth(_ visit: Visit) -> WorthPage.Value { Fixtures.worth(visit.language) }

  func programs(_ question: ProgramQuestion, _ visit: Visit) -> ProgramsPage.Value? {
    Fixtures.programs(visit.language)
  }

  func program(_ id: String, _ visit: Visit) -> ProgramPage.Value? {
    id == "dapip-1-23-3" ? Fixtures.program(visit.language) : nil
  }

  func pickProgram(_ id: String, _ visit: Visit) -> Answers? { visit.answers }
  func unpickProgram(_ visit: Visit) -> Answers { visit.answers }
  func sources(_ visit: Visit) -> SourcesPage.Value { Fixtures.sources(visit.language) }
  func words(for day: CivilDate, _ language: Language) -> String { day.description }

  func wallet(_ members: Members) -> LiveWallet? { LiveService(KnowledgeBase()).wallet(members) }
}
