public import Vocabulary

/// Who asks, when, and what is known: one argument for every page.
public struct Visit: Sendable, Hashable {
  public let language: Language
  /// Today where the server stands.
  public let today: CivilDate
  public let answers: Answers

  public init(language: Language, today: CivilDate, answers: Answers) {
    self.language = language
    self.today = today
    self.answers = answers
  }
}

/// What the website needs to know. It asks for values of pages and never for rules.
public protocol WebsiteService: Sendable {
  /// The edition of the rules, for the foot of every page.
  func edition(_ language: Language) -> Edition

  func start(_ visit: Visit) async throws -> StartPage.Value

  /// The question for a fact. For nil the next open one: the first that could still change an answer.
  func question(_ fact: String?, _ visit: Visit) async throws -> QuestionStep

  /// Takes an answer of the right form (see `QuestionPage.Kind`) into the answers, or says what is wrong with it.
  /// The result may drop answers that no longer apply.
  func accept(_ answer: String, for fact: String, _ visit: Visit) async throws -> Acceptance

  func answers(_ visit: Visit) async throws -> AnswersPage.Value

  func chooser(_ visit: Visit, weights: Weights) async throws -> ChooserPage.Value

  /// Nil when there is no such credential.
  func roadmap(_ credential: CredentialPath, _ visit: Visit) async throws -> RoadmapPage.Value?

  /// The days of a roadmap. Nil when there is no such credential.
  func calendar(_ credential: CredentialPath, _ visit: Visit) async throws -> [CalendarEvent]?

  /// Nil when there is no such credential or rule. A nil day is today.
  func reason(_ credential: CredentialPath, rule: String, on day: CivilDate?, _ visit: Visit) async throws
    -> ReasonPage.Value?

  /// What the rules of all states say about a task.
  func states(_ question: StateQuestion, _ visit: Visit) async throws -> StatesPage.Value

  /// Nil when there is no such state.
  func state(_ code: String, _ question: StateQuestion, _ visit: Visit) async throws -> StatePage.Value?

  /// Nil when there is no such state or task.
  func stateTask(_ code: String, task: String, _ question: StateQuestion, _ visit: Visit) async throws
    -> StateTaskPage.Value?

  /// States that do not exist are left out; at most four are compared.
  func stateComparison(_ codes: [String], _ question: StateQuestion, _ visit: Visit) async throws
    -> StateComparisonPage.Value

  /// States that do not exist are as if none had been picked.
  func move(_ move: Move, _ visit: Visit) async throws -> MovePage.Value

  /// The page for rosters; a request without a sheet and a set shows the form alone.
  func roster(_ request: RosterRequest, _ visit: Visit) async throws -> RosterPage.Value

  /// The answer to a roster as CSV; nil when the sheet is refused.
  func rosterFile(_ request: RosterRequest, _ visit: Visit) async throws -> String?

  /// Wages and outlook as published, beside the costs of the credentials.
  func worth(_ visit: Visit) async throws -> WorthPage.Value

  /// Programs of the list. Nil when there is no list.
  func programs(_ question: ProgramQuestion, _ visit: Visit) async throws -> ProgramsPage.Value?

  /// Nil when the list has no such program.
  func program(_ id: String, _ visit: Visit) async throws -> ProgramPage.Value?

  /// The answers with a program of the list as the person's own. Nil when the list has no such program.
  func pickProgram(_ id: String, _ visit: Visit) async throws -> Answers?

  /// The answers without a program of the list.
  func unpickProgram(_ visit: Visit) async throws -> Answers

  func sources(_ visit: Visit) async throws -> SourcesPage.Value

  /// A day in words, for the page for paper: "Nov 22, 2026".
  func words(for day: CivilDate, _ language: Language) -> String

  func duties(_ visit: Visit) async throws -> DutiesPage.Value

  func explainers(_ visit: Visit) async throws -> [ExplainersPage.Entry]

  /// Nil when there is no such explainer.
  func explainer(_ id: String, _ visit: Visit) async throws -> ExplainerPage.Value?

  /// Words of every page in plain language.
  func glossary(_ visit: Visit) async throws -> [WordsPage.Entry]

  /// What is found for some words, in either language.
  func search(_ words: String, _ visit: Visit) async throws -> SearchPage.Value

  /// Keeps roadmaps for people with accounts; nil where none can be kept.
  func keeping(_ members: Members) -> LiveRoadmaps?

  /// What people keep about themselves; nil where nothing can be kept.
  func wallet(_ members: Members) -> LiveWallet?

  /// Continuing education of people with accounts; nil where nothing is known of it.
  var education: LiveEducation? { get }

  /// Notes and shows what issuers say of records; nil where nothing of that is.
  func verifying(_ members: Members) -> LiveVerification?

  /// Shows whom somebody coaches and who coaches them; nil where nobody does.
  func coaching(_ members: Members) -> LiveCoaching?

  /// What programs, bodies and states ask of an externship, as of a day, and what one's own record says of it.
  func externshipMinimums(_ members: Members, _ day: CivilDate) -> LiveMinimums?
}

extension WebsiteService {
  public func wallet(_ members: Members) -> LiveWallet? { nil }
  public func keeping(_ members: Members) -> LiveRoadmaps? { nil }
  public var education: LiveEducation? { nil }
  public func verifying(_ members: Members) -> LiveVerification? { nil }
  public func coaching(_ members: Members) -> LiveCoaching? { nil }
  public func externshipMinimums(_ members: Members, _ day: CivilDate) -> LiveMinimums? { nil }
}

/// What comes after an answer.
public enum QuestionStep: Sendable, Hashable {
  case ask(QuestionPage.Value)
  /// Nothing is left to ask: on to the comparison.
  case done
  /// The answer is given on another page.
  case elsewhere(Route)
  /// There is no such question.
  case unknownFact
}

/// Whether an answer was taken.
public enum Acceptance: Sendable, Hashable {
  case kept(Answers)
  /// What is expected instead, in the language of the visit.
  case refused(String)
}
