import HTML
import Services
import Vocabulary

/// Month, day and year of one of several dates of a form. Day and month can stay empty.
struct RecordDate {
  /// What the names of the three fields begin with.
  let name: String
  let entered: EnteredRecord
  let errors: [FormError]
  let language: Language
  /// The id of the hint.
  let hint: String?

  var html: HTML {
    let fields: [HTML] = [
      field("month", Phrase("Month", "Mes"), "w2"), field("day", Phrase("Day", "Día"), "w2"),
      field("year", Phrase("Year", "Año"), "w4"),
    ]
    let order = language == .english ? fields : [fields[1], fields[0], fields[2]]
    let messages = errors.filter { [id("month"), id("day"), id("year")].contains($0.field) }.map { errorMessage($0) }
    let described: HTML = hint.map { " aria-describedby=\"\($0)\"" } ?? ""
    let label = Phrase("Date", "Fecha")[language]
    return """
      <div class="\(messages.isEmpty ? "" : "bad")">\(messages)\
      <div class="date3" role="group" aria-label="\(label)"\(described)>\(order)</div></div>

      """
  }

  private func id(_ part: String) -> String { "\(name)-\(part)" }

  private func field(_ part: String, _ label: Phrase, _ width: String) -> HTML {
    let id = id(part)
    let wrong = errors.contains { $0.field == id }
    let state: HTML = wrong ? " aria-invalid=\"true\" aria-describedby=\"\(id)-error\"" : ""
    return """
      <div class="field"><label for="\(id)">\(label[language])</label><input class="\(width)" id="\(id)" name="\(id)" \
      inputmode="numeric" autocomplete="off" value="\(entered[id])"\(state)></div>

      """
  }
}
