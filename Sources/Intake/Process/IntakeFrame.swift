import Services

/// What the process that reads a file writes to the one that asked: a line of words, then bytes.
enum IntakeFrame {
  /// The longest line.
  static let longestLine = 100

  static func bytes(_ answer: IntakeAnswer) -> [UInt8] {
    switch answer {
    case .refused(let refusal): return Array("refused \(refusal.rawValue)\n".utf8)
    case .taken(let file):
      let form =
        switch file.form {
        case .photo(let width, let height): "photo \(width) \(height)"
        case .document(let pages): "document \(pages) 0"
        }
      return Array("taken \(form) \(file.content.count) \(file.preview.count)\n".utf8) + file.content + file.preview
    }
  }

  /// Reads what `bytes` wrote; nil when it is anything else. Who wrote it has read a file of a stranger, so nothing is believed.
  static func answer(_ bytes: [UInt8]) -> IntakeAnswer? {
    guard let end = bytes.prefix(longestLine).firstIndex(of: 10) else { return nil }
    let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ").map(String.init)
    let rest = bytes.count - end - 1
    if words.count == 2, words[0] == "refused", rest == 0 {
      return PaperRefusal(rawValue: words[1]).map { .refused($0) }
    }
    let numbers = words.dropFirst(2).compactMap { Int($0) }
    guard words.count == 6, words[0] == "taken", numbers.count == 4, numbers.allSatisfy({ $0 >= 0 }),
      numbers[2] > 0, numbers[2] <= rest, numbers[2] + numbers[3] == rest
    else { return nil }
    let content = Array(bytes[(end + 1)..<(end + 1 + numbers[2])])
    let preview = Array(bytes[(end + 1 + numbers[2])...])
    switch words[1] {
    case "photo":
      guard (1...PaperSizes.longestKept).contains(numbers[0]), (1...PaperSizes.longestKept).contains(numbers[1]),
        FileType(content) == .jpeg, FileType(preview) == .jpeg
      else { return nil }
      return .taken(
        TakenFile(form: .photo(width: numbers[0], height: numbers[1]), content: content, preview: preview))
    case "document":
      guard (1...PaperSizes.mostPages).contains(numbers[0]), preview.isEmpty || FileType(preview) == .jpeg,
        FileType(content) == .pdf
      else { return nil }
      return .taken(TakenFile(form: .document(pages: numbers[0]), content: content, preview: preview))
    default: return nil
    }
  }
}
