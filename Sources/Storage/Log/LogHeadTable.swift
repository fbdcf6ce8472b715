import MerkleLog
import Services

/// The row that says how far the log has come.
enum LogHeadTable {
  /// How far the log has come.
  static func head(in statements: any Statements) throws -> LogHead {
    let last = try statements.first("SELECT sequence FROM entry ORDER BY sequence DESC LIMIT 1")
    return try read(statements, "", end: last.map { try $0.int("sequence") + 1 } ?? 0)
  }

  /// The same, and nobody else adds to the log until the transaction ends.
  static func locked(in statements: any Statements) throws -> LogHead {
    try read(statements, statements.dialect.forUpdate, end: 0)
  }

  static func write(_ frontier: Frontier, in statements: any Statements) throws {
    try statements.run(
      "UPDATE log_head SET size = $1, frontier = $2 WHERE id = 1", [Value(frontier.size), .bytes(frontier.bytes)])
  }

  private static func read(_ statements: any Statements, _ lock: String, end: Int) throws -> LogHead {
    guard let row = try statements.first("SELECT origin, size, frontier FROM log_head WHERE id = 1 \(lock)"),
      let frontier = Frontier(bytes: try row.bytes("frontier")), frontier.size == (try row.int("size"))
    else { throw LogError.damagedHead }
    return LogHead(origin: try row.text("origin"), frontier: frontier, end: end)
  }
}
