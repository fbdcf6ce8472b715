import Services
import Vocabulary

extension Address {
  /// The address as a link has it: `/es/compare`. What machines read has no language.
  public var text: String {
    switch (route, language) {
    case (.live, _), (.ready, _), (.metrics, _), (.robots, _), (.securityText, _), (.asset, _), (.api, _),
      (_, .english):
      route.path
    case (.start, .spanish): "/es"
    case (_, .spanish): "/es" + route.path
    }
  }

  /// Reads a path and its query as a browser sends them.
  public init?(path: String, query: [String: String] = [:]) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    let language: Language = parts.first == "es" ? .spanish : .english
    if language == .spanish { parts.removeFirst() }
    guard let route = Route(parts: parts, query: query) else { return nil }
    // Programs name the language in their question.
    if case .api = route, language != .english { return nil }
    self.init(route, language)
  }
}

extension Route {
  /// The address in English.
  var path: String {
    switch self {
    case .start: "/"
    case .question(nil): "/question"
    case .question(let fact?): "/question/\(fact)"
    case .answers: "/answers"
    case .answersRemoval: "/answers/removal"
    case .keptAnswers: "/answers/file"
    case .chooser(let weights): "/compare" + weights.query
    case .roadmap(let credential): "/roadmap/\(credential.text)"
    case .calendar(let credential): "/roadmap/\(credential.text)/calendar"
    case .reason(let credential, let rule, nil): "/reason/\(credential.text)/\(rule)"
    case .reason(let credential, let rule, let day?): "/reason/\(credential.text)/\(rule)?on=\(day)"
    case .states(let question): "/states" + question.query
    case .state(let code, let question): "/states/\(code)" + question.query
    case .stateTask(let code, let task, let question): "/states/\(code)/\(task)" + question.about(nil).query
    case .stateComparison(let codes, let question): "/states/compare" + question.query(states: codes)
    case .move(let move): "/states/move" + move.query
    case .roster: "/roster"
    case .worth: "/worth"
    case .programs(let question): "/programs" + question.query
    case .program(let id): "/programs/\(id)"
    case .programPick(let id): "/programs/\(id)/pick"
    case .programRemoval: "/programs/removal"
    case .print: "/print"
    case .howWeKnow: "/how-we-know"
    case .words: "/words"
    case .live: "/health/live"
    case .ready: "/health/ready"
    case .metrics: "/metrics"
    case .robots: "/robots.txt"
    case .securityText: "/.well-known/security.txt"
    case .asset(let name): "/assets/\(name)"
    case .api(let path): path.path
    case .duties: "/duties"
    case .explainers: "/explain"
    case .explainer(let id): "/explain/\(id)"
    case .member(let route): route.path
    case .feed(let token): "/calendar/\(token).ics"
    case .search(let words): words.isEmpty ? "/search" : "/search?q=" + SearchQuery.encoded(words)
    }
  }

  init?(parts: [String], query: [String: String]) {
    let rest = Array(parts.dropFirst())
    switch (parts.first, rest.count) {
    case (nil, 0): self = .start
    case ("question", 0): self = .question(nil)
    case ("question", 1) where isSlug(rest[0]): self = .question(rest[0])
    case ("answers", 0): self = .answers
    case ("answers", 1) where rest[0] == "removal": self = .answersRemoval
    case ("answers", 1) where rest[0] == "file": self = .keptAnswers
    case ("compare", 0): self = .chooser(Weights(query: query))
    case ("roadmap", 2...3):
      guard let credential = CredentialPath(rest[0], rest[1]), rest.count == 2 || rest[2] == "calendar" else {
        return nil
      }
      self = rest.count == 2 ? .roadmap(credential) : .calendar(credential)
    case ("reason", 3) where isSlug(rest[2]):
      guard let credential = CredentialPath(rest[0], rest[1]) else { return nil }
      self = .reason(credential, rule: rest[2], on: query["on"].flatMap(askedDay))
    case ("states", 0): self = .states(StateQuestion(query: query))
    case ("states", 1) where rest[0] == "compare":
      self = .stateComparison(StateQuestion.states(query), StateQuestion(query: query))
    case ("states", 1) where rest[0] == "move": self = .move(Move(query: query))
    case ("states", 1) where isStateCode(rest[0]): self = .state(rest[0], StateQuestion(query: query))
    case ("states", 2) where isStateCode(rest[0]) && isSlug(rest[1]):
      self = .stateTask(rest[0], task: rest[1], StateQuestion(query: query))
    case ("roster", 0): self = .roster
    case ("worth", 0): self = .worth
    case ("programs", 0): self = .programs(ProgramQuestion(query: query))
    case ("programs", 1) where rest[0] == "removal": self = .programRemoval
    case ("programs", 1) where isSlug(rest[0]): self = .program(rest[0])
    case ("programs", 2) where isSlug(rest[0]) && rest[1] == "pick": self = .programPick(rest[0])
    case ("print", 0): self = .print
    case ("how-we-know", 0): self = .howWeKnow
    case ("words", 0): self = .words
    case ("health", 1) where rest[0] == "live": self = .live
    case ("health", 1) where rest[0] == "ready": self = .ready
    case ("metrics", 0): self = .metrics
    case ("robots.txt", 0): self = .robots
    case (".well-known", 1) where rest[0] == "security.txt": self = .securityText
    case ("assets", 1): self = .asset(rest[0])
    case ("duties", 0): self = .duties
    case ("explain", 0): self = .explainers
    case ("explain", 1) where isSlug(rest[0]): self = .explainer(rest[0])
    case ("api", _):
      guard let path = ApiPath(rest) else { return nil }
      self = .api(path)
    case ("calendar", 1) where rest[0].hasSuffix(".ics"):
      let token = String(rest[0].dropLast(4))
      guard SecretToken(text: token) != nil else { return nil }
      self = .feed(token)
    case ("search", 0): self = .search(SearchQuery.read(query["q"] ?? ""))
    default:
      guard let route = MemberRoute(parts: parts, query: query) else { return nil }
      self = .member(route)
    }
  }
}

/// A day that a page of reasons can be asked for: in the years 1900 to 2199, as a question of the interview takes it.
func askedDay(_ text: String) -> CivilDate? {
  CivilDate(text).flatMap { (1900...2199).contains($0.year) ? $0 : nil }
}
