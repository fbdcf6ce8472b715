import CLibPQ

/// Why a statement failed on PostgreSQL, and what can be done about it.
struct PostgresFailure: Error {
  enum Remedy {
    /// Nothing: tell whoever asked.
    case none
    /// The transaction met another one: start it again.
    case again
    /// The connection is of no use any more: start again on another one.
    case reconnect
  }

  /// What whoever asked is told.
  let error: any Error
  let remedy: Remedy

  /// - Parameters:
  ///   - state: the SQLSTATE, five characters, or nil when the server did not answer.
  ///   - message: the server's first line. It goes out only where it cannot hold a value.
  ///   - place: the table, column or constraint.
  init(state: String?, message: String, place: String, in context: PostgresContext) {
    guard let state else {
      self.init(.unavailable("\(context.address): \(message)"), .reconnect)
      return
    }
    switch state {
    case "40001", "40P01": self.init(.conflict, .again)
    case "23505": self.init(.constraint(.unique, at: place))
    case "23503": self.init(.constraint(.foreignKey, at: place))
    case "23514": self.init(.constraint(.check, at: place))
    case "23502": self.init(.constraint(.notNull, at: place))
    case "22P02", "22003", "22P03", "22001", "22021": self.init(.constraint(.type, at: place))
    case "P0001", "23001": self.init(.refused(message))
    case "57014":
      if context.isCancelled {
        self.init(error: CancellationError(), remedy: .none)
      } else {
        self.init(.timedOut("a statement took longer than \(context.longestStatement)"))
      }
    case "55P03": self.init(.timedOut("a row or table stayed locked"))
    case "25006":
      self.init(
        context.isReading
          ? .misuse("a body that reads cannot write") : .readOnly("\(context.address) (it is a read-only copy)"))
    case "42501": self.init(.readOnly("\(context.address): \(message)"))
    case "53100": self.init(.full(context.address))
    case "XX001", "XX002": self.init(.damaged(context.address))
    // The plan is of a table that has changed since, or the server forgot it.
    case "0A000" where message.contains("cached plan"), "26000": self.init(.conflict, .reconnect)
    case "57P01", "57P02", "57P03", "57P05", "25P03":
      self.init(.unavailable("\(context.address): \(message)"), .reconnect)
    case let other where other.hasPrefix("08"):
      self.init(.unavailable("\(context.address): \(message)"), .reconnect)
    case let other where other.hasPrefix("28") || other.hasPrefix("3D") || other.hasPrefix("53"):
      self.init(.unavailable("\(context.address): \(message)"))
    case let other where other.hasPrefix("58"): self.init(.unavailable("\(context.address): code \(other)"))
    // Errors in the text of a statement name what stands in it, and values never do.
    case let other where other.hasPrefix("42"): self.init(.misuse("\(message) (\(other))"))
    default: self.init(.misuse("PostgreSQL answered \(state)"))
    }
  }

  /// A fault that the server did not find.
  init(_ error: any Error, _ remedy: Remedy = .none) { self.init(error: error, remedy: remedy) }

  private init(_ error: StorageError, _ remedy: Remedy = .none) { self.init(error: error, remedy: remedy) }

  private init(error: any Error, remedy: Remedy) {
    self.error = error
    self.remedy = remedy
  }
}

/// What a message about a failure needs to know of where it happened.
struct PostgresContext {
  let address: String
  let longestStatement: Duration
  let isReading: Bool
  let isCancelled: Bool
}
