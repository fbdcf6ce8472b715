import Services
import Synchronization
import Vocabulary

@testable import Storage

extension JobKind {
  static let letter = JobKind("letter")
  static let report = JobKind("report")
}

extension Instant {
  /// So many seconds after the sample.
  static func sample(_ seconds: Int) -> Instant { .sample + .seconds(seconds) }
}

/// A clock that stands until it is moved. Who sleeps wakes when it has been moved far enough.
final class StandingClock: Sendable {
  private struct Sleeper {
    let ticket: Int
    let end: Instant
    let continuation: CheckedContinuation<Void, any Error>
  }
  private struct State {
    var now = Instant.sample
    var sleepers: [Sleeper] = []
    var lastTicket = 0
  }
  private let state = Mutex(State())

  var now: Instant { state.withLock(\.now) }
  /// How many sleep now.
  var sleepers: Int { state.withLock { $0.sleepers.count } }
  var clock: JobClock { JobClock(now: { self.now }, sleep: { try await self.sleep($0) }) }

  func move(_ step: Duration) {
    let woken = state.withLock { state in
      state.now = state.now + step
      let woken = state.sleepers.filter { $0.end <= state.now }
      state.sleepers.removeAll { $0.end <= state.now }
      return woken
    }
    for sleeper in woken { sleeper.continuation.resume() }
  }

  private func sleep(_ duration: Duration) async throws {
    let ticket = state.withLock { state in
      state.lastTicket += 1
      return state.lastTicket
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        state.withLock { state in
          state.sleepers.append(Sleeper(ticket: ticket, end: state.now + duration, continuation: continuation))
        }
        if Task.isCancelled { wake(ticket) }
      }
    } onCancel: {
      wake(ticket)
    }
  }

  private func wake(_ ticket: Int) {
    let woken = state.withLock { state in
      guard let place = state.sleepers.firstIndex(where: { $0.ticket == ticket }) else { return nil as Sleeper? }
      return state.sleepers.remove(at: place)
    }
    woken?.continuation.resume(throwing: CancellationError())
  }
}

/// Random numbers that are the same each time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension TestDatabase {
  /// Runs a body with stores of one database in its newest form, each as if it were in a process of its own.
  func withJobStores(_ count: Int, _ body: ([SQLJobStore], any Engine) async throws -> Void) async throws {
    try await withEngines(count) { engines in
      try await Migrator().migrate(engines[0], at: .sample)
      try await engines[0].write { try $0.script("CREATE TABLE effect (job_key TEXT NOT NULL)") }
      try await body(engines.map { SQLJobStore($0) }, engines[0])
    }
  }

  func withJobStore(_ body: (SQLJobStore, any Engine) async throws -> Void) async throws {
    try await withJobStores(1) { try await body($0[0], $1) }
  }
}

/// How often the effect of each job was written.
func effects(_ engine: any Engine) async throws -> [String: Int] {
  try await engine.read { statements in
    let rows = try statements.rows("SELECT job_key, COUNT(*) AS n FROM effect GROUP BY job_key")
    return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text("job_key"), try $0.int("n")) })
  }
}
