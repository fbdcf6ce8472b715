/// Whether this server should be sent requests. However many ask, each check runs once at a time, and one that hangs is
/// not started again before it has ended.
actor Readiness {
  private let checks: [ReadinessCheck]
  private let log: EventLog
  private var hanging: Set<Int> = []
  private var isStopping = false
  private var asking: Task<Int, Never>?
  /// What the checks that did not hold the last time tell of it.
  private(set) var reasons: [String] = []

  init(_ checks: [ReadinessCheck], log: EventLog) {
    self.checks = checks
    self.log = log
  }

  /// From now on it should not.
  func stop() { isStopping = true }

  nonisolated var count: Int { checks.count }

  /// How many checks do not hold now; a server that stops counts as one. Who asks while the checks run gets the same
  /// answer.
  func failed() async -> Int {
    if isStopping { return 1 }
    if let asking { return await asking.value }
    let task = Task { await ask() }
    asking = task
    defer { asking = nil }
    return await task.value
  }

  private func ask() async -> Int {
    let failed = await withTaskGroup(of: Int?.self) { group in
      for index in checks.indices { group.addTask { await self.holds(index) ? nil : index } }
      var failed: [Int] = []
      for await index in group { if let index { failed.append(index) } }
      return failed.sorted()
    }
    reasons = failed.compactMap { checks[$0].reason.map { "\($0)" } }
    return failed.count
  }

  private func holds(_ index: Int) async -> Bool {
    let check = checks[index]
    guard hanging.insert(index).inserted else {
      log.say(.warning, "not-ready", [.ofOperator("check", "\(check.name)"), .word("reason", "still hanging")])
      return false
    }
    let result = await within(check.limit) {
      let failure: (any Error)?
      do {
        try await check.holds()
        failure = nil
      } catch {
        failure = error
      }
      await self.ended(index)
      return failure
    }
    switch result {
    case .some(nil): return true
    case .some(let error?): log.say(.warning, "not-ready", [.ofOperator("check", "\(check.name)"), .error(error)])
    case nil: log.say(.warning, "not-ready", [.ofOperator("check", "\(check.name)"), .word("reason", "no answer")])
    }
    return false
  }

  private func ended(_ index: Int) { hanging.remove(index) }
}
