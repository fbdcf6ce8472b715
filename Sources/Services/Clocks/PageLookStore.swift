public import Vocabulary

/// Keeps which pages of bodies people looked at. Each change is an entry of the log, written in the transaction of what it tells of.
public protocol PageLookStore: Sendable {
  /// Keeps looks of a person; a later one takes the place of the one at the same page for the same credential.
  ///
  /// - Parameters:
  ///   - by: who does it: the identifier of an account.
  ///   - now: when it becomes known.
  /// - Throws: `PageLookError`, `LogError`.
  func note(_ looks: [PageLook], of person: PersonID, by: String, at now: Instant) async throws

  /// Keeps a look no more.
  ///
  /// - Parameter sequence: the entry that noted it.
  /// - Returns: false when the person has no such look.
  /// - Throws: `LogError`.
  func forget(_ sequence: Int, of person: PersonID, by: String, at now: Instant) async throws -> Bool

  /// The looks of a person, in the order in which they were noted.
  ///
  /// - Throws: `LogError`.
  func looks(of person: PersonID) async throws -> [KeptLook]
}

/// Why a look was not kept.
public enum PageLookError: Error, Hashable, CustomStringConvertible {
  /// The person keeps as many as can be.
  case tooMany(limit: Int)
  /// It would not come back as it is.
  case unwritable

  public var description: String {
    switch self {
    case .tooMany(let limit): "at most \(limit) kept looks expected. Remove one first"
    case .unwritable: "a look on a day from 0001 to 9999 expected, another found"
    }
  }
}
