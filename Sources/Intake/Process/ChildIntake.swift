import Dispatch
public import Services
import Synchronization

/// Has each file read by a process of its own, so that a file that harms its reader harms nothing else. No more than a few are
/// there at once; each is ended when it takes too long.
public final class ChildIntake: PaperIntake {
  private struct State {
    var running = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let program: String
  private let arguments: [String]
  private let limits: IntakeLimits
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "fobwatch.intake", attributes: .concurrent)

  /// - Parameters:
  ///   - program: the path of the program that reads; /proc/self/exe is this one.
  ///   - arguments: those after its name.
  public init(
    program: String = "/proc/self/exe", arguments: [String] = ["intake"], limits: IntakeLimits = IntakeLimits()
  ) {
    (self.program, self.arguments, self.limits) = (program, arguments, limits)
  }

  public func take(_ file: [UInt8]) async throws -> IntakeAnswer {
    try await turn()
    defer { next() }
    let (program, arguments, limits) = (program, arguments, limits)
    return try await withCheckedThrowingContinuation { continuation in
      // It waits for pipes: not on a thread that answers requests.
      queue.async {
        continuation.resume(
          with: Result { try ReadingChild(program: program, arguments: arguments, limits: limits).read(file) })
      }
    }
  }

  private func turn() async throws {
    let mustWait: Bool? = state.withLock { state in
      if state.running < limits.atOnce {
        state.running += 1
        return false
      }
      return state.waiting.count < limits.places ? true : nil
    }
    guard let mustWait else { throw PaperIntakeError.busy }
    guard mustWait else { return }
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.running < limits.atOnce {
          state.running += 1
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  private func next() {
    let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard !state.waiting.isEmpty else {
        state.running -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    waiting?.resume()
  }
}
