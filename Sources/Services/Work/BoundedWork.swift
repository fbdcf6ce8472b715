import Dispatch
import Synchronization

/// Does long work away from the threads that answer, a few at a time, with a waiting line that is not endless.
public final class BoundedWork: Sendable {
  /// So many wait already that one more would wait too long. Ask again in a moment.
  public struct BusyError: Error, Hashable {}

  /// Work to be done or left.
  private struct Job: Sendable {
    let number: UInt64
    let perform: @Sendable () -> Void
    let leave: @Sendable () -> Void
  }

  private struct State {
    var running = 0
    var line: [Job] = []
    var number: UInt64 = 0
  }

  private let workers: Int
  private let places: Int
  private let queue = DispatchQueue(label: "fobwatch.work", attributes: .concurrent)
  private let state = Mutex(State())

  /// - Parameters:
  ///   - workers: how many are done at once; 1 or more.
  ///   - places: how many can wait; 0 or more.
  public init(workers: Int, places: Int) { (self.workers, self.places) = (max(1, workers), max(0, places)) }

  /// How many wait now.
  public var waiting: Int { state.withLock { $0.line.count } }

  /// Does some work when it is its turn.
  ///
  /// - Throws: `BusyError` when the line is full, and `CancellationError` when the task is canceled while it waits.
  public func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    let number = state.withLock { state in
      state.number += 1
      return state.number
    }
    return try await withTaskCancellationHandler {
      try Task.checkCancellation()
      return try await withCheckedThrowingContinuation { continuation in
        admit(
          Job(
            number: number, perform: { continuation.resume(with: Result(catching: work)) },
            leave: { continuation.resume(throwing: CancellationError()) }),
          orElse: { continuation.resume(throwing: BusyError()) })
      }
    } onCancel: {
      leave(number)
    }
  }

  private enum Place { case worker, line, none }

  private func admit(_ job: Job, orElse refuse: () -> Void) {
    let place: Place = state.withLock { state in
      if state.running < workers {
        state.running += 1
        return .worker
      }
      guard state.line.count < places else { return .none }
      state.line.append(job)
      return .line
    }
    switch place {
    case .worker: start(job)
    case .line: break
    case .none: refuse()
    }
  }

  /// Does one after the other while there are any.
  private func start(_ job: Job) {
    queue.async { [self] in
      var next: Job? = job
      while let job = next {
        job.perform()
        next = state.withLock { state in
          guard !state.line.isEmpty else {
            state.running -= 1
            return nil
          }
          return state.line.removeFirst()
        }
      }
    }
  }

  /// Takes somebody out of the line who does not want to wait any more. Work that has begun is finished.
  private func leave(_ number: UInt64) {
    let job = state.withLock { state in
      state.line.firstIndex { $0.number == number }.map { state.line.remove(at: $0) }
    }
    job?.leave()
  }
}
