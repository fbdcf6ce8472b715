import HTML
import Services
import Vocabulary

/// The part of the page about reminders that is about the private calendar.
struct FeedPart {
  /// When the address was made; nil: there is none.
  let made: String?
  /// The whole address, in the one answer that shows it.
  var address: String?

  func html(_ language: Language, _ token: String?) -> HTML {
    let title = Phrase("Your calendar", "Su calendario")
    let text = Phrase(
      """
      Your days in the calendar of your phone or computer, kept up to date. Whoever has the address sees them, so keep it to \
      yourself.
      """,
      """
      Sus fechas en el calendario de su teléfono o computadora, siempre al día. Quien tenga la dirección las ve, así que no \
      la comparta.
      """)
    return """
      <h2 id="calendar">\(title[language])</h2><p>\(text[language])</p>\(shown(language))\(standing(language))\
      <div class="row">\(make(language, token))\(made == nil ? "" : end(language, token))</div>

      """
  }

  private func shown(_ language: Language) -> HTML {
    guard let address else { return "" }
    let title = Phrase("The address, shown this once:", "La dirección, que se muestra esta vez:")
    let how = Phrase(
      "In your calendar program, add a calendar by its address and paste this.",
      "En su programa de calendario, agregue un calendario por su dirección y pegue esta.")
    return """
      <div class="card stack tight"><p><strong>\(title[language])</strong></p><p><code class="long" id="feed">\(address)</code></p>\
      <p class="fine">\(how[language])</p></div>

      """
  }

  private func standing(_ language: Language) -> HTML {
    guard let made else { return "" }
    let text = Phrase("There is an address, made on \(made).", "Hay una dirección, creada el \(made).")
    return "<p>\(text[language])</p>\n"
  }

  private func make(_ language: Language, _ token: String?) -> HTML {
    let button =
      made == nil
      ? Phrase("Make an address", "Crear una dirección")
      : Phrase("Make another; the old one ends", "Crear otra; la anterior termina")
    return MemberForm(action: .reminderFeed, token: token, button: button, look: "btn second").html(language)
  }

  private func end(_ language: Language, _ token: String?) -> HTML {
    MemberForm(
      action: .reminderFeedEnd, token: token, button: Phrase("End it", "Terminarla"), look: "btn second"
    ).html(language)
  }
}
