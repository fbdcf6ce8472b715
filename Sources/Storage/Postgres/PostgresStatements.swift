import CLibPQ

/// The statements of one transaction on PostgreSQL. It remembers the first failure: what the body makes of the error
/// does not change what has to be done about it.
final class PostgresStatements: Statements {
  private let session: PostgresSession
  private let lend: Lend
  private let context: () -> PostgresContext
  private(set) var failure: PostgresFailure?
  private var hasEnded = false

  init(_ session: PostgresSession, _ lend: Lend, context: @escaping () -> PostgresContext) {
    self.session = session
    self.lend = lend
    self.context = context
  }

  var dialect: Dialect { .postgres }

  func rows(_ sql: String, _ values: [Value]) throws -> [Row] {
    try run(sql, values) { try PostgresAnswer($0).rows() }
  }

  @discardableResult
  func run(_ sql: String, _ values: [Value]) throws -> Int {
    try run(sql, values, PostgresAnswer.changes)
  }

  @discardableResult
  func run(_ sql: String, each: [[Value]]) throws -> Int {
    try remembering {
      for values in each { try session.check.check(sql, values) }
      return try session.run(sql, each: each, context)
    }
  }

  func script(_ sql: String) throws {
    try remembering { _ = try session.command(sql, context) }
  }

  /// After this, no statement runs.
  func end() { hasEnded = true }

  private func run<T>(_ sql: String, _ values: [Value], _ body: (OpaquePointer) throws -> T) throws -> T {
    try remembering {
      try session.check.check(sql, values)
      return try session.run(sql, values, context, body)
    }
  }

  private func remembering<T>(_ body: () throws -> T) throws -> T {
    guard !hasEnded else { throw StorageError.misuse("the transaction of this statement has ended") }
    guard !lend.isCancelled else { throw CancellationError() }
    if let failure { throw failure.error }
    do {
      return try body()
    } catch let failed as PostgresFailure {
      failure = failed
      throw failed.error
    } catch {
      failure = PostgresFailure(error)
      throw error
    }
  }
}
