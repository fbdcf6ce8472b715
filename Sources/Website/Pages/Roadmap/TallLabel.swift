import HTML

/// Words beside the drawing for a phone, with a thin line to their bar.
struct TallLabel {
  /// The name of the step, at its first bar.
  let title: String?
  let lines: [String]
  let look: String
  /// The place on the bar that the words are about.
  let anchor: (x: Double, y: Double)
  let left: Double
  /// Where the first line stands; moved down when there is no room.
  var y: Double

  private static let line = 16.0

  init(title: String?, text: String, look: String, anchor: (x: Double, y: Double), left: Double, width: Double) {
    let room = max(8, Int(width / LabelPlacer.letter))
    self.title = title
    self.lines = Self.wrapped(text, room)
    self.look = look
    self.anchor = anchor
    self.left = left
    y = anchor.y + 4
  }

  var height: Double { Double(lines.count + (title == nil ? 0 : 1)) * Self.line + 6 }

  var html: HTML {
    let (from, to) = (decimal(anchor.x), decimal(left - 4))
    let first: HTML =
      title.map { "<text class=\"strong\" x=\"\(decimal(left))\" y=\"\(decimal(y))\">\($0)</text>" } ?? ""
    let start = title == nil ? y : y + Self.line
    let texts = lines.enumerated().map { index, line -> HTML in
      let place = decimal(start + Double(index) * Self.line)
      return "<text class=\"\(look)\" x=\"\(decimal(left))\" y=\"\(place)\">\(line)</text>"
    }
    return """
      <path class="lead-line" fill="none" d="M\(from) \(decimal(anchor.y))L\(to) \(decimal(y - 4))"/>\(first)\(texts)
      """
  }

  /// Lines of at most so many letters, broken at blanks.
  static func wrapped(_ text: String, _ room: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= room {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
