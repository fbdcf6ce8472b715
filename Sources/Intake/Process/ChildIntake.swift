import Dispatch
public import Services
import Synchronization

/// Has each file read by a process of its own, so that a file that harms its reader harms nothing else. No more than a few are
/// there at once, and one of each person; each is ended when it takes too long.
public final class ChildIntake: PaperIntake {
  private struct State {
    /// Whose files are read now: one of each.
    var reading: Set<PersonID> = []
    /// Who came first stands first.
    var waiting: [(person: PersonID, turn: CheckedContinuation<Void, Never>)] = []

    /// Takes a turn for somebody, if there is one now.
    mutating func begin(_ person: PersonID, _ limits: IntakeLimits) -> Bool {
      guard reading.count < limits.atOnce else { return false }
      return reading.insert(person).inserted
    }
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

  public func take(_ file: [UInt8], of person: PersonID) async throws -> IntakeAnswer {
    try await read(file, arguments, of: person)
  }

  public func again(_ file: [UInt8], of person: PersonID) async throws -> IntakeAnswer {
    try await read(file, arguments + [Self.again], of: person)
  }

  /// What is said to the program of a file that is to be one that was made here before.
  public static let again = "--again"

  private func read(_ file: [UInt8], _ arguments: [String], of person: PersonID) async throws -> IntakeAnswer {
    try await turn(person)
    defer { next(after: person) }
    let (program, limits) = (program, limits)
    return try await withCheckedThrowingContinuation { continuation in
      // It waits for pipes: not on a thread that answers requests.
      queue.async {
        continuation.resume(
          with: Result { try ReadingChild(program: program, arguments: arguments, limits: limits).read(file) })
      }
    }
  }

  /// How many files of somebody wait for their turn.
  func waiting(_ person: PersonID) -> Int { state.withLock { $0.waiting.count { $0.person == person } } }

  private func turn(_ person: PersonID) async throws {
    let mustWait: Bool? = state.withLock { state in
      if state.begin(person, limits) { return false }
      let own = state.waiting.count { $0.person == person }
      return state.waiting.count < limits.places && own < limits.ownPlaces ? true : nil
    }
    guard let mustWait else { throw PaperIntakeError.busy }
    guard mustWait else { return }
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.begin(person, limits) { return true }
        state.waiting.append((person, continuation))
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  /// Gives the turn to whoever has waited longest and has no file read just now.
  private func next(after person: PersonID) {
    let turn = state.withLock { state -> CheckedContinuation<Void, Never>? in
      state.reading.remove(person)
      let reading = state.reading
      guard let place = state.waiting.firstIndex(where: { !reading.contains($0.person) }) else { return nil }
      let next = state.waiting.remove(at: place)
      state.reading.insert(next.person)
      return next.turn
    }
    turn?.resume()
  }
}
