import HTML
import Vocabulary

/// Address and password.
struct SignInPage {
  let token: String?
  var email = ""
  var isShared = false
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let title = Phrase("Sign in", "Iniciar sesión")
    let form = MemberForm(
      action: .signIn, token: token, button: title, look: "btn big fill",
      fields: [
        Field.email(email, errors).html(language), Field.password(errors).html(language),
        sharedPhoneLine(isShared, language),
      ])
    let forgotten = Link(Phrase("I forgot my password", "Olvidé mi contraseña")[language], .page(.member(.forgotten)))
    let new = Link(Phrase("I have no account yet", "Todavía no tengo cuenta")[language], .page(.member(.signUp)))
    return Page(
      title: title[language], address: Address(.member(.signIn), language), isCompact: true, isPersonal: true,
      body: """
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(title[language])</h1>
        \(form.html(language))<p>\(forgotten.html(language))</p><p>\(new.html(language))</p></div>

        """)
  }
}

/// The code of the second factor.
struct SecondStepPage {
  let token: String?
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let title = Phrase("Enter the code", "Escriba el código")
    let hint = Phrase(
      "The six digits that your app shows now, or one of your recovery codes.",
      "Las seis cifras que muestra ahora su aplicación, o uno de sus códigos de recuperación.")
    let form = MemberForm(
      action: .secondStep, token: token, button: Phrase("Sign in", "Iniciar sesión"), look: "btn big fill",
      fields: [Field.code(errors, hint: hint).html(language)])
    let back = Link(Phrase("Begin again", "Empezar de nuevo")[language], .page(.member(.signIn)))
    return Page(
      title: title[language], address: Address(.member(.secondStep), language), isCompact: true, isPersonal: true,
      body: """
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(title[language])</h1>
        \(form.html(language))<p>\(back.html(language))</p></div>

        """)
  }
}

/// One button for a link of a mail: looking at the page spends nothing, since programs that look for harm in mails look at
/// every page.
struct ConfirmPage {
  let route: MemberRoute
  let token: String?
  let title: Phrase
  let text: Phrase
  let button: Phrase
  /// What else is to be known before the button.
  var more: HTML = ""

  func page(_ language: Language) -> Page {
    let form = MemberForm(action: route, token: token, button: button, look: "btn big fill")
    return Page(
      title: title[language], address: Address(.member(route), language), isCompact: true, isPersonal: true,
      body: """
        <div class="stack measure"><h1>\(title[language])</h1><p class="lead">\(text[language])</p>
        \(more)\(form.html(language))</div>

        """)
  }
}
