public import CanonicalJSON
public import Vocabulary

/// What the log says about people.
public protocol PersonEntryTable {
  /// The entries about a person of one kind, the oldest first.
  func entries(of person: PersonID, kind: String) throws -> [PersonEntry]
  /// Those about several people, of several kinds, by person and kind, the oldest first. Who was erased has none.
  func entries(of people: [PersonID], kinds: [String]) throws -> [PersonID: [String: [PersonEntry]]]
}

/// An entry of the log about a person, opened.
public struct PersonEntry: Sendable {
  public let recordedAt: Instant
  public let payload: JSON

  public init(recordedAt: Instant, payload: JSON) { (self.recordedAt, self.payload) = (recordedAt, payload) }
}
