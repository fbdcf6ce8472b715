import Synchronization

/// Lets few answers that cost much be made at once, so that they leave threads for all others, and few of them for one
/// visitor. Whoever comes next waits in a line that is not endless.
final class CostlyWork: Sendable {
  /// So many wait already, or this visitor has so many under way.
  struct BusyError: Error, Hashable {}

  private struct Waiting {
    let number: UInt64
    let go: CheckedContinuation<Bool, Never>
  }

  private struct State {
    var running = 0
    var line: [Waiting] = []
    var number: UInt64 = 0
    /// How many each visitor has, running and waiting.
    var held: [String: Int] = [:]
    /// Who was canceled while they did not stand in the line.
    var gone: Set<UInt64> = []
  }

  private let atOnce: Int
  private let places: Int
  private let perVisitor: Int
  private let state = Mutex(State())

  /// How many wait.
  var waiting: Int { state.withLock(\.line.count) }

  /// - Parameters:
  ///   - atOnce: how many are made at once; 1 or more.
  ///   - places: how many can wait.
  ///   - perVisitor: how many one visitor can have, running and waiting.
  init(atOnce: Int, places: Int = 32, perVisitor: Int = 8) {
    (self.atOnce, self.places, self.perVisitor) = (max(1, atOnce), places, perVisitor)
  }

  /// Does some work when it is its turn.
  ///
  /// - Throws: `BusyError` when it would have to wait too long, and `CancellationError` when the task is canceled while it waits.
  func run<T: Sendable>(for visitor: String, _ work: () async throws -> T) async throws -> T {
    let number: UInt64? = state.withLock { state in
      guard state.running < atOnce || state.line.count < places, state.held[visitor, default: 0] < perVisitor else {
        return nil
      }
      state.held[visitor, default: 0] += 1
      state.number += 1
      return state.number
    }
    guard let number else { throw BusyError() }
    defer { release(visitor, number) }
    guard await turn(number) else { throw CancellationError() }
    defer { next() }
    return try await work()
  }

  /// Waits for its turn; false when it was canceled before.
  private func turn(_ number: UInt64) async -> Bool {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer: Bool? = state.withLock { state in
          if state.gone.remove(number) != nil { return false }
          guard state.running < atOnce else {
            state.line.append(Waiting(number: number, go: continuation))
            return nil
          }
          state.running += 1
          return true
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let waiting: Waiting? = state.withLock { state in
        guard let place = state.line.firstIndex(where: { $0.number == number }) else {
          state.gone.insert(number)
          return nil
        }
        return state.line.remove(at: place)
      }
      waiting?.go.resume(returning: false)
    }
  }

  private func next() {
    let waiting: Waiting? = state.withLock { state in
      guard !state.line.isEmpty else {
        state.running -= 1
        return nil
      }
      return state.line.removeFirst()
    }
    waiting?.go.resume(returning: true)
  }

  private func release(_ visitor: String, _ number: UInt64) {
    state.withLock { state in
      state.gone.remove(number)
      let left = state.held[visitor, default: 1] - 1
      state.held[visitor] = left > 0 ? left : nil
    }
  }
}
