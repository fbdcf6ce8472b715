import Vocabulary

/// Which styles of a workbook show a number as a day.
struct WorkbookStyles {
  /// By the number of the style.
  private(set) var isDay: [Bool] = []

  init() {}

  init(_ part: [UInt8]) throws(MarkupScanner.Malformed) {
    var scanner = try MarkupScanner(part)
    var formats: [Int: Bool] = [:]
    var inCells = false
    while let event = try scanner.next() {
      switch event {
      case .start("numFmt", let attributes):
        if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
          formats[id] = WorkbookStyles.showsDay(code)
        }
      case .start("cellXfs", _): inCells = true
      case .end("cellXfs"): inCells = false
      case .start("xf", let attributes) where inCells:
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        isDay.append(formats[id] ?? WorkbookStyles.isBuiltInDay(id))
      case .start, .end, .text: break
      }
    }
  }

  /// The formats of days that every workbook has without saying so.
  private static func isBuiltInDay(_ id: Int) -> Bool {
    (14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id)
  }

  /// Whether a format has a year or a day in it, outside of its quoted words.
  private static func showsDay(_ code: String) -> Bool {
    var inQuotes = false
    var inBrackets = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        inQuotes.toggle()
      } else if inQuotes {
        continue
      } else if character == "[" {
        inBrackets = true
      } else if character == "]" {
        inBrackets = false
      } else if !inBrackets, character == "y" || character == "d" {
        return true
      }
    }
    return false
  }
}
