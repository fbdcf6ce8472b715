import HTML
import Services
import Vocabulary

/// Sign-in with a code: where it stands, and how to turn it on or off.
struct FactorPage {
  let standing: SecondFactors.Standing
  /// Since when it is on, in words.
  var since = ""
  let token: String?

  static let title = Phrase("Sign-in with a code", "Inicio de sesión con código")

  func page(_ language: Language) -> Page {
    let body: HTML
    let lead: Phrase
    switch standing {
    case .off:
      lead = Phrase(
        "After your password you type six digits that an app on your phone shows. Whoever has only your password stays out.",
        "Después de la contraseña escribe seis cifras que muestra una aplicación. Quien solo tenga su contraseña no entra."
      )
      body = MemberForm(
        action: .factorSetup, token: token, button: Phrase("Begin", "Empezar"), look: "btn big fill"
      ).html(language)
    case .on(_, let left):
      lead = Phrase(
        "It is on since \(since). You have \(left) recovery codes left.",
        "Está activado desde \(since). Le quedan \(left) códigos de recuperación.")
      let fresh = MemberForm(
        action: .recoveryCodes, token: token, button: Phrase("Make new recovery codes", "Crear códigos nuevos"),
        look: "btn second")
      let off = MemberForm(
        action: .factorOff, token: token, button: Phrase("Turn it off", "Desactivarlo"), look: "btn second")
      body = "<div class=\"row\">\(fresh.html(language))\(off.html(language))</div>"
    }
    return memberPage(Self.title, .factor, lead: lead, body: body, language)
  }
}

/// The secret for the application, and the first code.
struct FactorSetupPage {
  /// Nil when the code is typed once more: the application has the secret.
  let setup: SecondFactors.Setup?
  let token: String?
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let form = MemberForm(
      action: .factorOn, token: token, button: Phrase("Turn it on", "Activarlo"), look: "btn big fill",
      fields: [
        Field.code(
          errors, hint: Phrase("The six digits that the app shows.", "Las seis cifras que muestra la aplicación.")
        )
        .html(language)
      ])
    return memberPage(
      FactorPage.title, .factor, errors: errors, body: "\(secret(language))\(form.html(language))", language)
  }

  private func secret(_ language: Language) -> HTML {
    guard let setup else {
      let text = Phrase(
        "Your app has the key already. Type the code it shows now.",
        "Su aplicación ya tiene la clave. Escriba el código que muestra ahora.")
      return "<p>\(text[language])</p>"
    }
    let how = Phrase(
      "Open an authenticator app, add an account by hand, and type this key.",
      "Abra una aplicación de autenticación, añada una cuenta a mano y escriba esta clave.")
    let key = Phrase("Key", "Clave")
    let link = Phrase(
      "The same as an address, for an app on this device", "Lo mismo como dirección, para una aplicación aquí")
    let groups = stride(from: 0, to: setup.secret.count, by: 4).map { start in
      String(Array(setup.secret)[start..<min(start + 4, setup.secret.count)])
    }
    return """
      <p>\(how[language])</p><dl class="facts tight card"><div><dt>\(key[language])</dt>
      <dd><code id="secret">\(groups.joined(separator: " "))</code></dd></div>
      <div><dt>\(link[language])</dt><dd><code id="otpauth">\(setup.address)</code></dd></div></dl>

      """
  }
}

/// The recovery codes, shown once.
struct RecoveryCodesPage {
  let codes: [RecoveryCode]
  /// Whether the second factor has just been turned on.
  let isNew: Bool

  func page(_ language: Language) -> Page {
    let title =
      isNew
      ? Phrase("It is on. Keep these codes", "Está activado. Guarde estos códigos")
      : Phrase("Keep these new codes", "Guarde estos códigos nuevos")
    let lead = Phrase(
      "If you lose your phone, each of them lets you in once. They are shown now and never again. Print them, or write them down.",
      "Si pierde el teléfono, cada uno le deja entrar una vez. Se muestran ahora y nunca más. Imprímalos o anótelos.")
    let lines = codes.map { code -> HTML in "<li><code>\(code.text)</code></li>\n" }
    let done = Link(Phrase("I have kept them", "Ya los guardé")[language], .page(.member(.account)))
    return memberPage(
      title, .factor, lead: lead,
      body: "<ul class=\"list card\" id=\"codes\">\(lines)</ul>\(done.button(language))", language)
  }
}
