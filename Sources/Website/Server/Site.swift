import Cryptography
import HTML
import Services
import Vocabulary

/// The website as a function: an inquiry in, a reply out. It holds nothing about anybody.
struct Site: Sendable {
  let service: any WebsiteService
  /// Seals the answers for the browser to keep.
  let seal: TimedSeal
  /// Tells this run of the server from any other.
  let instance: String
  /// Whether the cookie is for https only.
  let secureCookies: Bool
  let today: @Sendable () -> CivilDate
  /// Seconds since 1970, for the age of a sealed cookie.
  let now: @Sendable () -> Int64
  /// What pages of people with accounts work with; nil: nobody has one.
  var members: Members?
  /// What programs are answered with; nil: nothing is.
  var api: Api?
  /// What is told to those who run the server.
  var operatorPages = OperatorPages()
  /// Who is believed about where visitors come from.
  var proxies = TrustedProxies.none
  /// Bounds what costs much.
  var costly = CostlyWork(atOnce: 1)
  /// Finds sets of courses.
  var courseSearches = CourseSearches(atOnce: 1)
  /// Where failures are told of.
  var log = EventLog.none
  /// Answers that are the same for everybody.
  let kept = KeptReplies()

  /// Answers are kept for half a day.
  static func answersSeal(_ keys: NumberedKeys) -> TimedSeal {
    TimedSeal(keys: keys, purpose: "fobwatch answers 1", lifetime: 12 * 60 * 60)
  }

  /// The largest body of a form.
  static let largestBody = 64 * 1024

  func reply(to inquiry: Inquiry) async -> Reply { await reply(to: inquiry, at: Destination(inquiry)) }

  func reply(to inquiry: Inquiry, at destination: Destination) async -> Reply {
    if let reply = keptReply(to: inquiry, at: destination) { return reply }
    let reply = await unguarded(inquiry, destination)
    return keep(reply, inquiry, destination) ?? finished(reply, inquiry)
  }

  /// The page for what broke before the site was asked, or while it was: a body that is too large, an answer that takes
  /// too long.
  func reply(to inquiry: Inquiry, error: ErrorPage.Kind) -> Reply {
    finished(refusal(error, inquiry, at: fallback(inquiry)), inquiry)
  }

  /// With what every answer says to browsers, and as small as the browser takes it.
  private func finished(_ reply: Reply, _ inquiry: Inquiry) -> Reply {
    var reply = guarded(reply)
    if inquiry.method == "HEAD" { reply.body = [] }
    return Gzip.reply(reply, for: inquiry)
  }

  func guarded(_ reply: Reply) -> Reply {
    var reply = reply
    // What says more of itself is not overruled, as browsers hold to all policies at once.
    let isOwn = reply["Content-Security-Policy"] != nil
    reply.headers += SafeHeaders.all.filter { !isOwn || $0.name != "Content-Security-Policy" }
    if secureCookies { reply.headers.append(SafeHeaders.onlyEncrypted) }
    return reply
  }

  private func unguarded(_ inquiry: Inquiry, _ destination: Destination) async -> Reply {
    let address: Address
    switch destination {
    case .address(let known): address = known
    case .unknown: return refusal(.notFound, inquiry, at: fallback(inquiry))
    case .unreadable: return refusal(.badRequest, inquiry, at: fallback(inquiry))
    }
    if case .api(let path) = address.route { return await answer(path, inquiry) }
    do {
      switch inquiry.method {
      case "GET", "HEAD": return try await get(address, inquiry)
      case "POST": return try await post(address, inquiry)
      case "PATCH": return try await patch(address, inquiry)
      default: return refusal(.wrongMethod, inquiry, at: Address(.start, address.language))
      }
    } catch is CostlyWork.BusyError {
      return refusal(.unavailable, inquiry, at: address)
    } catch is Form.FormError {
      return refusal(.badRequest, inquiry, at: address)
    } catch {
      let passes = (error as? any StoreFailure)?.passes ?? false
      log.say(
        passes ? .warning : .error, passes ? "store-not-reached" : "handler-failed",
        [
          .route(LogLine.RouteField(pattern: destination.pattern, method: AskedMethod(inquiry.method))),
          .error(error),
        ])
      return refusal(passes ? .unavailable : .failed, inquiry, at: address)
    }
  }

  /// What comes in pieces.
  private func patch(_ address: Address, _ inquiry: Inquiry) async throws -> Reply {
    guard case .member(.upload) = address.route, case .member(let route) = address.route else {
      return refusal(.wrongMethod, inquiry, at: Address(.start, address.language))
    }
    guard inquiry.isOurs else { return refusal(.refused, inquiry, at: Address(.start, address.language)) }
    return try await member(route, address, inquiry)
  }

  private func post(_ address: Address, _ inquiry: Inquiry) async throws -> Reply {
    guard inquiry.isOurs else {
      let route = LogLine.RouteField(pattern: RoutePattern(address.route), method: .post)
      log.say(.warning, "form-refused", [.route(route), .word("reason", "from another site")])
      return refusal(.refused, inquiry, at: Address(.start, address.language))
    }
    let visit = visit(address, inquiry)
    switch address.route {
    case .question(let fact?): return try await answer(fact, visit, inquiry.form())
    case .answers: return try await load(visit, inquiry.form())
    case .programPick(let id): return try await pick(id, visit)
    case .programRemoval:
      return redirect(.answers, address.language, keeping: try await service.unpickProgram(visit))
    case .answersRemoval: return redirect(.start, address.language, keeping: Answers())
    case .roster: return try await roster(visit, inquiry)
    case .member(let route): return try await member(route, address, inquiry)
    case .api(let path): return await answer(path, inquiry)
    case .roadmap(let credential): return try await keepRoadmap(credential, address, inquiry)
    case .start, .question(nil), .keptAnswers, .chooser, .calendar, .reason, .print, .worth, .howWeKnow,
      .words, .live, .ready, .metrics, .robots, .securityText, .states, .state, .stateTask, .stateComparison, .move,
      .programs, .program,
      .duties, .explainers, .explainer, .search, .feed,
      .asset:
      return refusal(.wrongMethod, inquiry, at: Address(.start, address.language))
    }
  }

  /// Where an answer is made; nil: where most are.
  func executor(for destination: Destination) -> (any TaskExecutor)? {
    guard case .address(let address) = destination, address.route.isForMembers else { return nil }
    return members?.executor
  }

  /// What is known of who asks: the language of the address and the sealed answers.
  func visit(_ address: Address, _ inquiry: Inquiry) -> Visit {
    let kept = inquiry.cookie(cookieName).flatMap { seal.open($0, at: now()) }.flatMap { KeptFile.answers(text: $0) }
    return Visit(language: address.language, today: today(), answers: kept ?? Answers())
  }

  /// Where the page of an error stands: the start, in the language the path begins with.
  private func fallback(_ inquiry: Inquiry) -> Address {
    let isSpanish = inquiry.path == "/es" || inquiry.path.hasPrefix("/es/")
    return Address(.start, isSpanish ? .spanish : .english)
  }
}
