public import Vocabulary

/// That a coordinator was told of something that somebody leaves unanswered. What it is stands nowhere but in the record.
public struct Escalation: Hashable, Sendable {
  public let person: PersonID
  public let organization: Organization.ID
  /// Who was told.
  public let account: Account.ID
  /// Names the thing with its last day, and says nothing: 16 bytes.
  public let thing: [UInt8]
  public let lastDay: CivilDate
  public let toldAt: Instant

  public init(
    person: PersonID, organization: Organization.ID, account: Account.ID, thing: [UInt8], lastDay: CivilDate,
    toldAt: Instant
  ) {
    (self.person, self.organization, self.account, self.thing) = (person, organization, account, thing)
    (self.lastDay, self.toldAt) = (lastDay, toldAt)
  }
}

/// Who was told of what stays unanswered.
public protocol EscalationTable {
  /// Notes one; nobody is told of the same thing twice.
  ///
  /// - Returns: whether it is new.
  func note(_ escalation: Escalation) throws -> Bool
  /// Those about a person that stay unanswered, the newest first.
  func escalations(of person: PersonID) throws -> [Escalation]
  /// Those to one member of an organization that stay unanswered, by their last days.
  func escalations(to account: Account.ID, in organization: Organization.ID) throws -> [Escalation]
  /// Removes those about a person but for some things: they are settled.
  func settle(of person: PersonID, except things: [[UInt8]]) throws
}
