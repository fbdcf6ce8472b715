import Vocabulary

/// What search engines leave alone: pages about one person, and what machines read.
enum Robots {
  static let text: String = {
    let personal: [Route] = [.question(nil), .answers, .print, .search("")]
    let ours = Language.allCases.flatMap { language in personal.map { Address($0, language).text } }
    let machines = [
      "/verify/", "/es/verify/", "/sign-off/", "/es/sign-off/", "/health/", Route.metrics.path, "/api/", "/calendar/",
      "/es/calendar/",
    ]
    return "User-agent: *\n" + (ours + machines).map { "Disallow: \($0)\n" }.joined()
  }()
}
