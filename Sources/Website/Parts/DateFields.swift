import HTML
import Vocabulary

/// Month, day and year, as three small fields.
struct DateFields {
  /// Before the names of the fields, where a form has several days: `begins-`.
  var prefix = ""
  /// What was typed, to show it again.
  let month: String
  let day: String
  let year: String
  /// The errors of the form; those about these fields are shown above them.
  let errors: [FormError]
  /// The id of the hint.
  let describedBy: String?

  func html(_ language: Language) -> HTML {
    let fields: [HTML] = [
      field("month", Phrase("Month", "Mes")[language], month, "w2"),
      field("day", Phrase("Day", "Día")[language], day, "w2"),
      field("year", Phrase("Year", "Año")[language], year, "w4"),
    ]
    let order = language == .english ? fields : [fields[1], fields[0], fields[2]]
    let messages = errors.filter { ["month", "day", "year"].map { prefix + $0 }.contains($0.field) }.map {
      errorMessage($0)
    }
    let hint: HTML = describedBy.map { " aria-describedby=\"\($0)\"" } ?? ""
    let label = Phrase("Date", "Fecha")[language]
    let bad: HTML = messages.isEmpty ? "" : "bad"
    return """
      <div class="\(bad)">\(messages)<div class="date3" role="group" aria-label="\(label)"\(hint)>\(order)</div></div>

      """
  }

  private func field(_ name: StaticString, _ label: String, _ value: String, _ width: StaticString) -> HTML {
    let name = prefix + name.description
    let wrong = errors.contains { $0.field == name }
    let state: HTML = wrong ? " aria-invalid=\"true\" aria-describedby=\"\(name)-error\"" : ""
    return """
      <div class="field"><label for="\(name)">\(label)</label><input class="\(width.description)" id="\(name)" \
      name="\(name)" inputmode="numeric" autocomplete="off" value="\(value)"\(state)></div>

      """
  }
}
