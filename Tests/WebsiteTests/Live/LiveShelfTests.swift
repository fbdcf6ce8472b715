import HTML
import Services
import Testing
import Vocabulary

@testable import Website

@Suite("Pages about the work, from the packs")
struct LiveShelfTests {
  private func visit(_ language: Language) -> Visit { LiveFixture.visit([], language) }

  private func ids(_ page: Page) -> Set<String> {
    Set(page.html(edition: nil).text.components(after: " id=\"").map { String($0.prefix { $0 != "\"" }) })
  }

  @Test("every duty shows a skill, an exam area, and the states or why not", arguments: Language.allCases)
  func duties(language: Language) async throws {
    let value = try await LiveFixture.service.duties(visit(language))
    #expect(value.sides.map(\.id) == ["clinical", "administrative"])
    let why = Phrase("State rules", "Reglas estatales")[language]
    for duty in value.sides.flatMap(\.duties) {
      #expect(!duty.skills.isEmpty && !duty.citations.isEmpty)
      #expect(duty.facts.contains { $0.term.contains("(") && !$0.text.isEmpty }, "\(duty.id)")
      #expect((duty.states == nil) == duty.facts.contains { $0.term == why }, "\(duty.id)")
    }
    #expect(value.attribution.text.contains("CC BY 4.0"))
  }

  @Test("every statement of every explainer rests on something", arguments: Language.allCases)
  func explainers(language: Language) async throws {
    for entry in try await LiveFixture.service.explainers(visit(language)) {
      let value = try #require(try await LiveFixture.service.explainer(entry.id, visit(language)))
      for section in value.sections {
        for statement in section.statements + section.rows.flatMap(\.cells) {
          #expect(!statement.citations.isEmpty || statement.link != nil || statement.isNotKnown, "\(statement.text)")
        }
      }
    }
    #expect(try await LiveFixture.service.explainer("nothing", visit(language)) == nil)
  }

  @Test("a hit on a part of a page leads to a part that is there", arguments: Language.allCases)
  func parts(language: Language) async throws {
    let service = LiveFixture.service
    let visit = visit(language)
    let duties = ids(DutiesPage(value: try await service.duties(visit), language: language).page())
    let words = ids(WordsPage(glossary: try await service.glossary(visit), language: language).page())
    for question in [
      "blood", "diabetes", "urgent care", "CMA", "per diem", "x", "renew", "seguro", "citas", "hospital",
    ] {
      for hit in try await service.search(question, visit).hits {
        guard case .place(let route, let id) = hit.link.target else { continue }
        if route == .duties { #expect(duties.contains(id), "\(id)") }
        if route == .words { #expect(words.contains(id), "\(id)") }
        if case .state(let code, let asked) = route {
          let page = try #require(try await service.state(code, asked, visit))
          #expect(ids(StatePage(value: page, language: language).page()).contains(id), "\(code) \(id)")
        }
      }
    }
  }

  @Test("the topic of a state leads to that part of its page")
  func topic() async throws {
    let visit = visit(.english)
    let found = try await LiveFixture.service.search("washington x-ray license", visit)
    let hit = try #require(found.hits.first { $0.kind == SearchEntry.Kind.stateTopic.words.en })
    #expect(hit.link.target == .place(.state("wa", StateQuestion()), "topic-x-ray-license"))
    #expect(!hit.text.isEmpty)
  }

  @Test("a word with two meanings asks which, and other names land on the duties")
  func which() async throws {
    let cma = try await LiveFixture.service.search("CMA", visit(.english))
    #expect(cma.which.count == 2 && cma.which.first?.link != nil)
    for name in ["allied health professional", "clinical support staff", "healthcare support worker"] {
      let found = try await LiveFixture.service.search(name, visit(.english))
      #expect(found.which.isEmpty && found.hits.first?.link.target == .page(.duties), "\(name)")
    }
  }
}
