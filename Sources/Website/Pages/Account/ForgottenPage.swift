import HTML
import Vocabulary

/// Asks where to send the link for another password.
struct ForgottenPage {
  let token: String?
  var email = ""
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let title = Phrase("Choose another password", "Elegir otra contraseña")
    let lead = Phrase(
      "You get a mail with a link that is good for half an hour.",
      "Recibirá un correo con un enlace que sirve media hora.")
    let form = MemberForm(
      action: .forgotten, token: token, button: Phrase("Send me the mail", "Envíenme el correo"), look: "btn big fill",
      fields: [Field.email(email, errors).html(language)])
    return Page(
      title: title[language], address: Address(.member(.forgotten), language), isCompact: true, isPersonal: true,
      body: """
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(title[language])</h1>
        <p class="lead">\(lead[language])</p>\(form.html(language))</div>

        """)
  }
}
