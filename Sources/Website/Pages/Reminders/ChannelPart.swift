import HTML
import Services
import Vocabulary

/// The part of the page about reminders with the organizations that can be told too.
struct ChannelPart {
  let channels: [ReminderHooks.Channel]
  let token: String?

  func html(_ language: Language) -> HTML {
    guard !channels.isEmpty else { return "" }
    let title = Phrase("Text messages and the like", "Mensajes de texto y similares")
    let text = Phrase(
      """
      These organizations can pass our reminders on, for example as text messages. With each mail they get your identifier here, \
      your language, and of each thing that you share with them its kind and last day. Never anything of your health part.
      """,
      """
      Estas organizaciones pueden pasarle nuestros recordatorios, por ejemplo como mensajes de texto. Con cada correo reciben su \
      identificador aquí, su idioma y, de cada cosa que usted comparte con ellas, el tipo y el último día. Nunca nada de su \
      parte de salud.
      """)
    let lines = channels.map { "<li class=\"row apart\">\(line($0, language))</li>\n" as HTML }
    return """
      <h2>\(title[language])</h2><p>\(text[language])</p>\
      <ul role="list" class="list card" id="channels">\(lines)</ul>

      """
  }

  private func line(_ channel: ReminderHooks.Channel, _ language: Language) -> HTML {
    let state =
      channel.isOn
      ? Phrase("gets them, as you said", "los recibe, como usted dijo") : Phrase("gets none", "no los recibe")
    let form = MemberForm(
      action: .reminderChannels, token: token,
      button: channel.isOn ? Phrase("End this", "Terminar") : Phrase("I consent", "Doy mi consentimiento"),
      look: "btn second small",
      hidden: [("organization", channel.organization.text), ("on", channel.isOn ? "0" : "1")],
      about: channel.name)
    return "<span><strong>\(channel.name)</strong>: \(state[language])</span>\(form.html(language))"
  }
}
