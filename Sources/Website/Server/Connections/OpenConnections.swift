import Synchronization

/// How many connections there are, and why we closed others.
final class OpenConnections: Sendable {
  private let open = Atomic(0)
  private let idle = Atomic(0)
  private let slowBodies = Atomic(0)
  private let slowReaders = Atomic(0)
  private let tooManyAhead = Atomic(0)
  private let log: EventLog

  init(log: EventLog) { self.log = log }

  func opened() { open.add(1, ordering: .relaxed) }
  func ended() { open.subtract(1, ordering: .relaxed) }

  func closed(for reason: TransferClock.Reason) {
    switch reason {
    case .idle: idle.add(1, ordering: .relaxed)
    case .slowBody: slowBodies.add(1, ordering: .relaxed)
    case .slowReader: slowReaders.add(1, ordering: .relaxed)
    case .tooManyAhead: tooManyAhead.add(1, ordering: .relaxed)
    }
    log.say(.debug, "connection-closed", [.word("reason", reason.word)])
  }

  var families: [MetricFamily] {
    var closed = MetricFamily("fobwatch_http_connections_closed_total", .counter, "Connections closed by this server.")
    let counts = [
      (TransferClock.Reason.idle, idle.load(ordering: .relaxed)),
      (.slowBody, slowBodies.load(ordering: .relaxed)), (.slowReader, slowReaders.load(ordering: .relaxed)),
      (.tooManyAhead, tooManyAhead.load(ordering: .relaxed)),
    ]
    for (reason, count) in counts { closed.add(Double(count), [("reason", "\(reason.word)")]) }
    let now = Double(open.load(ordering: .relaxed))
    return [MetricFamily("fobwatch_http_connections", .gauge, "Open connections.", value: now), closed]
  }
}

extension TransferClock.Reason {
  var word: StaticString {
    switch self {
    case .idle: "idle"
    case .slowBody: "slow-body"
    case .slowReader: "slow-reader"
    case .tooManyAhead: "too-many-ahead"
    }
  }
}
