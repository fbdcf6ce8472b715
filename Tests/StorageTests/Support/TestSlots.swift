/// Tests run all at once, and each has a database. More than a few at a time wait for each other's disk and processors until
/// something is taken for stuck; so they take turns.
actor TestSlots {
  static let shared = TestSlots(8)
  /// Whether a test has its turn already: one with two databases needs one.
  @TaskLocal static var isInside = false

  private var free: Int
  private var line: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  /// Runs a body when it is its turn.
  static func inTurn<T>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> T
  ) async throws -> T {
    if isInside { return try await body() }
    await shared.take()
    do {
      let value = try await $isInside.withValue(true) { try await body() }
      await shared.give()
      return value
    } catch {
      await shared.give()
      throw error
    }
  }

  private func take() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { line.append($0) }
  }

  private func give() {
    if line.isEmpty { free += 1 } else { line.removeFirst().resume() }
  }
}
