/// The string literals of a Swift source, without comments and without what is interpolated.
struct StringLiterals {
  private var rest: Substring
  private var found: [String] = []

  static func read(_ source: String) -> [String] {
    var reader = StringLiterals(rest: source[...])
    reader.code(untilParenthesis: false)
    return reader.found
  }

  private init(rest: Substring) { self.rest = rest }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func code(untilParenthesis: Bool) {
    var depth = 0
    while let character = rest.first {
      if take("//") {
        rest = rest.drop { !$0.isNewline }
      } else if take("/*") {
        while !rest.isEmpty, !take("*/") { rest = rest.dropFirst() }
      } else if take("\"\"\"") {
        literal(end: "\"\"\"")
      } else if take("#\"") {
        literal(end: "\"#", isRaw: true)
      } else if take("\"") {
        literal(end: "\"")
      } else {
        rest = rest.dropFirst()
        if character == "(" { depth += 1 }
        if character == ")" {
          if untilParenthesis, depth == 0 { return }
          depth -= 1
        }
      }
    }
  }

  private mutating func literal(end: String, isRaw: Bool = false) {
    var text = ""
    while let character = rest.first {
      if take(end) { break }
      if !isRaw, take("\\(") {
        code(untilParenthesis: true)
        text += "…"
      } else if !isRaw, take("\\") {
        text.append(rest.first == "n" ? " " : rest.first ?? " ")
        rest = rest.dropFirst()
      } else {
        text.append(character)
        rest = rest.dropFirst()
      }
    }
    found.append(text)
  }
}
