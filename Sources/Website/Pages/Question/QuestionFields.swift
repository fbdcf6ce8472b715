import HTML
import Vocabulary

/// The fields of a question, by its kind, with "I do not know" at the end.
struct QuestionFields {
  let value: QuestionPage.Value
  let entered: Entered
  let errors: [FormError]
  let language: Language

  var html: HTML {
    switch value.kind {
    case .yesNo:
      list([Choice("yes", Phrase("Yes", "Sí")[language]), Choice("no", Phrase("No", "No")[language])], .one)
    case .choice(let choices):
      list(choices, .one)
    case .several(let choices):
      list(choices, .several)
    case .day:
      date
    case .number(let unit, _):
      number(unit)
    }
  }

  /// Radio buttons have "I do not know" among them; checkboxes have it beside them.
  private func list(_ choices: [Choice], _ picking: Picking) -> HTML {
    let last =
      picking == .one
      ? choiceLine(
        Choice(QuestionPage.unknown, unknownText, hint: unknownHint), name: "answer", id: "answer-unknown",
        picking: .one,
        checked: entered.unknown, soft: true)
      : unknown
    let error = errors.first { $0.field == "answer" }
    let bad: HTML = error == nil ? "" : " class=\"bad\""
    return """
      <div\(bad)>\(errorMessage(error))\(choiceLines(choices, picking: picking, entered: entered.values))\(last)</div>

      """
  }

  private var date: HTML {
    let fields = DateFields(
      month: entered.month, day: entered.day, year: entered.year, errors: errors,
      describedBy: value.hint == nil ? nil : "hint")
    let monthOnly = Choice("1", Phrase("I only know the month and year", "Solo sé el mes y el año")[language])
    let line = choiceLine(
      monthOnly, name: "month_only", id: "month-only", picking: .several, checked: entered.monthOnly, soft: true)
    return "\(fields.html(language))\(readAs)<div>\(line)\(unknown)</div>"
  }

  private var readAs: HTML {
    guard let text = value.readAs, errors.isEmpty else { return "" }
    let start = Phrase("We read this as", "Lo leemos como")[language]
    return "<p class=\"fine\">\(start) <strong>\(text)</strong>.</p>"
  }

  private func number(_ unit: String) -> HTML {
    let error = errors.first { $0.field == "answer" }
    let typed = entered.values.first ?? ""
    let label = Phrase("Number", "Número")[language]
    let state: HTML = error == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"answer-error\""
    let bad: HTML = error == nil ? "field" : "field bad"
    return """
      <div class="\(bad)"><label for="answer">\(label) (\(unit))</label>\(errorMessage(error))\
      <input class="w4" id="answer" name="answer" inputmode="numeric" autocomplete="off" value="\(typed)"\(state)></div>
      \(readAs)<div>\(unknown)</div>

      """
  }

  private var unknown: HTML {
    choiceLine(
      Choice("1", unknownText, hint: unknownHint), name: "unknown", id: "unknown", picking: .several,
      checked: entered.unknown, soft: true)
  }

  private var unknownText: String { Phrase("I do not know", "No lo sé")[language] }
  private var unknownHint: String {
    Phrase("That is fine. We mark it “not known” and go on.", "Está bien. Lo marcamos como «no se sabe» y seguimos.")[
      language]
  }
}
