import Synchronization
import Testing

@testable import Website

@Suite("Watch")
struct WatchTests {
  let capture = LogCapture()
  let clock = StandingClock()

  private func operations() -> Operations {
    Operations(ServerLimits(), log: capture.log(), seed: 1, now: { [clock] in clock.now })
  }

  /// Moves the clock and looks.
  private func pass(_ step: Duration, _ operations: Operations) {
    clock.move(step)
    operations.running.look(at: clock.now)
  }

  @Test("a handler that hangs is told of once, with its pattern; then it is given up, and who asked gets an answer")
  func hanging() async {
    let operations = operations()
    let answer = Task {
      await operations.watched(RequestID(number: 5), .get, RoutePattern(.state("wa", StateQuestion()))) {
        try? await Task.sleep(for: .seconds(3_600))
        return Reply()
      }
    }
    while operations.running.count == 0 { await Task.yield() }
    pass(.seconds(9), operations)
    #expect(capture.lines.isEmpty && operations.running.stuckCount(at: clock.now) == 0)
    for _ in 0..<5 { pass(.seconds(2), operations) }
    #expect(capture.lines.count == 1)
    #expect(capture.lines[0].contains("\"event\":\"handler-stuck\",\"method\":\"GET\",\"route\":\"/states/{state}\""))
    #expect(capture.lines[0].contains("\"milliseconds\":11000.000,\"request\":\"0000000000000005\""))
    #expect(operations.running.stuckCount(at: clock.now) == 1)
    pass(.seconds(12), operations)
    #expect(await answer.value == nil)
    #expect(capture.lines.count == 2 && capture.lines[1].contains("handler-given-up"))
    #expect(operations.running.count == 0)
  }

  @Test("a handler that cannot be cancelled is given up all the same, and may end later")
  func deaf() async {
    let operations = operations()
    let held = Mutex<CheckedContinuation<Void, Never>?>(nil)
    let answer = Task {
      await operations.watched(RequestID(number: 1), .post, RoutePattern(.roster)) {
        await withCheckedContinuation { continuation in held.withLock { $0 = continuation } }
        return Reply(status: 200)
      }
    }
    while operations.running.count == 0 || held.withLock({ $0 == nil }) { await Task.yield() }
    pass(.seconds(31), operations)
    #expect(await answer.value == nil)
    held.withLock { $0?.resume() }
  }

  @Test("an answer in time is given, and nothing is told of it")
  func inTime() async {
    let operations = operations()
    for status in 200..<300 {
      let reply = await operations.watched(RequestID(number: UInt64(status)), .get, .unknown) { Reply(status: status) }
      #expect(reply?.status == status)
    }
    while operations.running.count > 0 { await Task.yield() }
    pass(.seconds(100), operations)
    #expect(capture.lines.isEmpty)
  }

  @Test("when the server ends, running requests have until then and no longer")
  func ending() async {
    let operations = operations()
    let answer = Task {
      await operations.watched(RequestID(number: 1), .get, .unknown) {
        try? await Task.sleep(for: .seconds(3_600))
        return Reply()
      }
    }
    while operations.running.count == 0 { await Task.yield() }
    operations.running.end(at: clock.now + .seconds(5))
    pass(.seconds(4), operations)
    #expect(operations.running.count == 1)
    pass(.seconds(1), operations)
    #expect(await answer.value == nil)
  }

  @Test("threads that answer nothing any more are told of once, and so is their return")
  func heartbeat() {
    let operations = operations()
    let waiting = Mutex<[@Sendable () -> Void]>([])
    let lives = Counter()
    let heart = Heartbeat(
      operations.running, log: capture.log(), patience: .seconds(10), now: { [clock] in clock.now }, lives: lives.add,
      ask: { call in waiting.withLock { $0.append(call) } })
    for _ in 0..<30 {
      heart.beat()
      clock.move(.seconds(1))
    }
    #expect(waiting.withLock(\.count) == 1 && lives.value == 10)
    #expect(capture.lines.count == 1 && capture.lines[0].contains("\"event\":\"threads-stuck\""))
    waiting.withLock { $0.removeFirst() }()
    heart.beat()
    #expect(capture.lines.count == 2 && capture.lines[1].contains("threads-free-again") && lives.value == 11)
  }
}
