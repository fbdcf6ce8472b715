import Knowledge
import Rules
public import Vocabulary

/// A roster's answer as a sheet: one line a row, worst first, a column for each layer.
public struct RosterCSV {
  private let language: Language
  private let words: RosterWording

  public init(_ language: Language) {
    self.language = language
    words = RosterWording(language)
  }

  /// UTF-8 with the mark that spreadsheets look for; lines end as RFC 4180 says.
  public func render(_ result: RosterResult) -> String {
    var lines: [String] = []
    lines.reserveCapacity(result.answers.count + 1)
    let layers = result.set.layers.map {
      $0.name.title[language] + ($0.gate == .preferred ? Phrase(" (preferred)", " (preferido)")[language] : "")
    }
    let heads = [
      Phrase("Row", "Fila"), Phrase("Name", "Nombre"), Phrase("State", "Estado"), Phrase("Answer", "Respuesta"),
      Phrase("First day", "Primer día"), Phrase("Why", "Por qué"),
    ]
    lines.append(line(heads.map { $0[language] } + layers))
    for answer in result.answers {
      let cells = [
        String(answer.row), answer.name, answer.state.map { $0.dropFirst(3).uppercased() } ?? "",
        words.headline(answer), answer.reason?.day.description ?? "", words.reason(answer),
      ]
      lines.append(line(cells + answer.layers.map(words.layer)))
    }
    return "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
  }

  private func line(_ cells: [String]) -> String { cells.map(RosterCSV.cell).joined(separator: ",") }

  /// A cell that no spreadsheet takes for a formula, in quotation marks where it needs them.
  static func cell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
