/// When a connection has to be closed because its other end is too slow. It knows nothing of sockets: whoever has one
/// says what happens on it, and asks until when.
struct TransferClock: Sendable {
  /// What the other end keeps us waiting for.
  enum Reason: Sendable, Hashable { case idle, slowBody, slowReader, tooManyAhead }

  private let limits: ServerLimits
  /// Requests whose answer is not complete.
  private var pending = 0
  private var idleSince: Duration
  /// The body that is coming: since when, and how much of it came.
  private var body: (began: Duration, bytes: Int)?
  /// What was given to the system and is not taken: since when it moves, and how much it is.
  private var sending: (began: Duration, bytes: Int)?
  /// Since when nothing more is answered.
  private var lastAnswer: Duration?

  /// A connection that opened.
  init(_ limits: ServerLimits, at now: Duration) {
    self.limits = limits
    idleSince = now
  }

  mutating func opened(at now: Duration) { idleSince = now }

  mutating func headCame(at now: Duration) {
    pending += 1
    body = (now, 0)
  }

  mutating func bodyCame(_ bytes: Int) { body?.bytes += bytes }

  mutating func requestEnded() { body = nil }

  mutating func sends(_ bytes: Int, at now: Duration) {
    sending = (sending?.began ?? now, (sending?.bytes ?? 0) + bytes)
  }

  /// Everything that was sent is taken.
  mutating func wasTaken() { sending = nil }

  mutating func answerEnded(at now: Duration) {
    pending = max(0, pending - 1)
    idleSince = now
  }

  /// The answer that ended was the last one.
  mutating func lastAnswerEnded(at now: Duration) { lastAnswer = now }

  /// Whether it asks for more answers at once than it may: each could be large, and none may ever be taken.
  var isTooFarAhead: Bool { pending > limits.ahead }

  /// Until when it may go on as it does, and why no longer; nil while it is us who keep the other end waiting.
  var deadline: (at: Duration, reason: Reason)? {
    if let lastAnswer { return (lastAnswer + .seconds(2), .idle) }
    if let body { return (allowed(body), .slowBody) }
    if let sending { return (allowed(sending), .slowReader) }
    return pending == 0 ? (idleSince + limits.idle, .idle) : nil
  }

  private func allowed(_ moving: (began: Duration, bytes: Int)) -> Duration {
    moving.began + limits.transfer + .seconds(1) * (Double(moving.bytes) / Double(max(1, limits.slowest)))
  }
}
