public import Cryptography
public import Vocabulary

/// What a mail or a half-done sign-in carries, to be used once and soon. Kept as its digest.
public struct OneTimeToken: Hashable, Sendable {
  /// What it is for. A token for one purpose is never found for another.
  public enum Purpose: String, CaseIterable, Sendable {
    /// Ends a sign-up: shows that the address is one's own.
    case signUp = "sign-up"
    /// Shows that a new address is one's own.
    case emailChange = "email-change"
    /// Lets a new password be chosen.
    case passwordReset = "password-reset"
    /// Stands between the password and the code of the second factor.
    case secondStep = "second-step"
    /// Lets somebody in whose account strangers are trying.
    case signInByMail = "sign-in-by-mail"
    /// Asks a guardian.
    case guardian = "guardian"
    /// Lets a guardian take the consent back.
    case guardianWithdrawal = "guardian-withdrawal"

    /// How long it can be used.
    public var lifetime: Duration {
      switch self {
      case .secondStep, .signInByMail: .seconds(600)
      case .passwordReset: .seconds(1800)
      case .signUp, .emailChange: .seconds(86_400)
      case .guardian: .seconds(7 * 86_400)
      // From 13 to 18: until the consent is not needed any more.
      case .guardianWithdrawal: .seconds(6 * 366 * 86_400)
      }
    }
  }

  public let digest: Digest
  public let purpose: Purpose
  /// Whom it is for; nil while there is no account.
  public let account: Account.ID?
  /// The address it was sent to, if one was.
  public let email: Digest?
  /// What is to be remembered until it is used, sealed.
  public let payload: [UInt8]
  /// How often something was tried with it in vain.
  public var tries: Int
  public let createdAt: Instant
  public let endsAt: Instant

  public init(
    digest: Digest, purpose: Purpose, account: Account.ID?, email: Digest?, payload: [UInt8], tries: Int = 0,
    createdAt: Instant, endsAt: Instant
  ) {
    self.digest = digest
    self.purpose = purpose
    self.account = account
    self.email = email
    self.payload = payload
    self.tries = tries
    self.createdAt = createdAt
    self.endsAt = endsAt
  }

  /// Whether it can still be used.
  public func isOpen(at now: Instant) -> Bool { Lifetime.holds(from: createdAt, until: endsAt, at: now) }
}
