import Synchronization
import Testing

@testable import Website

@Suite("Work that costs much", .timeLimit(.minutes(5)))
struct CostlyWorkTests {
  /// Work that goes on until it is told to end.
  private final class Held: Sendable {
    private let state = Mutex((running: 0, most: 0, isOpen: false))
    var running: Int { state.withLock(\.running) }
    var most: Int { state.withLock(\.most) }

    func open() { state.withLock { $0.isOpen = true } }

    @Sendable func work() async throws {
      state.withLock {
        $0.running += 1
        $0.most = max($0.most, $0.running)
      }
      defer { state.withLock { $0.running -= 1 } }
      while !state.withLock(\.isOpen) { try await Task.sleep(for: .milliseconds(1)) }
    }
  }

  private func until(_ condition: () -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(60)
    while !condition() {
      try #require(ContinuousClock.now < end)
      try await Task.sleep(for: .milliseconds(1))
    }
  }

  @Test("no more run at once than can, the others wait, and all get done")
  func atOnce() async throws {
    let (costly, held) = (CostlyWork(atOnce: 2, places: 100, perVisitor: 100), Held())
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 { group.addTask { try await costly.run(for: "\(number % 5)", held.work) } }
      try await until { held.running == 2 }
      held.open()
      try await group.waitForAll()
    }
    #expect(held.most == 2 && held.running == 0)
  }

  @Test("one visitor has so many and no more; others still get in, and so does this one when one is done")
  func perVisitor() async throws {
    let (costly, held) = (CostlyWork(atOnce: 1, places: 100, perVisitor: 3), Held())
    let tasks = (0..<3).map { _ in Task { try await costly.run(for: "a", held.work) } }
    try await until { held.running == 1 }
    try await until { costly.waiting == 2 }
    await #expect(throws: CostlyWork.BusyError.self) { try await costly.run(for: "a") {} }
    let other = Task { try await costly.run(for: "b") { 7 } }
    held.open()
    for task in tasks { try await task.value }
    #expect(try await other.value == 7)
    #expect(try await costly.run(for: "a") { 8 } == 8)
  }

  @Test("a line that is full refuses at once")
  func fullLine() async throws {
    let (costly, held) = (CostlyWork(atOnce: 1, places: 2, perVisitor: 100), Held())
    let tasks = (0..<3).map { number in Task { try await costly.run(for: "\(number)", held.work) } }
    try await until { held.running == 1 && costly.waiting == 2 }
    await #expect(throws: CostlyWork.BusyError.self) { try await costly.run(for: "x") {} }
    held.open()
    for task in tasks { try await task.value }
  }

  @Test("who does not want to wait any more leaves the line, and an error of the work is the answer")
  func leaving() async throws {
    struct Trouble: Error {}
    let (costly, held) = (CostlyWork(atOnce: 1, places: 9, perVisitor: 9), Held())
    let first = Task { try await costly.run(for: "a", held.work) }
    try await until { held.running == 1 }
    let second = Task { try await costly.run(for: "a") {} }
    try await until { costly.waiting == 1 }
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    held.open()
    try await first.value
    await #expect(throws: Trouble.self) { try await costly.run(for: "a") { throw Trouble() } }
    for _ in 0..<20 { try await costly.run(for: "a") {} }
  }
}
