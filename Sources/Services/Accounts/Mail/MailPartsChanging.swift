import Vocabulary

extension MailParts {
  /// Mails about a change of what somebody signs in with.
  static func changing(_ content: MailContent) -> MailParts {
    switch content {
    case .passwordChanged:
      note(Phrase("Your Fobwatch password was changed", "Se cambió su contraseña de Fobwatch"))
    case .emailChange(let token):
      MailParts(
        subject: Phrase("Is this your address for Fobwatch?", "¿Es esta su dirección para Fobwatch?"),
        before: [
          Phrase(
            "Open this link within a day to use this address for your account.",
            "Abra este enlace en el plazo de un día para usar esta dirección en su cuenta.")
        ], link: .emailChange(token: token), after: [ignore])
    case .emailTaken:
      MailParts(
        subject: Phrase("This address has a Fobwatch account", "Esta dirección tiene una cuenta de Fobwatch"),
        before: [
          Phrase(
            "Somebody wants to use this address for another account. It has an account already, so nothing was changed.",
            "Alguien quiere usar esta dirección para otra cuenta. Ya tiene una cuenta, así que no se cambió nada.")
        ], after: [ignore])
    case .emailChangeAsked:
      note(
        Phrase("Another address for your Fobwatch account?", "¿Otra dirección para su cuenta de Fobwatch?"),
        Phrase(
          "Somebody signed in to your account asked to use another address. It changes when the mail that went there is answered.",
          "Alguien en su cuenta pidió usar otra dirección. Cambia cuando se responda el correo enviado allí."))
    case .emailChanged:
      MailParts(
        subject: Phrase("Your Fobwatch account has another address", "Su cuenta de Fobwatch tiene otra dirección"),
        before: [
          Phrase(
            "Mails go to the new address from now on. If this was not you, write at once to those who run this site.",
            "Desde ahora los correos van a la dirección nueva. Si no fue usted, escriba enseguida a quienes manejan este sitio."
          )
        ])
    case .secondFactorOn:
      note(Phrase("Sign-in with a code is on", "El inicio de sesión con código está activado"))
    case .secondFactorOff:
      note(Phrase("Sign-in with a code is off", "El inicio de sesión con código está desactivado"))
    case .recoveryCodeUsed(let left):
      note(
        Phrase("A recovery code was used", "Se usó un código de recuperación"),
        Phrase(
          "Somebody signed in to your account with a recovery code. \(left) are left.",
          "Alguien inició sesión en su cuenta con un código de recuperación. Quedan \(left)."))
    case .accountDeleted:
      MailParts(
        subject: Phrase("Your Fobwatch account is deleted", "Su cuenta de Fobwatch fue eliminada"),
        before: [
          Phrase(
            "Nobody can sign in to it any more, and nobody can read what was recorded.",
            "Ya nadie puede iniciar sesión en ella, y nadie puede leer lo que se registró.")
        ])
    case .signUp, .alreadySignedUp, .passwordReset, .noAccount, .signInByMail, .invitation, .guardianAsked,
      .guardianThanked, .unanswered:
      of(content)
    }
  }

  /// A note, and what to do if somebody else did it.
  private static func note(_ subject: Phrase, _ more: Phrase? = nil) -> MailParts {
    MailParts(subject: subject, before: [more ?? Phrase(subject.en + ".", subject.es + "."), notYou], link: .forgotten)
  }
}
