/// What keeps accounts from being deleted.
public protocol HoldTable {
  func holds(on account: Account.ID) throws -> [Hold]
  /// Adds it, or takes the place of the one of its kind.
  func put(_ hold: Hold) throws
  /// Whether there was one.
  func removeHold(_ kind: Hold.Kind, on account: Account.ID) throws -> Bool
}
