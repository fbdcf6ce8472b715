import HTML
import Services
import Vocabulary

/// Address and day of birth.
struct SignUpPage {
  let token: String?
  var email = ""
  var birthday = Entered()
  var errors: [FormError] = []
  /// How many answers go along.
  var answers = 0

  func page(_ language: Language) -> Page {
    let title = Phrase("Make an account", "Crear una cuenta")
    let lead = Phrase(
      "You get a mail with a link. Behind it you choose a password.",
      "Recibirá un correo con un enlace. Con él elige una contraseña.")
    let form = MemberForm(
      action: .signUp, token: token, button: Phrase("Send me the mail", "Envíenme el correo"), look: "btn big fill",
      fields: [
        Field.email(email, errors).html(language), BirthdayFields(entered: birthday, errors: errors).html(language),
      ])
    let has = Link(Phrase("I have an account", "Ya tengo una cuenta")[language], .page(.member(.signIn)))
    return Page(
      title: title[language], address: Address(.member(.signUp), language), isCompact: true, isPersonal: true,
      body: """
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(title[language])</h1>
        <p class="lead">\(lead[language])</p>\(kept(language))\(form.html(language))<p>\(has.html(language))</p></div>

        """)
  }

  private func kept(_ language: Language) -> HTML {
    guard answers > 0 else { return "" }
    let text =
      answers == 1
      ? Phrase("Your answer in this browser goes along.", "Su respuesta en este navegador va con la cuenta.")
      : Phrase(
        "Your \(answers) answers in this browser go along.",
        "Sus \(answers) respuestas en este navegador van con la cuenta.")
    return "<p>\(text[language])</p>"
  }
}

/// The day of birth, and why it is asked.
struct BirthdayFields {
  let entered: Entered
  let errors: [FormError]

  func html(_ language: Language) -> HTML {
    let title = Phrase("Day of birth", "Fecha de nacimiento")[language]
    let why = Phrase(
      "Under 13 there is no account. From 13 to 17 you share with your school only, with a parent’s or guardian’s consent. From 18 on we do not keep the day.",
      "Con menos de 13 años no hay cuenta. De 13 a 17 se comparte solo con la escuela, con permiso del padre, la madre o el tutor. Desde los 18 no guardamos la fecha."
    )[language]
    let fields = DateFields(
      month: entered.month, day: entered.day, year: entered.year, errors: errors, describedBy: "birthday-hint")
    return """
      <fieldset class="stack tight"><legend>\(title)</legend><p class="hint" id="birthday-hint">\(why)</p>\
      \(fields.html(language))</fieldset>

      """
  }

  /// The day that was typed; nil when there is no such day.
  static func day(_ entered: Entered) -> CivilDate? {
    func number(_ text: String) -> Int? {
      (1...4).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
    guard let year = number(entered.year), let month = number(entered.month), let day = number(entered.day) else {
      return nil
    }
    return CivilDate(year: year, month: month, day: day)
  }

  static let error = Phrase(
    "Give the day of birth as month, day and a year with four digits",
    "Escriba la fecha de nacimiento con día, mes y un año de cuatro cifras")
}

/// A new password, behind the link of a mail.
struct NewPasswordPage {
  let route: MemberRoute
  let token: String?
  let title: Phrase
  /// What stands above the fields.
  let lead: Phrase
  /// The address it is for: said, and given to programs that keep passwords.
  var email: String?
  var isShared: Bool?
  /// Fields before the password.
  var first: [HTML] = []
  let button: Phrase
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let known: HTML =
      email.map {
        "<input class=\"vh\" type=\"text\" name=\"username\" autocomplete=\"username\" value=\"\($0)\" readonly tabindex=\"-1\" aria-hidden=\"true\">"
      } ?? ""
    let form = MemberForm(
      action: route, token: token, button: button, look: "btn big fill",
      fields: first + [known, Self.field(errors).html(language)]
        + (isShared.map { [sharedPhoneLine($0, language)] } ?? []))
    return Page(
      title: title[language], address: Address(.member(route), language), isCompact: true, isPersonal: true,
      body: """
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(title[language])</h1>
        <p class="lead">\(lead[language])</p>\(form.html(language))</div>

        """)
  }

  static func field(_ errors: [FormError]) -> Field {
    Field(
      name: "new-password", label: Phrase("New password", "Contraseña nueva"), kind: .newPassword,
      hint: Phrase(
        "At least \(PasswordPolicy.shortest) characters. Four or five words that do not belong together work well.",
        "Al menos \(PasswordPolicy.shortest) caracteres. Cuatro o cinco palabras que no vayan juntas sirven bien."),
      errors: errors)
  }
}
