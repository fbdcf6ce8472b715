import HTML
import Services
import Vocabulary

/// The clocks of one credential.
struct ClockCard {
  let card: ClocksPage.Card
  let page: ClocksPage

  private var slug: String { LookEntry.slug(card.credential) }

  func html(_ language: Language) -> HTML {
    let running = Phrase("What runs", "Lo que corre")[language]
    let links = card.links.map { "<p>\($0.html(language))</p>\n" as HTML }
    return """
      <section class="card stack" aria-labelledby="clock-\(slug)"><h2 id="clock-\(slug)">\(card.name)</h2>\
      <p>\(card.phase)</p>\(lines(card.running, running, language))\(lines(card.ways, card.waysTitle, language))\
      \(attempts(language))\(links)\(before(language))</section>

      """
  }

  private func lines(_ lines: [ClocksPage.Line], _ title: String, _ language: Language) -> HTML {
    guard !lines.isEmpty else { return "" }
    let items = lines.map { line -> HTML in
      let details = line.details.map { "<p class=\"fine\">\($0)</p>" as HTML }
      return "<li class=\"stack tight\"><p>\(line.text)</p><p>\(line.chip.html(language))</p>\(details)</li>\n"
    }
    return "<h3>\(title)</h3>\n<ul role=\"list\" class=\"stack\">\(items)</ul>\n"
  }

  private func attempts(_ language: Language) -> HTML {
    let title = Phrase("Attempts at the exam", "Intentos del examen")[language]
    let each = Phrase("What each source says of the limits", "Qué dice cada fuente de los límites")[language]
    let closes = Phrase(
      "When no attempt is left, these close too", "Cuando no queda ningún intento, también se cierra esto")[language]
    return """
      <h3>\(title)</h3>\(list(card.sittings, nil))\(factList(card.attempts, language, tight: true))\
      \(list(card.accounts, each))\(list(card.closes, closes))
      """
  }

  private func list(_ lines: [String], _ title: String?) -> HTML {
    guard !lines.isEmpty else { return "" }
    let head: HTML = title.map { "<p>\($0):</p>\n" } ?? ""
    return "\(head)<ul class=\"list\">\(lines.map { "<li>\($0)</li>\n" as HTML })</ul>\n"
  }

  // MARK: - Before one applies

  private func before(_ language: Language) -> HTML {
    guard !card.sources.isEmpty else { return "" }
    let title = Phrase("Before you apply", "Antes de solicitar")[language]
    let hint = Phrase(
      "Rules change. Look at the body's own pages, and note here when you did.",
      "Las reglas cambian. Mire las páginas del propio organismo, y anote aquí cuándo lo hizo.")[language]
    let items = card.sources.map { source -> HTML in
      let detail: HTML = source.detail.map { "<p class=\"fine\">\($0)</p>" } ?? ""
      let looked: HTML =
        source.looked.map { "<p>\(Icon.met.html) \($0.text)</p>\(end($0.sequence, source, language))" } ?? ""
      return "<li class=\"stack tight\"><p>\(source.link.html(language))</p>\(detail)\(looked)</li>\n"
    }
    return """
      <h3>\(title)</h3><p class="hint" id="before-\(slug)">\(hint)</p><ul role="list" class="stack">\(items)</ul>\
      \(form(language))
      """
  }

  private func end(_ sequence: Int, _ source: ClocksPage.Source, _ language: Language) -> HTML {
    guard page.entry != nil else { return "" }
    return MemberForm(
      action: .wallet(.lookEnd), token: page.token, button: Phrase("Remove", "Quitar"), look: "btn second small",
      hidden: [("look", String(sequence))], about: "\(card.name), \(source.link.text)"
    ).html(language)
  }

  private func form(_ language: Language) -> HTML {
    guard let entry = page.entry else { return "" }
    let isMine = entry.credential == card.credential
    let legend = Phrase("I looked at these pages", "Miré estas páginas")[language]
    let boxes = card.sources.map { source in
      choiceLine(
        Choice(source.key, source.link.text), name: "page", id: LookEntry.pageField(card.credential, source.key),
        picking: .several, checked: isMine && entry.pages.contains(source.key))
    }
    let pageError = page.errors.first { $0.field == LookEntry.pageField(card.credential, card.sources[0].key) }
    return MemberForm(
      action: .wallet(.clocks), token: page.token, button: Phrase("Keep this", "Guardar esto"),
      hidden: [("credential", card.credential)], about: card.name,
      fields: [
        """
        <fieldset class="stack tight" aria-describedby="before-\(slug)"><legend>\(legend)</legend>\
        \(errorMessage(pageError))\(boxes)</fieldset>

        """,
        day(isMine && !entry.day.isEmpty ? entry.day : page.today.description, language),
      ]
    ).html(language)
  }

  private func day(_ value: String, _ language: Language) -> HTML {
    let id = LookEntry.dayField(card.credential)
    let label = Phrase("The day on which you looked", "El día en que miró")[language]
    let error = page.errors.first { $0.field == id }
    let state: HTML = error == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"\(id)-error\""
    return """
      <div class="\(error == nil ? "field" : "field bad")"><label for="\(id)">\(label)</label>\(errorMessage(error))\
      <input id="\(id)" name="day" type="date" value="\(value)"\(state)></div>

      """
  }
}
