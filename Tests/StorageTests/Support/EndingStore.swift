import Services
import Synchronization
import Vocabulary

@testable import Storage

/// A store as a process sees it that is killed after some jobs: from then on nothing it asks for happens.
struct EndingStore: JobStore {
  struct Ended: Error {}

  private let store: SQLJobStore
  private let left: Left
  private final class Left: Sendable {
    let count: Mutex<Int>
    init(_ count: Int) { self.count = Mutex(count) }
  }

  init(_ store: SQLJobStore, after jobs: Int) {
    self.store = store
    left = Left(jobs)
  }

  private func alive() throws {
    if left.count.withLock({ $0 <= 0 }) { throw Ended() }
  }

  func add(_ drafts: [JobDraft], at now: Instant) async throws -> Int { try await store.add(drafts, at: now) }

  func take(_ kinds: [JobKind], limit: Int, lease: Duration, at now: Instant) async throws -> [TakenJob] {
    // The last jobs it takes are neither done nor given back.
    let taken = try await store.take(kinds, limit: limit, lease: lease, at: now)
    try alive()
    return taken
  }

  func extend(_ job: TakenJob, lease: Duration, at now: Instant) async throws {
    try alive()
    try await store.extend(job, lease: lease, at: now)
  }

  func finish(
    _ job: TakenJob, at now: Instant, effects: @escaping @Sendable (any Statements) throws -> Void
  ) async throws {
    let isAlive = left.count.withLock { count in
      count -= 1
      return count >= 0
    }
    guard isAlive else { throw Ended() }
    try await store.finish(job, at: now, effects: effects)
  }

  func postpone(_ job: TakenJob, until due: Instant, reason: String, at now: Instant) async throws {
    try alive()
    try await store.postpone(job, until: due, reason: reason, at: now)
  }

  func fail(_ job: TakenJob, reason: String, at now: Instant) async throws {
    try alive()
    try await store.fail(job, reason: reason, at: now)
  }

  func giveBack(_ job: TakenJob, at now: Instant) async throws {
    try alive()
    try await store.giveBack(job, at: now)
  }

  func nextDue(_ kinds: [JobKind]) async throws -> Instant? { try await store.nextDue(kinds) }
  func counts() async throws -> [JobCount] { try await store.counts() }
  func listing(_ state: JobState, limit: Int) async throws -> [JobListing] {
    try await store.listing(state, limit: limit)
  }
  func tryAgain(_ id: Int64, at now: Instant) async throws -> Bool { try await store.tryAgain(id, at: now) }
  func forget(_ state: JobState.Ended, before: Instant) async throws -> Int {
    try await store.forget(state, before: before)
  }
}

/// Keeps what several threads tell it, in order.
final class Recorder<Element: Sendable>: Sendable {
  private let elements = Mutex<[Element]>([])
  var all: [Element] { elements.withLock(\.self) }
  func add(_ element: Element) { elements.withLock { $0.append(element) } }
}
