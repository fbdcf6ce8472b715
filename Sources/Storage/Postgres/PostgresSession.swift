import CLibPQ

/// One connection of libpq. Every call blocks until the server has answered; only `PostgresConnection` holds one, on its
/// own queue.
final class PostgresSession {
  let connection: OpaquePointer
  let check = StatementCheck()
  private var prepared: [String: Prepared] = [:]
  private var preparedCount = 0

  /// The oldest version of the server, as libpq counts: 15.0.
  private static let oldestServer: Int32 = 150_000

  /// A statement that the server has planned.
  struct Prepared {
    let name: String
    let types: [Oid]
  }
  /// Texts stand in the program and are few. Past this many, all are forgotten.
  private static let mostPrepared = 1_000

  /// Connects.
  init(_ settings: PostgresSettings) throws {
    var parameters = [
      "connect_timeout": "5", "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3",
      "tcp_user_timeout": "15000", "application_name": "fobwatch",
    ]
    parameters.merge(settings.address.parameters) { $1 }
    parameters["client_encoding"] = "UTF8"
    guard let connection = Self.connect(parameters) else { throw StorageError.unavailable("no memory is left") }
    self.connection = connection
    guard PQstatus(connection) == CONNECTION_OK else {
      throw StorageError.unavailable(Self.firstLine(PQerrorMessage(connection)))
    }
    let version = PQserverVersion(connection)
    guard version >= Self.oldestServer else {
      throw StorageError.unavailable(
        "expected PostgreSQL \(Self.oldestServer / 10_000) or later, found \(version / 10_000)")
    }
    // libpq writes notices to standard error unless told not to.
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
  }

  deinit { PQfinish(connection) }

  private static func connect(_ parameters: [String: String]) -> OpaquePointer? {
    let pairs = Array(parameters)
    return withCStrings(pairs.map(\.key)) { keys in
      withCStrings(pairs.map(\.value)) { values in PQconnectdbParams(keys, values, 0) }
    }
  }

  /// Whether the server can still be asked.
  var isAlive: Bool { PQstatus(connection) == CONNECTION_OK }
  /// Whether a transaction is open and has not failed.
  var isInTransaction: Bool { PQtransactionStatus(connection) == PQTRANS_INTRANS }
  var cancelHandle: CancelHandle? { CancelHandle(connection) }

  /// What becomes readable when the server says something.
  var socket: Int32 { PQsocket(connection) }

  /// Reads what the server has said unasked: whether a notification was among it, or nil when the connection is broken.
  func notifications() -> Bool? {
    guard PQconsumeInput(connection) == 1, isAlive else { return nil }
    var hasHeard = false
    while let notification = PQnotifies(connection) {
      hasHeard = true
      PQfreemem(notification)
    }
    return hasHeard
  }

  /// Runs one or more statements without values. Returns what the last one says it did, like `COMMIT`.
  @discardableResult
  func command(_ sql: String, _ context: () -> PostgresContext) throws(PostgresFailure) -> String {
    let result = try checked(PQexec(connection, sql), context)
    defer { PQclear(result) }
    return String(cString: PQcmdStatus(result))
  }

  /// Runs one statement, planned when its text is new.
  ///
  /// - Returns: what `body` makes of the answer.
  func run<T>(
    _ sql: String, _ values: [Value], _ context: () -> PostgresContext, _ body: (OpaquePointer) throws -> T
  ) throws -> T {
    let statement = try prepare(sql, context)
    let parameters = try PostgresParameters(values, types: statement.types)
    let answer = parameters.withPointers { pointers, lengths, formats in
      PQexecPrepared(connection, statement.name, Int32(pointers.count), pointers, lengths, formats, 1)
    }
    let result = try checked(answer, context)
    defer { PQclear(result) }
    return try body(result)
  }

  func prepare(_ sql: String, _ context: () -> PostgresContext) throws(PostgresFailure) -> Prepared {
    if let known = prepared[sql] { return known }
    if prepared.count >= Self.mostPrepared {
      try command("DEALLOCATE ALL", context)
      prepared.removeAll()
    }
    preparedCount += 1
    let name = "s\(preparedCount)"
    PQclear(try checked(PQprepare(connection, name, sql, 0, nil), context))
    let description = try checked(PQdescribePrepared(connection, name), context)
    defer { PQclear(description) }
    let types = (0..<PQnparams(description)).map { PQparamtype(description, $0) }
    let statement = Prepared(name: name, types: types)
    prepared[sql] = statement
    return statement
  }

  /// The answer, unless it is an error.
  func checked(
    _ result: OpaquePointer?, _ context: () -> PostgresContext
  ) throws(PostgresFailure) -> OpaquePointer {
    let status = PQresultStatus(result)
    if let result, status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK { return result }
    defer { PQclear(result) }
    func field(_ code: Character) -> String? {
      guard let ascii = code.asciiValue, let text = PQresultErrorField(result, Int32(ascii)) else { return nil }
      return String(cString: text)
    }
    let place = [field("t"), field("c"), field("n")].compactMap(\.self).joined(separator: " ")
    throw PostgresFailure(
      state: field("C"), message: field("M") ?? Self.firstLine(PQerrorMessage(connection)), place: place,
      in: context())
  }

  private static func firstLine(_ message: UnsafePointer<CChar>?) -> String {
    let text = message.map { String(cString: $0) } ?? ""
    return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "no reason given"
  }
}

/// Calls a body with texts as C wants them: addresses, with a null behind the last.
private func withCStrings<T>(_ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> T) -> T {
  let bytes = texts.map { $0.utf8CString }
  var starts: [Int] = []
  var all: [CChar] = []
  for text in bytes {
    starts.append(all.count)
    all.append(contentsOf: text)
  }
  return all.withUnsafeBufferPointer { buffer in
    body(starts.map { start in buffer.baseAddress.map { $0 + start } } + [nil])
  }
}
