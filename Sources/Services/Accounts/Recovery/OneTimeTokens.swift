import Cryptography
import Vocabulary

/// Issues tokens that are used once, and takes them back.
struct OneTimeTokens {
  let accounts: Accounts
  let tables: any AccountTables
  let now: Instant

  /// A token as it was issued, with what was remembered.
  struct Found {
    let token: OneTimeToken
    let payload: [UInt8]
  }

  /// Keeps a token. Those issued before for the same purpose, to the same account or address, are worth nothing from now on,
  /// unless they are kept.
  func issue(
    _ token: SecretToken, for purpose: OneTimeToken.Purpose, account: Account.ID? = nil, email: EmailAddress? = nil,
    payload: [UInt8] = [], keepingOthers: Bool = false
  ) throws {
    let digest = token.digest(for: purpose)
    let sentTo = email.map(accounts.vault.digest(of:))
    if keepingOthers {
      // Each was given to somebody else.
    } else if let account {
      try tables.removeTokens(of: account, for: [purpose])
    } else if let sentTo {
      try tables.removeTokens(sentTo: sentTo, for: purpose)
    }
    try tables.add(
      OneTimeToken(
        digest: digest, purpose: purpose, account: account, email: sentTo,
        payload: accounts.vault.seal(payload, as: .token, of: digest.bytes), createdAt: now,
        endsAt: now + purpose.lifetime))
  }

  /// The token, if it is still good; it stays so.
  func look(_ text: String, for purpose: OneTimeToken.Purpose) throws -> Found? {
    guard let digest = SecretToken(text: text)?.digest(for: purpose), let token = try tables.token(digest),
      token.purpose == purpose, token.isOpen(at: now)
    else { return nil }
    return Found(token: token, payload: try accounts.vault.open(token.payload, as: .token, of: digest.bytes))
  }

  /// The token, if it was still good; it is used up.
  func spend(_ text: String, for purpose: OneTimeToken.Purpose) throws -> Found? {
    guard let found = try look(text, for: purpose) else { return nil }
    try tables.removeToken(found.token.digest)
    return found
  }
}

extension SecretToken {
  func digest(for purpose: OneTimeToken.Purpose) -> Digest { digest(for: purpose.rawValue) }
}
