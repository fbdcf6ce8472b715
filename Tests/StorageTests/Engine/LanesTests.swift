import Synchronization
import Testing

@testable import Storage

@Suite("Connections, and the line before them")
struct LanesTests {
  /// Counts what was done with it, on its queue alone.
  final class Connection {
    var uses = 0
    var isInUse = false
  }

  /// What happened, in order.
  final class Order: Sendable {
    let words = Mutex<[String]>([])
    func add(_ word: String) { words.withLock { $0.append(word) } }
  }

  private func lanes(_ limit: Int, longestWait: Duration = .seconds(10)) -> Lanes<Connection> {
    Lanes(limit: limit, longestWait: longestWait, place: "here", label: "lanes.test") { Connection() }
  }

  /// Uses the only connection until a gate opens.
  private func hold(_ lanes: Lanes<Connection>, until gate: Gate) async -> Task<Void, any Error> {
    let began = Gate()
    let holder = Task {
      try await lanes.run(Lend()) { _ in
        began.open()
        gate.wait()
      }
    }
    await began.opened()
    return holder
  }

  @Test("one body at a time uses a connection, however many come")
  func oneAtATime() async throws {
    let lanes = lanes(2)
    let uses = try await withThrowingTaskGroup { group in
      for _ in 0..<500 {
        group.addTask {
          try await lanes.run(Lend()) { connection in
            connection.uses += 1
            return ObjectIdentifier(connection)
          }
        }
      }
      return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(uses.count <= 2 && uses.values.reduce(0, +) == 500)
    let counted = Tally()
    await lanes.withIdle { counted.add($0.uses) }
    #expect(counted.count == 500)
  }

  @Test("whoever waits too long is told where, and those behind wait on")
  func tooLong() async throws {
    let lanes = lanes(1, longestWait: .milliseconds(30))
    let gate = Gate()
    let holder = await hold(lanes, until: gate)
    for _ in 0..<2 {
      await #expect(throws: StorageError.timedOut("all 1 connections to here are in use")) {
        try await lanes.run(Lend()) { $0.uses }
      }
    }
    gate.open()
    try await holder.value
    try await #expect(lanes.run(Lend()) { $0.uses } == 0)
  }

  @Test("who gives up in line leaves it, and its body is never called")
  func givenUp() async throws {
    let lanes = lanes(1)
    let gate = Gate()
    let holder = await hold(lanes, until: gate)
    let calls = Tally()
    let waiting = Task { try await lanes.run(Lend()) { _ in calls.add() } }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    gate.open()
    try await holder.value
    try await lanes.run(Lend()) { _ in }
    #expect(calls.count == 0)
  }

  @Test("the end waits for what runs, refuses what waits, and ends each connection")
  func end() async throws {
    let lanes = lanes(1)
    let gate = Gate()
    let holder = await hold(lanes, until: gate)
    let closed = Tally()
    let closing = Task { await lanes.close { _ in closed.add() } }
    // In line already or not, it is refused before what runs has ended.
    await #expect(throws: StorageError.unavailable("it is closed")) { try await lanes.run(Lend()) { _ in } }
    #expect(closed.count == 0)
    gate.open()
    try await holder.value
    await closing.value
    #expect(closed.count == 1)
  }

  @Test("a task that goes on there reads where it is, also on the only connection")
  func tasksGoOn() async throws {
    let lanes = lanes(1)
    let uses = try await Task(executorPreference: lanes) {
      var uses: [Int] = []
      for _ in 0..<3 {
        uses.append(
          try await lanes.run(Lend()) { connection in
            connection.uses += 1
            return connection.uses
          })
        await Task.yield()
      }
      return uses
    }.value
    #expect(uses == [1, 2, 3])
  }

  @Test("many tasks and bodies share two connections, and none is used by two at once")
  func tasksBesideBodies() async throws {
    let lanes = lanes(2)
    try await withThrowingTaskGroup { group in
      for number in 0..<200 {
        group.addTask(executorPreference: number.isMultiple(of: 2) ? lanes : nil) {
          for _ in 0..<5 {
            try await lanes.run(Lend()) { connection in
              #expect(!connection.isInUse)
              connection.isInUse = true
              connection.uses += 1
              connection.isInUse = false
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let counted = Tally()
    await lanes.withIdle { counted.add($0.uses) }
    #expect(counted.count == 1_000)
  }

  @Test("bodies go before tasks that wait for the same connection")
  func bodiesFirst() async throws {
    let lanes = lanes(1)
    let gate = Gate()
    let holder = await hold(lanes, until: gate)
    let order = Order()
    let task = Task(executorPreference: lanes) { order.add("task") }
    let body = Task { try await lanes.run(Lend()) { _ in order.add("body") } }
    while lanes.waiting < 2 { await Task.yield() }
    gate.open()
    try await holder.value
    try await body.value
    await task.value
    #expect(order.words.withLock(\.self) == ["body", "task"])
  }

  @Test("after the end a task still goes on, and reads nothing")
  func tasksAfterTheEnd() async throws {
    let lanes = lanes(1)
    try await lanes.run(Lend()) { _ in }
    await lanes.close { _ in }
    await #expect(throws: StorageError.unavailable("it is closed")) {
      try await Task(executorPreference: lanes) { try await lanes.run(Lend()) { $0.uses } }.value
    }
  }
}
