public import Vocabulary

/// Every address of the website. It parses and prints them; no other file spells a path.
///
/// Nothing personal is ever part of an address: answers travel in the body of a POST and in a sealed cookie. The day a
/// reason is asked for and the weights of a comparison are questions, not facts about a person.
public enum Route: Sendable, Hashable {
  case start
  /// The question for one fact; nil is the next open question.
  case question(String?)
  /// What the person told us. A POST loads a kept file.
  case answers
  /// POST only: forgets every answer.
  case answersRemoval
  /// The answers as a file to keep.
  case keptAnswers
  case chooser(Weights)
  case roadmap(CredentialPath)
  /// The days of a roadmap, for a calendar program.
  case calendar(CredentialPath)
  /// The reasons for one rule's answer, on a day; nil is today.
  case reason(CredentialPath, rule: String, on: CivilDate?)
  /// What the rules of all states say about a task.
  case states(StateQuestion)
  /// One state by topic and by task: `wa`.
  case state(String, StateQuestion)
  /// The reasons for one task in one state.
  case stateTask(String, task: String, StateQuestion)
  /// Up to four states side by side.
  case stateComparison([String], StateQuestion)
  /// From one state to another, as a plan.
  case move(Move)
  /// A sheet of people against a requirement set. A POST checks one.
  case roster
  /// Wages and outlook as published, beside the costs of the credentials.
  case worth
  /// The list of programs, searched.
  case programs(ProgramQuestion)
  /// One program of the list: `dapip-100946002-23-3`.
  case program(String)
  /// POST only: the program of the list becomes the person's own.
  case programPick(String)
  /// POST only: it no longer is.
  case programRemoval
  /// Everything on one page, for paper.
  case print
  case howWeKnow
  case words
  case live
  /// Whether this server should be sent requests: for balancers and orchestrators.
  case ready
  /// Figures of the server, for Prometheus.
  case metrics
  case robots
  /// Whom to tell of a flaw in security (RFC 9116).
  case securityText
  /// What a medical assistant does.
  case duties
  case explainers
  /// One explainer: `locum-tenens`.
  case explainer(String)
  /// What was found for some words; empty: the box alone. The words are a question, not a fact about a person.
  case search(String)
  /// Somebody's days for their calendar program, by the token of the address.
  case feed(String)
  /// A page of people with accounts.
  case member(MemberRoute)
  /// The interface for programs.
  case api(ApiPath)
  /// A stylesheet or picture of our own, named with the hash of its content.
  case asset(String)

  /// The comparison in alphabetical order.
  public static let compare = Route.chooser(Weights())
}

/// A route in a language: what an address stands for.
public struct Address: Sendable, Hashable {
  public let route: Route
  public let language: Language

  public init(_ route: Route, _ language: Language) {
    self.route = route
    self.language = language
  }
}
