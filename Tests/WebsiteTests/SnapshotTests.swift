import FoundationEssentials
import HTML
import Testing
import Vocabulary

@testable import Website

/// Every page from a made-up value, compared with the text kept in `Snapshots`. UPDATE_SNAPSHOTS=1 rewrites it.
@Suite("Pages")
struct SnapshotTests {
  static let cases = Language.allCases.flatMap { language in
    pages(language).map { Sample(name: "\($0.0).\(language.rawValue)", page: $0.1) }
  }

  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let page: Page
    var testDescription: String { name }
    var html: String { page.html(edition: Fixtures.edition(page.language)).text }
  }

  @Test("a page reads as it did", arguments: cases)
  func snapshot(sample: Sample) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(sample.name).html")
    // The hash of the style sheet is no part of how a page reads.
    let html = sample.html.replacing(Assets.stylesheet.name, with: "fobwatch.css")
      .replacing(Assets.favicon.name, with: "favicon.svg")
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try Data(html.utf8).write(to: file)
      return
    }
    let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(html == kept, "\(sample.name) changed; UPDATE_SNAPSHOTS=1 rewrites it")
  }

  @Test("a page has one h1, no empty texts and nothing inline", arguments: cases)
  func shape(sample: Sample) {
    let html = sample.html
    #expect(html.split(separator: "<h1").count == 2)
    for empty in [
      "<p></p>", "<h2></h2>", "<h3></h3>", "<dt></dt>", "<dd></dd>", "<a></a>", "<span></span>", "<li></li>",
    ] {
      #expect(!html.contains(empty), "\(empty)")
    }
    for inline in [" style=\"", "<style", "<script", "javascript:", " onclick=", "href=\"#\""] {
      #expect(!html.contains(inline), "\(inline)")
    }
  }

  @Test("every id is there once, and every part that is pointed at exists", arguments: cases)
  func ids(sample: Sample) {
    let ids = values(of: " id=\"", in: sample.html)
    #expect(Set(ids).count == ids.count, "\(Set(ids.filter { id in ids.filter { $0 == id }.count > 1 }))")
    let names = [" for=\"", "aria-labelledby=\"", "aria-describedby=\""].map { values(of: $0, in: sample.html) }
      .joined()
    let pointed =
      values(of: "href=\"#", in: sample.html) + values(of: "url(#", in: sample.html, end: ")")
      + names.map { $0.split(separator: " ").map(String.init) }.joined()
    for id in pointed { #expect(ids.contains(id), "\(id)") }
  }

  @Test("no page advises", arguments: cases)
  func words(sample: Sample) {
    let text = sample.html.lowercased()
    for word in ["you may ", "allowed", "guaranteed", "should", "usted puede trabajar", "permitido", "garantiza"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  private func values(of start: String, in html: String, end: Character = "\"") -> [String] {
    html.components(after: start).map { String($0.prefix { $0 != end }) }
  }

  private static func pages(_ language: Language) -> [(String, Page)] {
    let choices = [
      Choice("caahep", "CAAHEP"),
      Choice("abhes", "ABHES", hint: Phrase("Its list is public.", "Su lista es pública.")[language]),
    ]
    func question(_ kind: QuestionPage.Kind, _ answer: String? = nil) -> Page {
      QuestionPage(value: Fixtures.question(language, kind: kind, answer: answer), language: language).page()
    }
    let value = Fixtures.question(language, kind: .day)
    let wrong = QuestionPage(
      value: value, entered: Entered(answer: "2026-02-31", kind: .day),
      errors: [
        FormError(field: "day", message: Phrase("That month has no such day", "Ese mes no tiene ese día")[language])
      ],
      language: language)
    return [
      ("start", StartPage(value: Fixtures.start(language), answered: 0, language: language).page()),
      ("question-yes-no", question(.yesNo, "yes")), ("question-choice", question(.choice(choices))),
      ("question-several", question(.several(choices), "abhes")), ("question-day", question(.day, "2026-06-12")),
      ("question-number", question(.number(unit: Phrase("hours", "horas")[language], atMost: 4000))),
      ("question-error", wrong.page()),
      ("answers", AnswersPage(value: Fixtures.answers(language), isNearlyFull: true, language: language).page()),
      (
        "answers-empty",
        AnswersPage(value: .init(told: [], hasOpenQuestion: true), isNearlyFull: false, language: language).page()
      ),
      (
        "chooser",
        ChooserPage(value: Fixtures.chooser(language), weights: Weights(get: .double), language: language).page()
      ),
      ("roadmap", RoadmapPage(value: Fixtures.roadmap(language), language: language).page()),
      ("reason", ReasonPage(value: Fixtures.reasonPage(language), language: language).page()),
      ("sources", SourcesPage(value: Fixtures.sources(language), language: language).page()),
      ("roster", RosterPage(value: Fixtures.roster(language, RosterRequest()), language: language).page()),
      ("roster-answer", RosterPage(value: Fixtures.rosterAnswer(language), language: language).page()),
      ("roster-refused", RosterPage(value: Fixtures.rosterRefused(language), language: language).page()),
      ("worth", WorthPage(value: Fixtures.worth(language), language: language).page()),
      ("words", WordsPage(language: language).page()),
      ("states", StatesPage(value: Fixtures.states(language), language: language).page()),
      ("state", StatePage(value: Fixtures.state(language), language: language).page()),
      ("state-task", StateTaskPage(value: Fixtures.stateTask(language), language: language).page()),
      ("state-comparison", StateComparisonPage(value: Fixtures.stateComparison(language), language: language).page()),
      ("move", MovePage(value: Fixtures.move(language), language: language).page()),
      ("programs", ProgramsPage(value: Fixtures.programs(language), language: language).page()),
      (
        "programs-none",
        ProgramsPage(
          value: .init(question: ProgramQuestion(text: "x"), states: [], rows: [], found: 0, all: 9, notice: "ABHES"),
          language: language
        ).page()
      ),
      ("program", ProgramPage(value: Fixtures.program(language), language: language).page()),
      ("program-picked", ProgramPage(value: Fixtures.program(language, isPicked: true), language: language).page()),
      (
        "print",
        PrintPage(
          answers: Fixtures.answers(language), chooser: Fixtures.chooser(language), made: "2026-11-22",
          language: language
        ).page()
      ),
      ("error-not-found", ErrorPage(kind: .notFound, address: Address(.start, language)).page()),
      ("error-too-large", ErrorPage(kind: .tooLarge, address: Address(.start, language)).page()),
    ] + Fixtures.shelfPages(language) + Fixtures.roadmapPages(language) + Fixtures.verificationPages(language)
      + Fixtures.externshipPages(language) + Fixtures.coachingPages(language)
  }
}

extension String {
  /// What follows each place where `mark` stands.
  func components(after mark: String) -> [Substring] {
    ranges(of: mark).map { self[$0.upperBound...] }
  }
}
