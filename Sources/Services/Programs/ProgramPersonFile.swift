import Rules
public import Vocabulary

/// A program of the list as the start of a person file.
public enum ProgramPersonFile {
  /// YAML that reads back as a person file with this program; the person's own days are to be filled in.
  public static func text(_ listed: ListedEvidence, asOf: CivilDate) -> String {
    let record = listed.record(id: "program-1")
    var lines = [
      "person_file: 1", "as_of: \(asOf)", "programs:", "  more: unknown", "  list:", "    - id: program-1",
      "      name: \(quoted(listed.program.school))", "      type: school", "      subject: medical-assisting",
    ]
    if case .word(let award) = record["award"] { lines.append("      award: \(award)") }
    lines += [
      "      # Fill in what you know: enrolled, coursework_completed, practicum_completed, graduated",
      "      # Known from the list through \(listed.source.vintage); a body without days may have accredited it at any time",
      "      accreditation:",
    ]
    if case .spans(let spans) = record["accreditation"] { lines += spans.map { "        - \(text($0))" } }
    lines.append("      provenance: \(quoted(listed.provenance))")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ span: FactValue.Span) -> String {
    var cells = ["by: \(span.by)"]
    if span.begins.first.isFinite {
      cells.append("from: \(span.begins.partialText)")
    } else if span.begins.last.isFinite {
      cells.append("known_from: \(span.begins.last)")
    }
    if span.ends.last.isFinite {
      cells.append("until: \(span.ends.partialText)")
    } else if span.ends.first.isFinite {
      cells.append("known_through: \(span.ends.first)")
    }
    return "{ " + cells.joined(separator: ", ") + " }"
  }

  /// In double quotes, as YAML and JSON both read it.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
