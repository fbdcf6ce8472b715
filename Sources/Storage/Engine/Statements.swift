/// What a body of a transaction can do. It ends with the body.
///
/// Placeholders are `$1`, `$2`, … numbered in the order in which they first stand in the text; one may stand in it
/// several times. Values are never put into the text of a statement.
public protocol Statements {
  /// Runs one statement and returns its rows: a query, or a change with `RETURNING`.
  ///
  /// - Throws: `StorageError`. After that the transaction is lost: the body must throw as well.
  func rows(_ sql: String, _ values: [Value]) throws -> [Row]

  /// Runs one statement and returns how many rows it inserted, updated or deleted.
  ///
  /// - Throws: `StorageError`. After that the transaction is lost: the body must throw as well.
  @discardableResult
  func run(_ sql: String, _ values: [Value]) throws -> Int

  /// Runs one statement for each list of values, in order, and returns how many rows all of them changed. PostgreSQL is
  /// sent many at a time and so waits for the network once for all of these.
  ///
  /// - Throws: `StorageError`. After that the transaction is lost: the body must throw as well.
  @discardableResult
  func run(_ sql: String, each: [[Value]]) throws -> Int

  /// Runs statements without values, one after the other: the text of a migration.
  func script(_ sql: String) throws

  /// Which SQL the database speaks.
  var dialect: Dialect { get }
}

extension Statements {
  /// Runs a query without values.
  public func rows(_ sql: String) throws -> [Row] { try rows(sql, []) }

  /// Runs a statement without values, and returns how many rows it changed.
  @discardableResult
  public func run(_ sql: String) throws -> Int { try run(sql, []) }

  /// The first row, or nil when there is none.
  public func first(_ sql: String, _ values: [Value] = []) throws -> Row? { try rows(sql, values).first }

  /// The number in the first column of the only row: what `SELECT COUNT(*)` answers.
  ///
  /// - Throws: `StorageError.misuse` when there is no row or more than one.
  public func count(_ sql: String, _ values: [Value] = []) throws -> Int {
    let found = try rows(sql, values)
    guard found.count == 1, let row = found.first else {
      throw StorageError.misuse("expected one row, found \(found.count): \(sql)")
    }
    return Int(try row.integer(at: 0))
  }
}
