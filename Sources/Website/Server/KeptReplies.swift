import Cryptography
import Synchronization
import Vocabulary

/// Answers that are the same for everybody on one day: made once, in both sizes.
final class KeptReplies: Sendable {
  /// One answer, ready to go.
  struct Kept: Sendable {
    let plain: Reply
    /// Nil when compressing it gains nothing.
    let compressed: Reply?
    /// For a browser that has it: no body.
    let unchanged: Reply?
    /// What names this content.
    let tag: String?

    /// What answers an inquiry.
    func reply(to inquiry: Inquiry) -> Reply {
      if let unchanged, let tag, inquiry.headers["if-none-match"]?.contains(tag) == true { return unchanged }
      var reply = compressed.flatMap { Gzip.accepts(inquiry.headers["accept-encoding"] ?? "") ? $0 : nil } ?? plain
      if inquiry.method == "HEAD" { reply.body = [] }
      return reply
    }
  }

  private struct Shelf {
    var day: CivilDate?
    var replies: [Address: Kept] = [:]
  }

  /// Beyond this many all are forgotten: there are not as many pages.
  private static let most = 1_000
  private let shelf = Mutex(Shelf())

  subscript(address: Address, on day: CivilDate) -> Kept? {
    shelf.withLock { $0.day == day ? $0.replies[address] : nil }
  }

  /// Keeps an answer until the day is over.
  func keep(_ kept: Kept, _ address: Address, on day: CivilDate) {
    shelf.withLock { shelf in
      if shelf.day != day || shelf.replies.count >= Self.most { shelf.replies = [:] }
      shelf.day = day
      shelf.replies[address] = kept
    }
  }
}

extension Site {
  /// The answer that was made before, if there is one for whoever asks.
  func keptReply(to inquiry: Inquiry, at destination: Destination) -> Reply? {
    guard let address = isShared(inquiry, destination) else { return nil }
    return kept[address, on: today()]?.reply(to: inquiry)
  }

  /// Keeps an answer if it is one for everybody, and gives what answers the inquiry; nil when it is not.
  func keep(_ reply: Reply, _ inquiry: Inquiry, _ destination: Destination) -> Reply? {
    guard reply.status == 200, let address = isShared(inquiry, destination) else { return nil }
    let made = KeptReplies.Kept(guarded(reply))
    kept.keep(made, address, on: today())
    return made.reply(to: inquiry)
  }

  /// The address of a page that is the same for everybody, when nothing about who asks came with the inquiry.
  private func isShared(_ inquiry: Inquiry, _ destination: Destination) -> Address? {
    guard inquiry.method == "GET" || inquiry.method == "HEAD", case .address(let address) = destination,
      address.route.isSharedByStrangers, inquiry.headers["authorization"] == nil,
      inquiry.headers["cookie"]?.contains(Self.cookie) != true
    else { return nil }
    return address
  }
}

extension KeptReplies.Kept {
  /// Compresses an answer and names its content.
  init(_ reply: Reply) {
    let isStored = reply["Cache-Control"]?.contains("no-store") != true
    let tag = "\"\(Hex.text(SHA256.digest(of: reply.body).bytes.prefix(12)))\""
    var plain = Gzip.varying(reply)
    if isStored { plain.headers.append(("ETag", "W/\(tag)")) }
    self.plain = plain
    self.tag = isStored ? tag : nil
    compressed = Gzip.smaller(plain)
    let headers = plain.headers.filter { !$0.name.hasPrefix("Content-") || $0.name == "Content-Security-Policy" }
    unchanged = isStored ? Reply(status: 304, headers: headers) : nil
  }
}

extension Route {
  /// Whether the page is the same for everybody who told us nothing, and there are few such addresses: nothing that a
  /// visitor can make up stands in them.
  fileprivate var isSharedByStrangers: Bool {
    switch self {
    case .start, .howWeKnow, .words, .duties, .explainers, .explainer, .worth, .roadmap, .asset, .print, .robots: true
    case .state(_, let question): question == StateQuestion()
    case .chooser(let weights): weights == Weights()
    case .states(let question): question == StateQuestion()
    case .programs(let question): question == ProgramQuestion()
    case .search(let words): words.isEmpty
    case .question, .answers, .answersRemoval, .keptAnswers, .calendar, .reason, .stateTask, .stateComparison, .move,
      .roster, .program, .programPick, .programRemoval, .live, .ready, .metrics, .securityText, .feed, .member, .api:
      false
    }
  }
}
