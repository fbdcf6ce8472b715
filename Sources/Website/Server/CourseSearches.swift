import Services

/// Searches for sets of courses: a few at a time and one for each person, away from the threads that answer, and each for
/// a bounded time.
final class CourseSearches: Sendable {
  private let line: CostlyWork
  private let pool: BoundedWork
  private let longest: Duration
  private let questions: Int

  /// - Parameters:
  ///   - atOnce: how many run at once; 1 or more.
  ///   - places: how many can wait.
  ///   - longest: how long one searches.
  ///   - questions: after how many questions whether to go on one ends at last.
  init(atOnce: Int, places: Int = 2, longest: Duration = .seconds(5), questions: Int = .max) {
    line = CostlyWork(atOnce: atOnce, places: places, perVisitor: 1)
    // Whoever has come out of the line finds a worker that is free, or about to be.
    pool = BoundedWork(workers: atOnce, places: max(1, atOnce))
    (self.longest, self.questions) = (longest, questions)
  }

  /// Does the work of one search when it is its turn.
  ///
  /// - Throws: `CostlyWork.BusyError` when too many wait, or this person has a search already; what the work throws.
  func run<T: Sendable>(
    for person: String, _ work: @escaping @Sendable (SearchTime) throws -> T
  ) async throws -> T {
    try await line.run(for: person) {
      try await pool.run { [longest, questions] in try work(SearchTime(longest: longest, questions: questions)) }
    }
  }
}

/// How long one search goes on. A search asks in the same places every time: stopped after as many questions, it gives
/// the same answer again.
final class SearchTime {
  private let end: ContinuousClock.Instant
  private var left: Int
  /// How often it was asked until it said no; nil: it has not.
  private(set) var stoppedAfter: Int?
  private var asked = 0

  init(longest: Duration, questions: Int) {
    (end, left) = (ContinuousClock.now + longest, questions)
  }

  /// Says no after so many questions, if not sooner.
  func end(after questions: Int) { left = min(left, questions) }

  func goesOn() -> Bool {
    asked += 1
    if stoppedAfter == nil, asked > left || ContinuousClock.now >= end { stoppedAfter = asked - 1 }
    return stoppedAfter == nil
  }
}
