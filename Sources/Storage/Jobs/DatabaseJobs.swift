public import Services

extension OpenDatabase {
  /// Does the jobs of these handlers until the task is cancelled; those that run then are given back.
  ///
  /// - Parameters:
  ///   - lease: how long others wait with the jobs of a process that has ended without a word.
  ///   - report: told of what happens.
  public func runJobs(
    _ handlers: [JobHandler<any Statements>], clock: JobClock, lease: Duration = .seconds(60),
    report: @escaping @Sendable (JobEvent) -> Void
  ) async {
    let runner = JobRunner(
      jobs, handlers: handlers, clock: clock, generator: SystemRandomNumberGenerator(), lease: lease, report: report)
    await runner.run(bell: jobBell())
  }

  /// Throws when the database does not answer.
  public func ask() async throws { _ = try await engine.read { try $0.rows("SELECT 1") } }
}
