import ServiceLifecycle

/// Waits for the server to be told to end, and sees to it that the running requests end in time. It has to be the last of
/// its group: that one is told first.
struct Ending: Service {
  let operations: Operations
  let readiness: Readiness
  let notice: @Sendable (ServerNotice) -> Void

  func run() async throws {
    try? await gracefulShutdown()
    notice(.ending)
    await readiness.stop()
    let (running, limits) = (operations.running, operations.limits)
    operations.log.say(.info, "ending", [.number("requests", running.count)])
    running.end(at: operations.now() + limits.end)
  }
}
