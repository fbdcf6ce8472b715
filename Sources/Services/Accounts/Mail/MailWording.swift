import Vocabulary

/// The texts of mails. None says more of a record than that there is one.
public struct MailWording: Sendable {
  private let address: @Sendable (MailLink) -> String

  /// - Parameter address: the whole address of the page that a link leads to.
  public init(address: @escaping @Sendable (MailLink) -> String) { self.address = address }

  /// The text of a mail in its language.
  public func text(_ mail: OutgoingMail) -> MailText {
    let parts = MailParts.of(mail.content)
    let link = parts.link.map { [address($0)] } ?? []
    return MailText(
      subject: parts.subject[mail.language],
      paragraphs: parts.before.map { $0[mail.language] } + link + parts.after.map { $0[mail.language] }
        + [Self.closing[mail.language]])
  }

  private static let closing = Phrase(
    "Fobwatch: the time on credentials. This mail was sent by a program; nobody reads answers to it.",
    "Fobwatch: la hora de sus credenciales. Este correo lo envió un programa; nadie lee las respuestas.")
}

/// A mail in both languages: paragraphs, a link, paragraphs.
struct MailParts {
  let subject: Phrase
  let before: [Phrase]
  var link: MailLink?
  var after: [Phrase] = []

  static func of(_ content: MailContent) -> MailParts {
    switch content {
    case .signUp, .alreadySignedUp, .passwordReset, .noAccount, .signInByMail: entering(content)
    case .passwordChanged, .emailChange, .emailTaken, .emailChangeAsked, .emailChanged, .secondFactorOn,
      .secondFactorOff, .recoveryCodeUsed, .accountDeleted:
      changing(content)
    case .invitation, .guardianAsked, .guardianThanked, .unanswered: others(content)
    }
  }

  static let ignore = Phrase(
    "If this was not you, there is nothing to do: without the link nothing happens.",
    "Si no fue usted, no hay nada que hacer: sin el enlace no pasa nada.")
  static let notYou = Phrase(
    "If this was not you, choose a new password at once. This ends every session:",
    "Si no fue usted, elija enseguida una contraseña nueva. Eso termina todas las sesiones:")
}
