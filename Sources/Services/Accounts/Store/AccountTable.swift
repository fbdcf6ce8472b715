public import Cryptography

/// The accounts.
public protocol AccountTable {
  func account(_ id: Account.ID) throws -> Account?
  /// The account of a person's record, if they have one.
  func account(of person: PersonID) throws -> Account?
  /// The account whose address has one of these digests.
  func account(emailDigests: [Digest]) throws -> Account?
  /// Whether the account is new; false when another one has the address.
  func add(_ account: Account) throws -> Bool
  /// False when another one has the address.
  func change(_ account: Account) throws -> Bool
  /// Removes an account with all that belongs to it.
  func remove(_ account: Account.ID) throws
  /// Accounts in a fixed order, after one of them.
  func accounts(after: Account.ID?, limit: Int) throws -> [Account]
  /// How many administer the installation and can sign in. Nobody else changes that until the transaction ends.
  func administratorCount() throws -> Int
}
