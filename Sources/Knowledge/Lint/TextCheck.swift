import Documents
import Vocabulary

/// The texts that people read: no forbidden words, and the letters of a credential never without their body.
///
/// Every `{ en, es }` of every file is read, save titles in the register of sources (they follow the source's own words)
/// and the head words of the glossary (they say what bare letters mean).
enum TextCheck {
  static func faults(_ documents: [(path: String, node: Node)]) -> [Fault] {
    var faults: [Fault] = []
    for (path, node) in documents where !path.hasSuffix(".cases.yaml") && !path.hasSuffix("sources.yaml") {
      walk(node, key: nil) { text, key in check(text, key, path, &faults) }
    }
    return faults
  }

  private static func walk(_ node: Node, key: String?, _ body: (Node, String?) -> Void) {
    switch node.content {
    case .map(let entries):
      if node["en"] != nil || node["es"] != nil { body(node, key) }
      for entry in entries { walk(entry.value, key: entry.key, body) }
    case .list(let items): for item in items { walk(item, key: key, body) }
    case .scalar, .null: break
    }
  }

  private static func check(_ phrase: Node, _ key: String?, _ path: String, _ faults: inout [Fault]) {
    for language in Language.allCases {
      guard let node = phrase[language.rawValue], let text = node.text else { continue }
      let words = text.lowercased()
      var longest: (words: String, instead: String)?
      for entry in ForbiddenWords.list(language) where contains(words, entry.words) {
        if entry.words.count > (longest?.words.count ?? 0) { longest = entry }
      }
      if let found = longest {
        let message = "'\(found.words)' does not belong in a text of a pack: \(found.instead)"
        faults.append(Fault(message, at: Place(path, node)))
      }
      if key == "term" { continue }
      for letters in bareMarks(text) {
        let body = ForbiddenWords.marks[letters] ?? ""
        faults.append(Fault("'\(letters)' means several things: write '\(letters) (\(body))'", at: Place(path, node)))
      }
    }
  }

  /// Whether words stand in a text as whole words.
  static func contains(_ text: String, _ words: String) -> Bool {
    var rest = text[...]
    while let range = rest.firstRange(of: words) {
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      if !before.isLetter && !after.isLetter { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }

  /// The marks that stand in a text without their body: `CMA`, `CMAs`; not `CMA (AAMA)`, `RMA(AMT)`.
  static func bareMarks(_ text: String) -> [String] {
    var found: [String] = []
    var i = text.startIndex
    while i < text.endIndex {
      guard text[i].isLetter else {
        i = text.index(after: i)
        continue
      }
      let end = text[i...].firstIndex { !$0.isLetter && !$0.isNumber } ?? text.endIndex
      var word = String(text[i..<end])
      if word.hasSuffix("s") { word.removeLast() }
      if let body = ForbiddenWords.marks[word], !found.contains(word) {
        let rest = text[end...].drop { $0 == " " }
        if !rest.hasPrefix("(\(body))") { found.append(word) }
      }
      i = end
    }
    return found
  }
}
