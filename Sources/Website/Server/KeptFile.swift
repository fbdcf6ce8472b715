/// The answers as plain text, one line each: what the cookie holds inside its seal, and what a person keeps as a file.
enum KeptFile {
  /// The first line of the file; any other file is refused.
  static let mark = "# Fobwatch answers 1"
  /// The most answers and the longest answer that are read.
  /// Before a line that says what the answer changed last said before.
  private static let before = "~"
  /// Before the credential that is to be kept.
  private static let goal = ">"
  static let mostAnswers = 200
  static let longestAnswer = 400

  /// The lines for a file.
  static func file(_ answers: Answers) -> String {
    mark + "\n" + text(answers)
  }

  /// The lines alone.
  static func text(_ answers: Answers) -> String {
    func line(_ answer: Answers.Answer) -> String { "\(answer.fact) = \(answer.text.filter { !$0.isNewline })\n" }
    return answers.list.map(line).joined() + (answers.changed.map { before + line($0) } ?? "")
      + (answers.goal.map { "\(goal)\($0)\n" } ?? "")
  }

  /// Reads a file; nil when it is not one of ours.
  static func answers(file: String) -> Answers? {
    let text = file.hasPrefix("\u{FEFF}") ? String(file.dropFirst()) : file
    guard text.split(whereSeparator: \.isNewline).first.map({ trimmed(String($0)) }) == mark else { return nil }
    return answers(text: text)
  }

  /// Reads the lines; nil when one of them cannot be read. Lines that begin with # are remarks.
  static func answers(text: String) -> Answers? {
    var answers = Answers()
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      if line.hasPrefix(goal) {
        answers.goal = CredentialPath(trimmed(String(line.dropFirst())))?.text
        continue
      }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { trimmed(String($0)) }
      if parts == [""] { continue }
      if parts.count == 2, parts[0].hasPrefix(before), isSlug(String(parts[0].dropFirst())) {
        answers.changed = Answers.Answer(fact: String(parts[0].dropFirst()), text: parts[1])
        continue
      }
      guard parts.count == 2, isSlug(parts[0]), parts[1].utf8.count <= longestAnswer else { return nil }
      guard answers.list.count < mostAnswers else { return nil }
      answers[parts[0]] = parts[1]
    }
    return answers
  }
}
