import ServiceLifecycle

/// What is done beside the requests, until the server is told to end.
struct Working: Service {
  let address: String
  let work: (@Sendable (_ address: String) async -> Void)?

  func run() async throws {
    await cancelWhenGracefulShutdown { [address, work] in await work?(address) }
    // When there is nothing to do, the others go on all the same.
    try? await gracefulShutdown()
  }
}
