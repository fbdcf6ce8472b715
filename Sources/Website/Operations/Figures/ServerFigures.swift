/// How many jobs are in one state.
public struct JobCount: Sendable, Hashable {
  /// A word of the program: "waiting".
  public let state: String
  public let count: Int

  public init(state: String, count: Int) {
    self.state = state
    self.count = count
  }
}

/// Everything that the server tells of itself in numbers.
struct ServerFigures: Sendable {
  private let operations: Operations
  private let operation: WebServer.Operation
  private let edition: String

  init(_ operations: Operations, _ operation: WebServer.Operation, edition: String) {
    self.operations = operations
    self.operation = operation
    self.edition = edition
  }

  /// As Prometheus reads it.
  func text() async -> String {
    var families = operations.figures.families + operations.connections.families + ProcessFigures.now().families
    let running = operations.running
    families += [
      MetricFamily(
        "fobwatch_http_requests_in_flight", .gauge, "Requests being answered.", value: Double(running.count)),
      MetricFamily(
        "fobwatch_http_requests_stuck", .gauge, "Of those, the ones that take too long.",
        value: Double(running.stuckCount(at: operations.now()))),
      MetricFamily(
        "fobwatch_log_lines_dropped_total", .counter, "Lines that the log had no room for.",
        value: Double(operation.droppedLines())),
    ]
    var build = MetricFamily("fobwatch_build_info", .gauge, "The version of the program and the edition of the rules.")
    build.add(1, [("version", operation.version), ("edition", edition)])
    families.append(build)
    if let jobs = operation.jobs, let counts = await within(.seconds(1), jobs) {
      var family = MetricFamily("fobwatch_jobs", .gauge, "Jobs by state.")
      for job in counts { family.add(Double(job.count), [("state", job.state)]) }
      families.append(family.sorted)
    }
    return families.map(\.text).joined()
  }
}
