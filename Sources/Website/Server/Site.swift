import Cryptography
import HTML
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

  /// Answers are kept for half a day.
  static func answersSeal(_ key: SecretKey) -> TimedSeal {
    TimedSeal(keys: NumberedKeys(key), purpose: "fobwatch answers 1", lifetime: 12 * 60 * 60)
  }

  /// The largest body of a form.
  static let largestBody = 64 * 1024

  func reply(to inquiry: Inquiry) async -> Reply {
    var reply = await unguarded(inquiry)
    reply.headers += SafeHeaders.all.map { ($0.name, $0.value) }
    if inquiry.method == "HEAD" { reply.body = [] }
    return Gzip.reply(reply, for: inquiry)
  }

  /// The page for what broke before the site was asked: a body that is too large.
  func reply(to inquiry: Inquiry, error: ErrorPage.Kind) -> Reply {
    var reply = page(ErrorPage(kind: error, address: fallback(inquiry)))
    reply.headers += SafeHeaders.all.map { ($0.name, $0.value) }
    return reply
  }

  private func unguarded(_ inquiry: Inquiry) async -> Reply {
    guard let query = try? Form(urlEncoded: Array(inquiry.query.utf8)) else {
      return page(ErrorPage(kind: .badRequest, address: fallback(inquiry)))
    }
    let values = Dictionary(query.fields.map { ($0.name, $0.value) }) { first, _ in first }
    guard let address = Address(path: inquiry.path, query: values) else {
      return page(ErrorPage(kind: .notFound, address: fallback(inquiry)))
    }
    do {
      switch inquiry.method {
      case "GET", "HEAD": return try await get(address, inquiry)
      case "POST": return try await post(address, inquiry)
      default: return page(ErrorPage(kind: .wrongMethod, address: Address(.start, address.language)))
      }
    } catch is Form.FormError {
      return page(ErrorPage(kind: .badRequest, address: address))
    } catch {
      return page(ErrorPage(kind: .failed, address: address))
    }
  }

  private func post(_ address: Address, _ inquiry: Inquiry) async throws -> Reply {
    guard inquiry.isOurs else { return page(ErrorPage(kind: .refused, address: Address(.start, address.language))) }
    let visit = visit(address, inquiry)
    switch address.route {
    case .question(let fact?): return try await answer(fact, visit, inquiry.form())
    case .answers: return try await load(visit, inquiry.form())
    case .programPick(let id): return try await pick(id, visit)
    case .programRemoval:
      return redirect(.answers, address.language, keeping: try await service.unpickProgram(visit))
    case .answersRemoval: return redirect(.start, address.language, keeping: Answers())
    case .roster: return try await roster(visit, inquiry)
    case .start, .question(nil), .keptAnswers, .chooser, .roadmap, .calendar, .reason, .print, .worth, .howWeKnow,
      .words,
      .live, .states, .state, .stateTask, .stateComparison, .move, .programs, .program,
      .duties, .explainers, .explainer, .search,
      .asset:
      return page(ErrorPage(kind: .wrongMethod, address: Address(.start, address.language)))
    }
  }

  /// What is known of who asks: the language of the address and the sealed answers.
  func visit(_ address: Address, _ inquiry: Inquiry) -> Visit {
    let kept = inquiry.cookie(Self.cookie).flatMap { seal.open($0, at: now()) }.flatMap { KeptFile.answers(text: $0) }
    return Visit(language: address.language, today: today(), answers: kept ?? Answers())
  }

  /// Where the page of an error stands: the start, in the language the path begins with.
  private func fallback(_ inquiry: Inquiry) -> Address {
    let isSpanish = inquiry.path == "/es" || inquiry.path.hasPrefix("/es/")
    return Address(.start, isSpanish ? .spanish : .english)
  }
}
