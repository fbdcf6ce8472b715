import Knowledge
import Rules
public import Vocabulary

/// A roster's answer as text for people: how it was read, the counts, the rows worst first.
public struct RosterText {
  private let language: Language
  private let words: RosterWording

  public init(_ language: Language) {
    self.language = language
    words = RosterWording(language)
  }

  /// - Parameter top: how many rows are shown at most.
  public func render(_ result: RosterResult, top: Int) -> String {
    let dates = DateWording(language)
    var lines = [result.set.title[language] + (result.set.isSample ? sample : "")]
    if let days = result.options.days {
      lines.append(
        Phrase("Every day from ", "Cada día desde el ")[language] + dates.day(days.first)
          + Phrase(" to ", " hasta el ")[language] + dates.day(days.last) + ".")
    }
    lines.append(words.summary(result))
    lines.append("")
    lines.append(Phrase("Columns", "Columnas")[language])
    for column in result.columns { lines.append("  " + words.column(column)) }
    if !result.notes.isEmpty {
      lines.append("")
      lines.append(Phrase("To look at", "Por revisar")[language])
      for note in result.notes.prefix(top) { lines.append("  " + note.text[language]) }
    }
    lines.append("")
    lines.append(Phrase("Rows, worst first", "Filas, la peor primero")[language])
    for answer in result.answers.prefix(top) {
      let place = Phrase("row \(answer.row)", "fila \(answer.row)")[language]
      lines.append("  \(answer.name) (\(place)): \(words.headline(answer))")
      let reason = words.reason(answer)
      if !reason.isEmpty { lines.append("    " + reason) }
    }
    let left = result.answers.count - top
    if left > 0 {
      lines.append(
        Phrase(
          "  and \(left) more: --top N, --json or --csv shows them",
          "  y \(left) más: --top N, --json o --csv las muestra")[
            language])
    }
    lines.append("")
    lines.append(VerdictWording.notice[language])
    return lines.joined(separator: "\n")
  }

  private var sample: String {
    Phrase(" (a sample, invented for this program)", " (una muestra, inventada para este programa)")[language]
  }
}
