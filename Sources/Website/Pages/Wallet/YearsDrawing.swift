import HTML
import Vocabulary

/// A career drawn: for each credential one line of time with its states and marks for what happened, years beneath; and the same as
/// a table.
public struct YearsDrawing: Sendable {
  /// Days with one state.
  public struct Span: Sendable {
    let days: DayInterval
    let sign: Sign
    /// The state in words.
    let text: String
    /// The days in words.
    let shown: String
  }

  /// Something that happened.
  public struct Event: Sendable {
    let day: CivilDate
    /// The day in words.
    let shown: String
    let text: String
    /// Whose line it stands on; nil: none of them.
    let credential: String?
  }

  /// The line of one credential.
  public struct Lane: Sendable {
    let name: String
    /// In order of time, without gaps.
    let spans: [Span]
    let events: [Event]
  }

  /// From the first day of a year through the last of another.
  let days: DayInterval
  let today: CivilDate
  let lanes: [Lane]
  /// What stands on no line.
  let others: [Event]

  func html(_ language: Language) -> HTML {
    let title = Phrase("Your years", "Sus años")[language]
    return """
      <section class="card stack section" aria-labelledby="years"><h2 id="years">\(title)</h2>\
      \(lanes.map { lane($0) })\(axis)\(legend(language))\(table(language))</section>

      """
  }

  private func lane(_ lane: Lane) -> HTML {
    let label = lane.spans.map { "\($0.shown): \($0.text)" }.joined(separator: ". ")
    let strap = Strap(
      from: days.first, spans: lane.spans.map { Strap.Span($0.sign, through: $0.days.last) }, today: today,
      label: "\(lane.name). \(label)")
    let marks = lane.events.filter { days.contains($0.day) }.map { event -> HTML in
      let x = percent(place(event.day))
      return
        "<circle class=\"today-dot\" cx=\"\(x)\" cy=\"8\" r=\"4\"><title>\(event.shown): \(event.text)</title></circle>"
    }
    return """
      <div class="stack tight"><h3>\(lane.name)</h3>\(strap.html)\
      <svg class="strap" aria-hidden="true" focusable="false">\(marks)</svg></div>

      """
  }

  /// Years beneath, as many as have room.
  private var axis: HTML {
    let (first, last) = (days.first.year, days.last.year)
    let step = max(1, (last - first + 1 + 5) / 6)
    let labels = stride(from: first, through: last, by: step).compactMap { year -> HTML? in
      CivilDate(year: year, month: 1, day: 1).map { "<text x=\"\(percent(place($0)))\" y=\"14\">\(year)</text>" }
    }
    return "<svg class=\"strap\" aria-hidden=\"true\" focusable=\"false\">\(labels)</svg>\n"
  }

  /// What the fills say, those that are drawn; the dots; and the line of today.
  private func legend(_ language: Language) -> HTML {
    let signs = Sign.allCases.filter { sign in lanes.contains { $0.spans.contains { $0.sign == sign } } }
    var items = signs.map { sign -> (HTML, Phrase) in
      let fill: HTML = sign.pattern.map { " fill=\"url(#\($0.id))\"" } ?? " class=\"v-\(sign.rawValue)\""
      return ("<rect width=\"100%\" height=\"100%\"\(fill)\(Strap.edge(sign))/>", Self.words(sign))
    }
    if lanes.contains(where: { $0.events.contains { days.contains($0.day) } }) {
      let text = Phrase("Something happened: an exam, a certification", "Pasó algo: un examen, una certificación")
      items.append(("<circle class=\"today-dot\" cx=\"50%\" cy=\"50%\" r=\"4\"/>", text))
    }
    if days.contains(today) {
      let line: HTML = "<line class=\"today\" x1=\"50%\" x2=\"50%\" y1=\"0\" y2=\"100%\"/>"
      items.append((line, Phrase("The day asked about", "El día por el que se pregunta")))
    }
    let lines = items.map { mark, text -> HTML in
      "<li><svg class=\"swatch\" aria-hidden=\"true\" focusable=\"false\">\(mark)</svg>\(text[language])</li>\n"
    }
    return "<ul class=\"key\">\(lines)</ul>\n"
  }

  /// What a fill says of a credential, in a word or two.
  private static func words(_ sign: Sign) -> Phrase {
    switch sign {
    case .met: Phrase("Current", "Vigente")
    case .likely: Phrase("Current, as far as we know", "Vigente, hasta donde se sabe")
    case .due: Phrase("Time to renew", "Toca renovar")
    case .unmet: Phrase("Not current", "No vigente")
    case .unlikely: Phrase("Likely not current", "Es probable que no esté vigente")
    case .unknown: Phrase("Not known", "No se sabe")
    case .conflict: Phrase("Sources disagree", "Las fuentes no coinciden")
    case .review: Phrase("In review", "En revisión")
    case .going, .cond: Phrase("Not yet certified", "Todavía sin certificación")
    }
  }

  private func place(_ day: CivilDate) -> Double {
    min(max(Double(days.first.days(to: day)) / Double(days.count), 0), 1)
  }

  private func table(_ language: Language) -> HTML {
    let title = Phrase("The same as a table", "Lo mismo en una tabla")[language]
    let heads = [
      Phrase("Credential", "Credencial"), Phrase("Days", "Días"), Phrase("What", "Qué"),
    ].map { $0[language] }
    func row(_ name: String, _ days: String, _ text: String) -> HTML {
      """
      <tr><th scope="row">\(name)</th><td data-is="\(heads[1])">\(days)</td><td data-is="\(heads[2])">\(text)</td></tr>

      """
    }
    let rows = lanes.flatMap { lane in
      lane.spans.map { row(lane.name, $0.shown, $0.text) } + lane.events.map { row(lane.name, $0.shown, $0.text) }
    }
    let rest = others.map { row("–", $0.shown, $0.text) }
    return """
      <details><summary>\(title)</summary><div class="scroll" tabindex="0" role="region" aria-label="\(title)">\
      <table class="folds"><thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead>\
      <tbody>\(rows)\(rest)</tbody></table></div></details>

      """
  }
}
