public import Knowledge
public import Vocabulary

/// The answer to a what-if as text for the terminal.
public struct WhatIfText {
  private let telling: WhatIfTelling
  private let language: Language
  private let sources: ExplanationText

  public init(_ base: KnowledgeBase, _ language: Language, asOf: CivilDate) {
    telling = WhatIfTelling(base, language, asOf: asOf)
    self.language = language
    sources = ExplanationText(language, asOf: asOf)
  }

  public func render(_ answer: WhatIfAnswer) -> String {
    let told = telling.told(answer)
    var lines = [
      Phrase("What if: ", "Qué pasa si: ")[language] + told.question, told.headline,
    ]
    lines += told.text
    if !told.rows.isEmpty {
      lines += [
        "", Phrase("What differs", "Lo que cambia")[language] + " (\(told.columns.before) → \(told.columns.after))",
      ]
      for row in told.rows {
        lines.append("  \(row.subject)\(row.days.isEmpty ? "" : ", ")\(row.days): \(row.before) → \(row.after)")
      }
    }
    for section in told.sections {
      lines += ["", section.title + (section.note.map { ". " + $0 } ?? "")]
      for line in section.lines { lines += self.lines(line, "  ") }
    }
    return (lines + [""] + told.notes).joined(separator: "\n")
  }

  private func lines(_ line: WhatIfTold.Line, _ indent: String) -> [String] {
    let grade = line.grade.flatMap { $0 == .stated ? nil : " [\(VerdictWording.gradeWord($0)[language])]" } ?? ""
    var lines = [indent + line.text + grade]
    lines += line.fine.map { indent + "  " + $0 }
    lines += distinct(line.citations.map { indent + "  " + sources.cite($0, row: false) })
    for part in line.parts { lines += self.lines(part, indent + "  ") }
    return lines
  }
}
