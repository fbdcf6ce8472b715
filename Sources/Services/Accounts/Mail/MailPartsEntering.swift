import Vocabulary

extension MailParts {
  /// Mails for somebody who wants to get in.
  static func entering(_ content: MailContent) -> MailParts {
    switch content {
    case .signUp(let token):
      MailParts(
        subject: Phrase("Finish signing up to Fobwatch", "Termine su registro en Fobwatch"),
        before: [
          Phrase(
            "Open this link within a day to choose a password. Then your account is ready.",
            "Abra este enlace en el plazo de un día para elegir una contraseña. Entonces su cuenta estará lista.")
        ], link: .signUp(token: token), after: [ignore])
    case .alreadySignedUp:
      MailParts(
        subject: Phrase("You already have a Fobwatch account", "Usted ya tiene una cuenta de Fobwatch"),
        before: [
          Phrase(
            "Somebody signed up to Fobwatch with this address, and it has an account already. Nothing was changed. Sign in here:",
            "Alguien se registró en Fobwatch con esta dirección, que ya tiene una cuenta. No se cambió nada. Inicie sesión aquí:"
          )
        ], link: .signIn,
        after: [
          Phrase(
            "Forgot the password? The same page has a link for that.",
            "¿Olvidó la contraseña? La misma página tiene un enlace para eso.")
        ])
    case .passwordReset(let token):
      MailParts(
        subject: Phrase("Choose a new password for Fobwatch", "Elija una contraseña nueva para Fobwatch"),
        before: [
          Phrase(
            "Open this link within half an hour to choose a new password. It works once.",
            "Abra este enlace en el plazo de media hora para elegir una contraseña nueva. Sirve una vez.")
        ], link: .passwordReset(token: token), after: [ignore])
    case .noAccount:
      MailParts(
        subject: Phrase("No Fobwatch account with this address", "No hay cuenta de Fobwatch con esta dirección"),
        before: [
          Phrase(
            "Somebody asked for a new password for this address. There is no account with it. Perhaps you used another address.",
            "Alguien pidió una contraseña nueva para esta dirección. No hay cuenta con ella. Quizá usó otra dirección.")
        ], after: [ignore])
    case .signInByMail(let token):
      MailParts(
        subject: Phrase("One more step to sign in", "Un paso más para iniciar sesión"),
        before: [
          Phrase(
            """
            Strangers have tried to get into your account with wrong passwords. They did not get in. So that only you do, open \
            this link within ten minutes, in the browser where you are signing in. It works once.
            """,
            """
            Personas extrañas han probado contraseñas equivocadas en su cuenta. No entraron. Para que entre solo usted, abra \
            este enlace en el plazo de diez minutos, en el navegador donde está iniciando sesión. Sirve una vez.
            """)
        ], link: .signInByMail(token: token),
        after: [
          Phrase(
            "If this was not you, somebody knows your password: choose a new one.",
            "Si no fue usted, alguien conoce su contraseña: elija una nueva.")
        ])
    case .passwordChanged, .emailChange, .emailTaken, .emailChangeAsked, .emailChanged, .secondFactorOn,
      .secondFactorOff, .recoveryCodeUsed, .accountDeleted, .invitation, .guardianAsked, .guardianThanked, .unanswered:
      of(content)
    }
  }
}
