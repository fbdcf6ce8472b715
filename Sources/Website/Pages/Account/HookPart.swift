import HTML
import Services
import Vocabulary

/// The part of the page of an organization about where it is told of reminders.
struct HookPart {
  let organization: Organization.ID
  let kept: ReminderHooks.Kept
  let token: String?
  var typed = ""
  var errors: [FormError] = []

  func html(_ language: Language) -> HTML {
    let title = Phrase("A service of yours that passes reminders on", "Un servicio suyo que pasa los recordatorios")
    let text = Phrase(
      """
      We tell an address of yours, signed, whenever somebody who wants that is sent a mail. So you can attach a service for text \
      messages.
      """,
      """
      Avisamos a una dirección suya, con firma, cada vez que se envía un correo a alguien que así lo quiere. Así puede conectar \
      un servicio de mensajes de texto.
      """)
    let set = MemberForm(
      action: .hook(organization), token: token,
      button: kept.address == nil
        ? Phrase("Set the address", "Fijar la dirección")
        : Phrase("Set another; everybody is asked anew", "Fijar otra; se pregunta de nuevo a todos"), look: "btn",
      fields: [
        Field(
          name: "webhook", label: Phrase("Address", "Dirección"),
          hint: Phrase("Like https://texts.example.org/fobwatch", "Como https://texts.example.org/fobwatch"),
          value: typed, errors: errors
        ).html(language)
      ])
    return """
      <section class="measure stack"><h2>\(title[language])</h2><p>\(text[language])</p>\(standing(language))\
      \(set.html(language))</section>

      """
  }

  private func standing(_ language: Language) -> HTML {
    guard let address = kept.address else { return "" }
    let end = MemberForm(
      action: .hookEnd(organization), token: token, button: Phrase("End it", "Terminarlo"), look: "btn second small")
    let people = kept.people.map { person, email -> HTML in
      "<li><strong>\(email.text)</strong>: <code class=\"long\">\(person.text)</code></li>\n"
    }
    let title = Phrase(
      "Who wants it, and how messages name them:", "Quién lo quiere, y cómo se nombra en los mensajes:")
    let nobody = Phrase("Nobody has said yet that they want it.", "Nadie ha dicho todavía que lo quiere.")
    let list: HTML =
      people.isEmpty
      ? "<p class=\"fine\">\(nobody[language])</p>"
      : "<p>\(title[language])</p><ul class=\"list card\">\(people)</ul>"
    return "<p><code class=\"long\">\(address.text)</code></p>\(list)\(end.html(language))"
  }
}

/// What messages are signed with, in the one answer that shows it.
struct HookSecretPage {
  let organization: Organization.ID
  let address: HookAddress
  let secret: HookSecret

  func page(_ language: Language) -> Page {
    let shown = Phrase("The secret, shown this once:", "El secreto, que se muestra esta vez:")
    let how = Phrase(
      "Give it to the service that gets the messages. It tells with it that they are ours.",
      "Déselo al servicio que recibe los mensajes. Con él sabe que son nuestros.")
    let back = Link(
      Phrase("Back to the organization", "Volver a la organización")[language],
      .page(.member(.organization(organization))))
    return memberPage(
      Phrase("The address is set", "La dirección quedó fijada"), .organization(organization),
      lead: Phrase("Messages go to \(address.text).", "Los mensajes van a \(address.text)."),
      body: """
        <div class="card stack tight"><p><strong>\(shown[language])</strong></p>\
        <p><code class="long" id="secret">\(secret.text)</code></p><p class="fine">\(how[language])</p></div>\
        <div class="row">\(back.button(language))</div>

        """, language)
  }
}
