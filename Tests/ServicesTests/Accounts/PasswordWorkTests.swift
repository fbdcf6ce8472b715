import Cryptography
import Dispatch
import Synchronization
import Testing

@testable import Services

@Suite("Work of passwords waits its turn")
struct PasswordWorkTests {
  /// How many run at once, and the most that ever did.
  private final class Meter: Sendable {
    private let state = Mutex((now: 0, most: 0))
    var most: Int { state.withLock(\.most) }
    func enter() {
      state.withLock { state in
        state.now += 1
        state.most = max(state.most, state.now)
      }
    }
    func leave() { state.withLock { $0.now -= 1 } }
  }

  @Test("no more run at once than there are workers, and all get done")
  func bound() async throws {
    let (work, meter) = (PasswordWork(workers: 3, places: 200), Meter())
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<100 {
        group.addTask {
          try await work.run {
            meter.enter()
            defer { meter.leave() }
            return (0..<2000).reduce(number) { $0 &+ $1 }
          }
        }
      }
      return try await group.reduce(0) { $0 + $1 }
    }
    #expect(sum == (0..<100).reduce(0, +) + 100 * (0..<2000).reduce(0, +))
    #expect(meter.most <= 3)
    #expect(work.waiting == 0)
  }

  @Test("a full line refuses at once, and takes again when it is shorter")
  func full() async throws {
    let work = PasswordWork(workers: 1, places: 1)
    let (gate, started) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let first = Task {
      try await work.run {
        started.signal()
        gate.wait()
      }
    }
    await Self.wait(started)
    let second = Task { try await work.run { true } }
    while work.waiting < 1 { await Task.yield() }
    await #expect(throws: PasswordWork.BusyError.self) { try await work.run { true } }
    gate.signal()
    try await first.value
    #expect(try await second.value)
    #expect(try await work.run { true })
  }

  @Test("who does not want to wait any more leaves the line")
  func leaving() async throws {
    let work = PasswordWork(workers: 1, places: 5)
    let (gate, started) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let first = Task {
      try await work.run {
        started.signal()
        gate.wait()
      }
    }
    await Self.wait(started)
    let second = Task { try await work.run { true } }
    while work.waiting < 1 { await Task.yield() }
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    #expect(work.waiting == 0)
    gate.signal()
    try await first.value
  }

  @Test("an error of the work is the answer")
  func errors() async {
    struct Wrong: Error {}
    let work = PasswordWork(workers: 1, places: 1)
    await #expect(throws: Wrong.self) { try await work.run { throw Wrong() } }
  }

  @Test("a password is checked, composed or not, and hashed again when its cost has changed")
  func checks() async throws {
    let work = PasswordWork(workers: 1, places: 5)
    let old = PasswordHash(cost: .least)
    let cost = try #require(PasswordHash.Cost(passes: 2, memory: 8192))
    let passwords = try Passwords(policy: PasswordPolicy(), work: work, hash: old, random: .system)
    let newer = try Passwords(policy: PasswordPolicy(), work: work, hash: PasswordHash(cost: cost), random: .system)
    let kept = try await passwords.text(of: try #require(PasswordText("jardín de las ñañas")))
    #expect(try await passwords.check("jardín de las ñañas", against: kept) == .right)
    #expect(try await passwords.check("jardi\u{301}n de las n\u{303}an\u{303}as", against: kept) == .right)
    #expect(try await passwords.check("jardin de las nanas", against: kept) == .wrong)
    #expect(try await passwords.check("", against: kept) == .wrong)
    #expect(try await passwords.check("jardín de las ñañas", against: nil) == .wrong)
    #expect(try await passwords.check(String(repeating: "x", count: 5000), against: kept) == .wrong)
    guard case .rightRenewed(let renewed) = try await newer.check("jardín de las ñañas", against: kept) else {
      Issue.record("not renewed")
      return
    }
    #expect(try await newer.check("jardín de las ñañas", against: renewed) == .right)
  }

  private static func wait(_ semaphore: DispatchSemaphore) async {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        semaphore.wait()
        continuation.resume()
      }
    }
  }
}
