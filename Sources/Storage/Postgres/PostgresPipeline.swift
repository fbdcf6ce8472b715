import CLibPQ

extension PostgresSession {
  /// As many statements are sent before the first answer is read. Answers to more might fill the buffers between, while
  /// both sides wait for each other.
  private static let mostSent = 250

  /// Runs one statement for each list of values, without waiting for one answer before the next is sent.
  ///
  /// - Returns: how many rows they changed.
  func run(_ sql: String, each: [[Value]], _ context: () -> PostgresContext) throws -> Int {
    guard !each.isEmpty else { return 0 }
    let statement = try prepare(sql, context)
    let parameters = try each.map { try PostgresParameters($0, types: statement.types) }
    guard PQenterPipelineMode(connection) == 1 else { throw broken(context) }
    defer { PQexitPipelineMode(connection) }
    var changes = 0
    for start in stride(from: 0, to: parameters.count, by: Self.mostSent) {
      let slice = parameters[start..<min(start + Self.mostSent, parameters.count)]
      for values in slice {
        let isSent = values.withPointers { pointers, lengths, formats in
          PQsendQueryPrepared(connection, statement.name, Int32(pointers.count), pointers, lengths, formats, 1)
        }
        guard isSent == 1 else { throw broken(context) }
      }
      guard PQpipelineSync(connection) == 1 else { throw broken(context) }
      changes += try answers(slice.count, context)
    }
    return changes
  }

  /// Reads the answers to what was sent, all of them, also after one that is an error.
  private func answers(_ count: Int, _ context: () -> PostgresContext) throws(PostgresFailure) -> Int {
    var changes = 0
    var failure: PostgresFailure?
    for _ in 0..<count {
      let result = PQgetResult(connection)
      if PQresultStatus(result) == PGRES_PIPELINE_ABORTED {
        PQclear(result)
      } else {
        do {
          let answer = try checked(result, context)
          changes += PostgresAnswer.changes(answer)
          PQclear(answer)
        } catch {
          failure = failure ?? error
        }
      }
      guard isAlive else { throw failure ?? broken(context) }
      // Behind each answer comes a null.
      PQclear(PQgetResult(connection))
    }
    // What answers the end of the slice.
    PQclear(PQgetResult(connection))
    if let failure { throw failure }
    return changes
  }

  private func broken(_ context: () -> PostgresContext) -> PostgresFailure {
    PostgresFailure(state: nil, message: "the connection broke", place: "", in: context())
  }
}
