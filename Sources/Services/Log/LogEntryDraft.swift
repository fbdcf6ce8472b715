public import CanonicalJSON

/// What an entry of the log will say. It becomes an entry when the transaction it was given to has happened.
public struct LogEntryDraft: Hashable, Sendable {
  /// What happened, as `subject.event`: `account.created`.
  public let kind: String
  /// Whom it is about: the entry is sealed under this person's key. Nil for what concerns the installation only.
  public let person: PersonID?
  /// What there is to say of it.
  public let payload: JSON

  public init(kind: String, person: PersonID?, payload: JSON) {
    (self.kind, self.person, self.payload) = (kind, person, payload)
  }
}
