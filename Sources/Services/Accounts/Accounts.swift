public import Cryptography

/// What the services of accounts work with.
public struct Accounts: Sendable {
  public let store: any AccountStore
  public let vault: AccountVault
  public let passwords: Passwords
  public let random: RandomBytes

  public init(store: any AccountStore, vault: AccountVault, passwords: Passwords, random: RandomBytes = .system) {
    (self.store, self.vault, self.passwords, self.random) = (store, vault, passwords, random)
  }

  var limits: Limits { Limits(accounts: self) }

  /// The mail address of an account.
  func email(of account: Account) throws -> EmailAddress {
    let text = try vault.openText(account.email, as: .email, of: account.id.bytes)
    guard let email = EmailAddress(text) else { throw SealError.changed }
    return email
  }

  /// Has a mail sent to the address of an account.
  func post(_ content: MailContent, to account: Account, in tables: any AccountTables) throws {
    try tables.post(OutgoingMail(to: try email(of: account), language: account.language, content: content))
  }
}
