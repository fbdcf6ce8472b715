/// Where a mail leads. Whoever sends mails knows the addresses of the pages.
public enum MailLink: Hashable, Sendable {
  /// Ends a sign-up.
  case signUp(token: String)
  case signIn
  /// The last step of signing in.
  case signInByMail(token: String)
  /// Asks for a link to choose a password.
  case forgotten
  case passwordReset(token: String)
  case emailChange(token: String)
  case invitation(token: String)
  case guardian(token: String)
  case guardianWithdrawal(token: String)
  /// Sessions and sign-in of an account.
  case account
  /// How somebody is reminded.
  case reminders
  case organization(Organization.ID)
}

/// A mail in plain words: a subject of one line, and paragraphs.
public struct MailText: Hashable, Sendable {
  public let subject: String
  public let paragraphs: [String]

  public init(subject: String, paragraphs: [String]) { (self.subject, self.paragraphs) = (subject, paragraphs) }

  /// The paragraphs with an empty line between.
  public var body: String { paragraphs.joined(separator: "\n\n") + "\n" }
}
