import CYaml

/// Says what libyaml could not read in words that help the person who wrote it.
enum SyntaxFault {
  static func of(_ parser: yaml_parser_t, in reader: EventReader) -> Fault {
    let problem = parser.problem.map { String(cString: $0) } ?? "something unreadable"
    let at = reader.position(parser.problem_mark)
    let place = Place(file: reader.file, line: at.line, column: at.column)
    if scalar(at: parser.problem_mark, of: reader.escapes.text) == "\t" {
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

  private static func scalar(at mark: yaml_mark_t, of text: String) -> Unicode.Scalar? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(Int(mark.line)) else { return nil }
    return lines[Int(mark.line)].unicodeScalars.dropFirst(Int(mark.column)).first
  }
}
