import HTML
import Vocabulary

/// What a program, certifying bodies and a state ask of an externship, side by side. Nothing is added up or compared.
struct MinimumsPart: Sendable {
  /// One number with its source.
  struct Line: Sendable {
    /// "160 hours".
    let amount: String
    /// The words of the rule; nil: none.
    let text: String?
    let grade: Grade?
    let citations: [Citation]
  }

  /// Who asks.
  struct Asked: Sendable {
    let name: String
    /// Empty: not known.
    let lines: [Line]
  }

  /// A column.
  struct Column: Sendable {
    let title: Phrase
    let asked: [Asked]
    /// What is said below.
    let note: String?
  }

  let columns: [Column]

  func html(_ language: Language) -> HTML {
    let title = Phrase("The least that is asked", "Lo mínimo que se pide")
    let lead = Phrase(
      "Program, certifying body and state each have their own number. One does not stand for another. Ask your program which of them it meets.",
      "El programa, quien certifica y el estado tienen cada uno su número. Uno no vale por otro. Pregunte a su programa cuáles cumple."
    )
    return """
      <section class="stack" id="minimums"><h2>\(title[language])</h2><p>\(lead[language])</p>\
      <div class="grid three">\(columns.map { column($0, language) })</div></section>

      """
  }

  private func column(_ column: Column, _ language: Language) -> HTML {
    let known = column.asked.filter { !$0.lines.isEmpty }.map { asked -> HTML in
      "<h4>\(asked.name)</h4>\(asked.lines.map { line($0, asked.name, language) })"
    }
    let unknown = column.asked.filter(\.lines.isEmpty).map(\.name).joined(separator: ", ")
    let none = Phrase("Not known", "No se sabe")[language]
    let rest: HTML = unknown.isEmpty ? "" : "<p><strong>\(none):</strong> \(unknown)</p>"
    let empty: HTML = column.asked.isEmpty ? "<p>\(none).</p>" : ""
    let note: HTML = column.note.map { "<p class=\"fine\">\($0)</p>" } ?? ""
    return """
      <section class="card stack tight"><h3>\(column.title[language])</h3>\(known)\(rest)\(empty)\(note)</section>

      """
  }

  private func line(_ line: Line, _ name: String, _ language: Language) -> HTML {
    let text: HTML = line.text.map { "<p class=\"fine\">\($0)</p>" } ?? ""
    let grade: HTML = line.grade.map { " \($0.html(language))" } ?? ""
    let title = Phrase("Source", "Fuente")[language]
    let sources: HTML =
      line.citations.isEmpty
      ? ""
      : "<details class=\"fold\"><summary>\(title)<span class=\"vh\">: \(name), \(line.amount)</span></summary>\(line.citations.map { $0.html(language) })</details>"
    return "<p><strong>\(line.amount)</strong>\(grade)</p>\(text)\(sources)\n"
  }
}
