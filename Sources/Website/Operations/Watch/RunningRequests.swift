import Synchronization

/// The requests that are being answered now. Whoever looks through them tells of each that takes long, once, and ends the
/// waiting for those that take too long.
///
/// Nothing here waits or starts a task: it works also when every thread that answers is held up.
final class RunningRequests: Sendable {
  private struct Running {
    let pattern: RoutePattern
    let method: AskedMethod
    let began: Duration
    var isTold = false
    let giveUp: @Sendable () -> Void
  }

  private struct Kept {
    var running: [RequestID: Running] = [:]
    /// From when on nothing is waited for.
    var end: Duration?
  }

  private let stuck: Duration
  private let limit: Duration
  private let log: EventLog
  private let kept = Mutex(Kept())

  /// - Parameters:
  ///   - stuck: what takes this long is told of.
  ///   - limit: what takes this long is no longer waited for.
  init(stuck: Duration, limit: Duration, log: EventLog) {
    self.stuck = stuck
    self.limit = limit
    self.log = log
  }

  /// Notes a request, at a point of a clock that only goes on.
  ///
  /// - Parameter giveUp: called when it is no longer waited for; it has to do nothing for a request that has ended.
  func begin(
    _ id: RequestID, _ method: AskedMethod, _ pattern: RoutePattern, at now: Duration,
    giveUp: @escaping @Sendable () -> Void
  ) {
    kept.withLock {
      $0.running[id] = Running(pattern: pattern, method: method, began: now, giveUp: giveUp)
    }
  }

  func end(_ id: RequestID) {
    kept.withLock { _ = $0.running.removeValue(forKey: id) }
  }

  /// How many there are.
  var count: Int { kept.withLock(\.running.count) }

  /// How many of them are stuck.
  func stuckCount(at now: Duration) -> Int {
    kept.withLock { kept in kept.running.values.count { now - $0.began >= stuck } }
  }

  /// From a point on, nothing is waited for: the server ends.
  func end(at moment: Duration) {
    kept.withLock { $0.end = moment }
  }

  /// Looks through them.
  func look(at now: Duration) {
    let (late, overdue) = kept.withLock { kept in
      var late: [(RequestID, Running)] = []
      var overdue: [(RequestID, Running)] = []
      for (id, running) in kept.running {
        let age = now - running.began
        if age >= stuck, !running.isTold {
          late.append((id, running))
          kept.running[id]?.isTold = true
        }
        if age >= limit || kept.end.map({ now >= $0 }) == true {
          overdue.append((id, running))
          kept.running[id] = nil
        }
      }
      return (late, overdue)
    }
    for (id, running) in late { tell("handler-stuck", id, running, now) }
    for (id, running) in overdue {
      tell("handler-given-up", id, running, now)
      running.giveUp()
    }
  }

  private func tell(_ event: StaticString, _ id: RequestID, _ running: Running, _ now: Duration) {
    let route = LogLine.RouteField(pattern: running.pattern, method: running.method)
    log.say(.warning, event, [.route(route), .duration(now - running.began), .request(id)])
  }
}
