/// How a PostgreSQL database is used.
public struct PostgresSettings: Sendable {
  public var address: PostgresAddress
  /// How many connections one process opens at most; 1 or more. As many transactions run at once, the others wait.
  public var connections = 10
  /// How long one waits for a free connection.
  public var longestWait = Duration.seconds(10)
  /// How long a statement may run.
  public var longestStatement = Duration.seconds(30)
  /// How often a transaction is tried that meets others each time.
  public var attempts = 30

  public init(_ address: PostgresAddress) { self.address = address }
}
