/// An address of the interface for programs, below `/api/v1`. The question is in the query or in the body, never here.
public enum ApiPath: Sendable, Hashable {
  case credentials
  case states
  /// One state: `wa`.
  case state(String)
  case tasks
  /// One task: `venipuncture`.
  case task(String)
  case search
  case check
  case explain
  case compare
  case plan
  /// The description of all of this (OpenAPI).
  case description

  /// What every address begins with.
  static let root = "/api/v1"

  /// Reads what stands behind `/api`.
  init?(_ parts: [String]) {
    guard parts.first == "v1" else { return nil }
    switch (parts.dropFirst().first, parts.count) {
    case ("credentials", 2): self = .credentials
    case ("states", 2): self = .states
    case ("states", 3) where isStateCode(parts[2]): self = .state(parts[2])
    case ("tasks", 2): self = .tasks
    case ("tasks", 3) where isSlug(parts[2]): self = .task(parts[2])
    case ("search", 2): self = .search
    case ("check", 2): self = .check
    case ("explain", 2): self = .explain
    case ("compare", 2): self = .compare
    case ("plan", 2): self = .plan
    case ("openapi.json", 2): self = .description
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .state(let code): Self.root + "/states/\(code)"
    case .task(let id): Self.root + "/tasks/\(id)"
    case .credentials, .states, .tasks, .search, .check, .explain, .compare, .plan, .description: pattern
    }
  }

  /// As the description names it: `/api/v1/states/{code}`.
  var pattern: String {
    switch self {
    case .credentials: Self.root + "/credentials"
    case .states: Self.root + "/states"
    case .state: Self.root + "/states/{code}"
    case .tasks: Self.root + "/tasks"
    case .task: Self.root + "/tasks/{task}"
    case .search: Self.root + "/search"
    case .check: Self.root + "/check"
    case .explain: Self.root + "/explain"
    case .compare: Self.root + "/compare"
    case .plan: Self.root + "/plan"
    case .description: Self.root + "/openapi.json"
    }
  }

  /// The one method beside HEAD and OPTIONS. What names a person goes into a body, so those are asked by POST.
  var method: String {
    switch self {
    case .check, .explain, .compare, .plan: "POST"
    case .credentials, .states, .state, .tasks, .task, .search, .description: "GET"
    }
  }

  /// All methods, for the header `Allow`.
  var methods: String { method == "GET" ? "GET, HEAD, OPTIONS" : "OPTIONS, POST" }
}
