import Rules
public import Vocabulary

/// A program of the list as the start of a person file.
public enum ProgramPersonFile {
  /// No day of a person file lies before this one: it stands for "at some time".
  private static let past = "1900-01-01"
  /// Nor after this one.
  private static let future = "9999-12-31"

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
    if span.begins != .always { cells.append("from: \(days(span.begins))") }
    if span.ends != DayInterval(.distantFuture) { cells.append("until: \(days(span.ends))") }
    return "{ " + cells.joined(separator: ", ") + " }"
  }

  private static func days(_ days: DayInterval) -> String {
    if days.isExact { return "\(days.first)" }
    let first = days.first.isFinite ? "\(days.first)" : past
    return "\(first)..\(days.last.isFinite ? "\(days.last)" : future)"
  }

  /// In double quotes, as YAML and JSON both read it.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
