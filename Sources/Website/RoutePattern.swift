/// The shape of an address without what stands in it: `/states/{state}`. What a log, a figure and a watcher say in place
/// of a path, which could name somebody.
///
/// There is one way to make one from an address: its route. So nothing that a visitor sent can become part of it.
struct RoutePattern: Sendable, Hashable {
  /// In English; both languages share it.
  let text: String

  private init(_ text: String) { self.text = text }

  /// An address that is none of ours.
  static let unknown = RoutePattern("{unknown}")
  /// An address whose query cannot be read.
  static let unreadable = RoutePattern("{unreadable}")

  init(_ route: Route) { text = Self.text(route) }

  /// Whether machines ask for it again and again to watch the server.
  var isForWatchers: Bool { text == "/health/live" || text == "/health/ready" || text == "/metrics" }

  private static func text(_ route: Route) -> String {
    switch route {
    case .start: "/"
    case .question(nil): "/question"
    case .question: "/question/{fact}"
    case .answers: "/answers"
    case .answersRemoval: "/answers/removal"
    case .keptAnswers: "/answers/file"
    case .chooser: "/compare"
    case .roadmap: "/roadmap/{body}/{credential}"
    case .calendar: "/roadmap/{body}/{credential}/calendar"
    case .reason: "/reason/{body}/{credential}/{rule}"
    case .states: "/states"
    case .state: "/states/{state}"
    case .stateTask: "/states/{state}/{task}"
    case .stateComparison: "/states/compare"
    case .move: "/states/move"
    case .roster: "/roster"
    case .worth: "/worth"
    case .programs: "/programs"
    case .program: "/programs/{program}"
    case .programPick: "/programs/{program}/pick"
    case .programRemoval: "/programs/removal"
    case .print: "/print"
    case .howWeKnow: "/how-we-know"
    case .words: "/words"
    case .live: "/health/live"
    case .ready: "/health/ready"
    case .metrics: "/metrics"
    case .robots: "/robots.txt"
    case .securityText: "/.well-known/security.txt"
    case .asset: "/assets/{name}"
    case .api(let path): path.pattern
    case .duties: "/duties"
    case .explainers: "/explain"
    case .explainer: "/explain/{explainer}"
    case .search: "/search"
    case .feed: "/calendar/{token}.ics"
    case .member(let route): route.pattern
    }
  }
}
