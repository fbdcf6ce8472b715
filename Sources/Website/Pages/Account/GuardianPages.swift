import HTML
import Services
import Vocabulary

/// Asks a parent or guardian.
struct OwnGuardianPage {
  let isMinor: Bool
  let hasGuardian: Bool
  let token: String?
  var typed = ""
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let title = Phrase("A parent or guardian", "Padre, madre o tutor")
    guard isMinor else {
      let lead = Phrase("From 18 on nobody else is asked.", "Desde los 18 años no se pregunta a nadie más.")
      return memberPage(title, .ownGuardian, lead: lead, body: "", language)
    }
    let lead =
      hasGuardian
      ? Phrase(
        "A consent is on record. You can share with your school.",
        "Hay un permiso registrado. Puede compartir con su escuela.")
      : Phrase(
        "Before 18, sharing with your school needs their consent. They get a mail that says what it is about.",
        "Antes de los 18 años se necesita su permiso para compartir con la escuela. Recibirán un correo que lo explica."
      )
    let form = MemberForm(
      action: .ownGuardian, token: token, button: Phrase("Ask them", "Preguntar"), look: "btn big fill",
      fields: [
        Field.email(typed, errors, label: Phrase("Their mail address", "Su dirección de correo")).html(language)
      ])
    return memberPage(title, .ownGuardian, errors: errors, lead: lead, body: form.html(language), language)
  }
}

/// What a parent or guardian is asked.
struct GuardianPage {
  let route: MemberRoute
  /// The address of the minor.
  let email: String
  let token: String?

  func page(_ language: Language) -> Page {
    let points = [
      Phrase(
        "They pick what is shared: exams, certifications, courses and the like.",
        "Esa persona elige qué se comparte: exámenes, certificaciones, cursos y cosas así."),
      Phrase("Only their school can see it, for teaching.", "Solo lo ve su escuela, para enseñar."),
      Phrase(
        "You take your consent back at any time, by the link of the next mail. Sharing then ends at once.",
        "Usted retira su permiso cuando quiera, con el enlace del siguiente correo. Se deja de compartir enseguida."),
      Phrase("Without your consent nothing is shared.", "Sin su permiso no se comparte nada."),
    ].map { point -> HTML in "<li>\(point[language])</li>\n" }
    return ConfirmPage(
      route: route, token: token, title: Phrase("Do you consent?", "¿Da su permiso?"),
      text: Phrase(
        "The owner of \(email) is under 18 and wants to share their record with their school.",
        "La persona de la cuenta \(email) es menor de 18 años y quiere compartir su expediente con su escuela."),
      button: Phrase("I am a parent or guardian, and I consent", "Soy el padre, la madre o el tutor, y doy permiso"),
      more: "<ul>\(points)</ul>"
    ).page(language)
  }
}
