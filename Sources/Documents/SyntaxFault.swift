import CYaml

/// Says what libyaml could not read in words that help the person who wrote it.
enum SyntaxFault {
  static func of(_ parser: yaml_parser_t, in reader: EventReader) -> Fault {
    let problem = parser.problem.map { String(cString: $0) } ?? "something unreadable"
    let lines = reader.escapes.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // At the end of the text libyaml counts one line more.
    let end = yaml_mark_t(index: 0, line: max(1, lines.count) - 1, column: lines.last?.unicodeScalars.count ?? 0)
    let mark = parser.problem_mark.line < lines.count ? parser.problem_mark : end
    let at = reader.position(mark)
    let place = Place(file: reader.file, line: at.line, column: at.column)
    if lines[Int(mark.line)].unicodeScalars.dropFirst(Int(mark.column)).first == "\t" {
      return Fault("expected spaces, found a tab; indent with spaces", at: place)
    }
    var message = "expected YAML, found something else: \(problem)"
    if let context = parser.context {
      message += " \(String(cString: context)) that began on line \(reader.position(parser.context_mark).line)"
    }
    return Fault("\(message); \(advice(problem))", at: place)
  }

  private static func advice(_ problem: String) -> String {
    if problem.contains("mapping values are not allowed") {
      return "put a text that contains \": \" in quotes, and check the indentation"
    }
    if problem.contains("Unicode character escape") { return "write the character itself" }
    if problem.contains("escape") { return "write \\\\ for a backslash, or use single quotes" }
    if problem.contains("unexpected end of stream") { return "close the quotes or the bracket" }
    if problem.contains("cannot start any token") { return "put the text in quotes" }
    return "check the indentation, the quotes and the brackets around this line"
  }
}
