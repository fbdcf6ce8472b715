import HTML
import Services
import Vocabulary

/// Shows again who somebody is, before what signs them in is changed.
struct AgainPage {
  let goal: MemberRoute
  let token: String?
  let hasFactor: Bool
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let title = Phrase("Is it you?", "¿Es usted?")
    let lead = Phrase(
      "What comes next changes how your account is used. So we ask for your password once more.",
      "Lo que sigue cambia el uso de su cuenta. Por eso le pedimos otra vez su contraseña.")
    let hint = Phrase("The six digits that your app shows now.", "Las seis cifras que muestra ahora su aplicación.")
    let form = MemberForm(
      action: .again(goal), token: token, button: Phrase("Go on", "Seguir"), look: "btn big fill",
      fields: [Field.password(errors).html(language)]
        + (hasFactor ? [Field.code(errors, hint: hint).html(language)] : []))
    return memberPage(title, .again(goal), errors: errors, lead: lead, body: form.html(language), language)
  }
}

/// Another mail address.
struct EmailPage {
  let present: String
  let token: String?
  var typed = ""
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let lead = Phrase(
      "Now it is \(present). The new address gets a mail with a link; it is used once the link was opened.",
      "Ahora es \(present). La dirección nueva recibe un correo con un enlace; se usa cuando se abra el enlace.")
    let form = MemberForm(
      action: .email, token: token, button: Phrase("Send the mail", "Enviar el correo"), look: "btn big fill",
      fields: [
        Field.email(typed, errors, label: Phrase("New mail address", "Dirección de correo nueva")).html(language)
      ])
    return memberPage(
      Phrase("Another mail address", "Otra dirección de correo"), .email, errors: errors, lead: lead,
      body: form.html(language), language)
  }
}

/// Another password.
struct PasswordPage {
  let token: String?
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let lead = Phrase(
      "You stay signed in here. Everywhere else your sessions end.",
      "Aquí sigue con la sesión abierta. En los demás lugares se cierra.")
    let form = MemberForm(
      action: .password, token: token, button: Phrase("Change the password", "Cambiar la contraseña"),
      look: "btn big fill",
      fields: [
        Field.password(errors, label: Phrase("Present password", "Contraseña actual")).html(language),
        NewPasswordPage.field(errors).html(language),
      ])
    return memberPage(
      Phrase("Another password", "Otra contraseña"), .password, errors: errors, lead: lead, body: form.html(language),
      language)
  }
}

/// Deletes the account.
struct DeletionPage {
  let token: String?

  func page(_ language: Language) -> Page {
    let lead = Phrase(
      "Your record, your consents and your sign-in go. Nobody can read what was recorded, and nobody can bring it back.",
      "Se borran su expediente, sus permisos y su acceso. Nadie podrá leer lo registrado, y nadie puede recuperarlo.")
    let form = MemberForm(
      action: .deletion, token: token, button: Phrase("Delete my account for good", "Eliminar mi cuenta para siempre"),
      look: "btn")
    return memberPage(
      Phrase("Delete this account", "Eliminar esta cuenta"), .deletion, lead: lead, body: form.html(language), language)
  }
}

/// A page of the account: the way back, a head, what it is about, the rest.
func memberPage(
  _ title: Phrase, _ route: MemberRoute, errors: [FormError] = [], lead: Phrase? = nil, body: HTML,
  _ language: Language, isWide: Bool = false
) -> Page {
  let said: HTML = lead.map { "<p class=\"lead\">\($0[language])</p>" } ?? ""
  let back = crumb(Phrase("Your account", "Su cuenta")[language], .member(.account), language)
  let look: StaticString = isWide ? "stack" : "stack measure"
  return Page(
    title: title[language], address: Address(.member(route), language), isCompact: true, isPersonal: true,
    body: """
      \(back)<div class="\(look.description)">\(errorSummary(errors, language))<h1>\(title[language])</h1>
      \(said)\(body)</div>

      """)
}
