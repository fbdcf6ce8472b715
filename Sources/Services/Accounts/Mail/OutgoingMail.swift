public import Vocabulary

/// A mail to be sent: which one, in which language, to whom, and what stands in it.
public struct OutgoingMail: Hashable, Sendable, CustomReflectable {
  /// Whom it goes to.
  public let to: EmailAddress
  public let language: Language
  public let content: MailContent

  public init(to: EmailAddress, language: Language, content: MailContent) {
    (self.to, self.language, self.content) = (to, language, content)
  }

  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What a mail says. The texts are in `MailWording`.
public enum MailContent: Hashable, Sendable {
  /// Ends a sign-up.
  case signUp(token: String)
  /// Somebody signed up with an address that has an account.
  case alreadySignedUp
  /// Lets a new password be chosen.
  case passwordReset(token: String)
  /// Somebody asked for that with an address that has no account.
  case noAccount
  case passwordChanged
  /// To the new address.
  case emailChange(token: String)
  /// To the new address, which belongs to another account.
  case emailTaken
  /// To the old address.
  case emailChangeAsked
  /// To the old address.
  case emailChanged
  case secondFactorOn
  case secondFactorOff
  /// Somebody signed in with a recovery code; so many are left.
  case recoveryCodeUsed(left: Int)
  case signInByMail(token: String)
  case invitation(token: String, organization: String?, role: Role)
  /// To a guardian: asks for consent.
  case guardianAsked(token: String)
  /// To a guardian: how to take it back.
  case guardianThanked(token: String)
  case accountDeleted
  /// To a coordinator: somebody who shares with the organization leaves so many things unanswered.
  case unanswered(organization: String, id: Organization.ID, count: Int)
}

/// Takes mails within a transaction: they are sent when it has happened, and not otherwise.
public protocol MailOutbox {
  func post(_ mail: OutgoingMail) throws
}
