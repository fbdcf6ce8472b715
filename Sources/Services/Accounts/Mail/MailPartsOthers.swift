import Vocabulary

extension MailParts {
  /// Mails for somebody whom another person has named.
  static func others(_ content: MailContent) -> MailParts {
    switch content {
    case .invitation(let token, let organization, let role):
      invitation(token, organization, RoleWording.text(role))
    case .guardianAsked(let token):
      MailParts(
        subject: Phrase("A question to a parent or guardian", "Una pregunta para el padre, la madre o el tutor"),
        before: [
          Phrase(
            """
            Somebody under 18 has a Fobwatch account and wants to share their record with their school. This needs the consent of \
            a parent or guardian. The link says who it is and what is asked. It works for a week.
            """,
            """
            Una persona menor de 18 años tiene una cuenta de Fobwatch y quiere compartir su expediente con su escuela. Para eso \
            se necesita el consentimiento del padre, la madre o el tutor. El enlace dice quién es y qué se pregunta. Sirve \
            una semana.
            """)
        ], link: .guardian(token: token), after: [ignore])
    case .guardianThanked(let token):
      MailParts(
        subject: Phrase("Your consent is on record", "Su consentimiento quedó registrado"),
        before: [
          Phrase(
            "Keep this mail. With this link you take the consent back at any time; sharing with the school ends at once.",
            "Guarde este correo. Con este enlace retira el consentimiento cuando quiera; se deja de compartir enseguida."
          )
        ], link: .guardianWithdrawal(token: token))
    case .unanswered(let organization, let id, let count):
      MailParts(
        subject: Phrase("A reminder stays unanswered", "Un recordatorio sigue sin respuesta"),
        before: [
          Phrase(
            """
            Somebody who shares their record with \(organization) has not answered our reminders: \
            \(count == 1 ? "one last day is" : "\(count) last days are") near or past. They want you to hear of it. Sign in to \
            see who it is:
            """,
            """
            Alguien que comparte su expediente con \(organization) no ha respondido a nuestros recordatorios: \
            \(count == 1 ? "un último día está cerca o ya pasó" : "\(count) últimos días están cerca o ya pasaron"). Quiere que \
            usted lo sepa. Inicie sesión para ver quién es:
            """)
        ], link: .organization(id))
    case .signUp, .alreadySignedUp, .passwordReset, .noAccount, .signInByMail, .passwordChanged, .emailChange,
      .emailTaken, .emailChangeAsked, .emailChanged, .secondFactorOn, .secondFactorOff, .recoveryCodeUsed,
      .accountDeleted:
      of(content)
    }
  }

  private static func invitation(_ token: String, _ organization: String?, _ role: Phrase) -> MailParts {
    MailParts(
      subject: Phrase("An invitation to Fobwatch", "Una invitación a Fobwatch"),
      before: [
        Phrase(
          "You are invited to \(organization ?? "this Fobwatch site") as \(role.en). Open this link within a week:",
          "Le invitan a \(organization ?? "este sitio de Fobwatch") como \(role.es). Abra este enlace en el plazo de una semana:"
        )
      ], link: .invitation(token: token), after: [ignore])
  }
}
