/// One thing that has to hold before this server should be sent requests: that its database answers, for one.
public struct ReadinessCheck: Sendable {
  /// For the log of the server, and nobody else: "database".
  public let name: StaticString
  /// How long it has.
  public let limit: Duration
  /// What is answered where it does not hold; nil: nothing of its own.
  let reason: StaticString?
  /// Throws when it does not hold.
  let holds: @Sendable () async throws -> Void

  /// - Parameters:
  ///   - limit: a check that takes longer does not hold.
  ///   - reason: what is answered to whoever asks, where it does not hold.
  ///   - holds: throws when it does not hold. The type of the error goes to the log.
  public init(
    _ name: StaticString, within limit: Duration = .seconds(1), telling reason: StaticString? = nil,
    holds: @escaping @Sendable () async throws -> Void
  ) {
    self.name = name
    self.limit = limit
    self.reason = reason
    self.holds = holds
  }
}
