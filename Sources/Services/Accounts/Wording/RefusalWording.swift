public import Vocabulary

/// What people read when something cannot be done.
public enum RefusalWording {
  public static func text(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .otherSubject: Phrase("This cannot be done here.", "Esto no se puede hacer aquí.")
    case .signInNeeded: Phrase("Sign in first.", "Primero inicie sesión.")
    case .notYours: Phrase("This belongs to somebody else.", "Esto es de otra persona.")
    case .notAdministrator: Phrase("Only administrators can do this.", "Solo los administradores pueden hacer esto.")
    case .notMember:
      Phrase("You are not a member of this organization.", "Usted no es miembro de esta organización.")
    case .notInRole: Phrase("Your role does not need this.", "Su función no necesita esto.")
    case .roleNotHere: Phrase("There is no such role here.", "Aquí no existe esa función.")
    case .permissionNeeded:
      Phrase(
        "This needs the permission to manage members. Ask whoever manages them.",
        "Para esto se necesita el permiso de administrar miembros. Pregunte a quien los administra.")
    case .notOnYourself:
      Phrase("Somebody else has to do this for you.", "Esto lo tiene que hacer otra persona por usted.")
    case .adultsOnly: Phrase("This is for people of 18 and over.", "Esto es para personas de 18 años o más.")
    case .noConsent: Phrase("This person does not share with you.", "Esta persona no comparte con usted.")
    case .consentNotBegun:
      Phrase("This person shares with you later, not yet.", "Esta persona comparte con usted más adelante, aún no.")
    case .consentEnded: Phrase("This person shares with you no more.", "Esta persona ya no comparte con usted.")
    case .notInConsent:
      Phrase(
        "This person shares other things with you, not this.", "Esta persona comparte con usted otras cosas, esto no.")
    case .minorOutsideSchool:
      Phrase(
        "Before 18, a record is shared with the school only.",
        "Antes de los 18 años, un expediente se comparte solo con la escuela.")
    case .guardianNeeded:
      Phrase(
        "Before 18, sharing needs the consent of a parent or guardian.",
        "Antes de los 18 años, para compartir se necesita el consentimiento del padre, la madre o el tutor.")
    case .sensitivePermissionNeeded:
      Phrase(
        "Health items and screenings need a permission of their own.",
        "Los datos de salud y los controles necesitan un permiso propio.")
    case .secondFactorNeeded:
      Phrase(
        "Turn on sign-in with a code first, and sign in with it.",
        "Primero active el inicio de sesión con código, y use un código al iniciar sesión.")
    case .recentSignInNeeded: Phrase("Enter your password again first.", "Primero escriba otra vez su contraseña.")
    }
  }

  /// What people read when an account is not deleted.
  public static func text(_ hold: Hold.Kind, reason: String, through: CivilDate?) -> Phrase {
    let until = Phrase(through.map { " (through \($0))" } ?? "", through.map { " (hasta el \($0))" } ?? "")
    return switch hold {
    case .legal:
      Phrase(
        "This record is kept because of a legal matter\(until.en): \(reason)",
        "Este expediente se conserva por un asunto legal\(until.es): \(reason)")
    case .retention:
      Phrase(
        "This record has to be kept for a time\(until.en): \(reason)",
        "Este expediente se tiene que conservar por un tiempo\(until.es): \(reason)")
    }
  }
}
