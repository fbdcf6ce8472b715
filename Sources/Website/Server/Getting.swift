import HTML
import Vocabulary

extension Site {
  /// The page at an address.
  func get(_ address: Address, _ inquiry: Inquiry) async throws -> Reply {
    let language = address.language
    let visit = visit(address, inquiry)
    switch address.route {
    case .start:
      let value = try await service.start(visit)
      return page(StartPage(value: value, answered: visit.answers.list.count, language: language).page())
    case .question(let fact):
      return try await question(fact, visit)
    case .answers:
      return page(try await answersPage(visit).page())
    case .keptAnswers:
      return file(
        KeptFile.file(visit.answers), name: "fobwatch-\(visit.today).txt", type: "text/plain; charset=utf-8")
    case .chooser(let weights):
      let value = try await service.chooser(visit, weights: weights)
      return page(ChooserPage(value: value, weights: weights, language: language).page())
    case .roadmap(let credential):
      guard let value = try await service.roadmap(credential, visit) else { return missing(address) }
      return page(RoadmapPage(value: value, keeping: try await keepingForm(inquiry), language: language).page())
    case .calendar(let credential):
      guard let events = try await service.calendar(credential, visit) else { return missing(address) }
      let name = "\(credential.body)-\(credential.designation).ics"
      return file(
        CalendarFile(events: events, made: visit.today).text, name: name, type: "text/calendar; charset=utf-8")
    case .reason(let credential, let rule, let day):
      guard let value = try await service.reason(credential, rule: rule, on: day, visit) else {
        return missing(address)
      }
      return page(ReasonPage(value: value, language: language).page())
    case .states(let question):
      return page(StatesPage(value: try await service.states(question, visit), language: language).page())
    case .state(let code, let question):
      guard let value = try await service.state(code, question, visit) else { return missing(address) }
      return page(StatePage(value: value, language: language).page())
    case .stateTask(let code, let task, let question):
      guard let value = try await service.stateTask(code, task: task, question, visit) else { return missing(address) }
      return page(StateTaskPage(value: value, language: language).page())
    case .stateComparison(let codes, let question):
      let value = try await service.stateComparison(codes, question, visit)
      return page(StateComparisonPage(value: value, language: language).page())
    case .move(let move):
      return page(MovePage(value: try await service.move(move, visit), language: language).page())
    case .roster:
      let value = try await service.roster(RosterRequest(), visit)
      return page(RosterPage(value: value, language: language).page())
    case .worth:
      return page(WorthPage(value: try await service.worth(visit), language: language).page())
    case .programs(let question):
      guard let value = try await service.programs(question, visit) else { return missing(address) }
      return page(ProgramsPage(value: value, language: language).page())
    case .program(let id):
      guard let value = try await service.program(id, visit) else { return missing(address) }
      return page(ProgramPage(value: value, language: language).page())
    case .programPick(let id):
      return page(ErrorPage(kind: .wrongMethod, address: Address(.program(id), language)))
    case .programRemoval:
      return page(ErrorPage(kind: .wrongMethod, address: Address(.programs(ProgramQuestion()), language)))
    case .print:
      return try await paper(visit)
    case .howWeKnow:
      return page(SourcesPage(value: try await service.sources(visit), language: language).page())
    case .words:
      return page(WordsPage(glossary: try await service.glossary(visit), language: language).page())
    case .live:
      return Reply(
        headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")],
        body: Array("{\"status\":\"live\",\"instance\":\"\(instance)\"}\n".utf8))
    case .ready: return await operatorPages.ready()
    case .metrics: return await operatorPages.figures(inquiry)
    case .robots: return text(Robots.text)
    case .securityText: return operatorPages.security?.text(on: visit.today).map(text) ?? missing(address)
    case .asset(let name):
      return Assets.all.first { $0.name == name }.map { file($0) } ?? missing(address)
    case .duties:
      return page(DutiesPage(value: try await service.duties(visit), language: language).page())
    case .explainers:
      return page(ExplainersPage(entries: try await service.explainers(visit), language: language).page())
    case .explainer(let id):
      guard let value = try await service.explainer(id, visit) else { return missing(address) }
      return page(ExplainerPage(value: value, language: language).page())
    case .search(let words):
      return page(SearchPage(value: try await service.search(words, visit), language: language).page())
    case .feed(let token): return try await feed(token, address)
    case .member(let route): return try await member(route, address, inquiry)
    case .api(let path): return await answer(path, inquiry)
    case .answersRemoval:
      return page(ErrorPage(kind: .wrongMethod, address: Address(.answers, language)))
    }
  }

  func missing(_ address: Address) -> Reply {
    page(ErrorPage(kind: .notFound, address: Address(.start, address.language)))
  }

  func answersPage(_ visit: Visit, errors: [FormError] = []) async throws -> AnswersPage {
    let isNearlyFull = !visit.answers.list.isEmpty && sealed(visit.answers).utf8.count > Self.nearlyFull
    return AnswersPage(
      value: try await service.answers(visit), isNearlyFull: isNearlyFull, errors: errors, language: visit.language)
  }

  private func question(_ fact: String?, _ visit: Visit) async throws -> Reply {
    switch try await service.question(fact, visit) {
    case .ask(let value): page(QuestionPage(value: value, language: visit.language).page())
    case .done: redirect(.compare, visit.language)
    case .elsewhere(let route): redirect(route, visit.language)
    case .unknownFact: missing(Address(.start, visit.language))
    }
  }

  private func paper(_ visit: Visit) async throws -> Reply {
    let sheet = PrintPage(
      answers: try await service.answers(visit), chooser: try await service.chooser(visit, weights: Weights()),
      made: service.words(for: visit.today, visit.language), language: visit.language)
    return page(sheet.page())
  }
}
