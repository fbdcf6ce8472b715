import Testing
import Vocabulary

@testable import Website

@Suite("Route")
struct RouteTests {
  static let routes: [Route] = [
    .start, .question(nil), .question("program-completed"), .answers, .answersRemoval, .keptAnswers, .compare,
    .chooser(Weights(get: .double, keep: .ignore)), .roadmap(Fixtures.cma), .calendar(Fixtures.cma),
    .reason(Fixtures.cma, rule: "eligibility", on: nil), .reason(Fixtures.cma, rule: "eligibility", on: Fixtures.today),
    .states(StateQuestion()),
    .states(StateQuestion(task: "vaccine", holder: StateQuestion.Holder.none, on: Fixtures.today)),
    .state("wa", StateQuestion()), .state("wa", StateQuestion(holder: .answers)),
    .stateTask("wa", task: "vaccine", StateQuestion(on: Fixtures.today)),
    .stateComparison([], StateQuestion()), .stateComparison(["tx", "wa"], StateQuestion(on: Fixtures.today)),
    .move(Move()), .move(Move(from: "tx", to: "wa", on: Fixtures.today, holder: StateQuestion.Holder.none)),
    .programs(ProgramQuestion()), .programs(ProgramQuestion(text: "Peña & Sons, 100%", state: "tx")),
    .program("dapip-1-23-3"), .programPick("dapip-1-23-3"), .programRemoval,
    .roster, .worth, .print, .howWeKnow, .words, .live, .ready, .metrics, .robots, .securityText,
    .asset("fobwatch-0.css"),
    .duties, .explainers, .explainer("sample"), .search(""), .search("CMA"),
    .feed("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
    .search("vacuna & más: 100 % «sí» +/?#"),
  ]

  @Test("a route printed and read again is the same", arguments: routes, Language.allCases)
  func roundTrip(route: Route, language: Language) throws {
    let text = Address(route, language).text
    let parts = text.split(separator: "?", maxSplits: 1).map(String.init)
    let form = try Form(urlEncoded: Array((parts.count > 1 ? parts[1] : "").utf8))
    let query = Dictionary(form.fields.map { ($0.name, $0.value) }) { first, _ in first }
    let read = try #require(Address(path: parts[0], query: query))
    #expect(read.route == route)
  }

  @Test("Spanish addresses begin with /es, and only they")
  func spanish() {
    #expect(Address(.start, .spanish).text == "/es")
    #expect(Address(path: "/es/")?.route == .start)
    #expect(Address(path: "/es/compare") == Address(.compare, .spanish))
    #expect(Address(path: "/compare") == Address(.compare, .english))
  }

  @Test(
    "what is no address of ours is none",
    arguments: [
      "/nothing", "/roadmap/aama", "/roadmap/AAMA/cma", "/question/a%20b", "/roadmap/../cma", "/reason/a/b/c/d",
      "/health", "/states/washington", "/states/WA", "/states/wa/a/b", "/states/w%20",
    ])
  func unknown(path: String) {
    #expect(Address(path: path) == nil)
  }

  @Test("a reason is asked for on a day of the calendar, 1900 to 2199; anything else is today")
  func days() {
    func day(_ text: String) -> CivilDate? {
      guard case .reason(_, _, let day)? = Address(path: "/reason/aama/cma/eligibility", query: ["on": text])?.route
      else { return nil }
      return day
    }
    #expect(day("2028-02-29") == Fixtures.day(2028, 2, 29))
    for text in ["2027-02-29", "2026-1-1", "1899-12-31", "2200-01-01", "9999-12-31", "", "x"] {
      #expect(day(text) == nil, "\(text)")
    }
  }
}
