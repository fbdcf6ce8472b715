/// A rectangle of a drawing.
struct Box: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}

/// Finds room for words, so that no label lies on another, on a bar that is not its own, or on the line of today.
struct LabelPlacer {
  /// Height of a line of words.
  static let line = 18.0
  /// Width of one letter at 13 units; a little wide, so that words never touch.
  static let letter = 7.1

  private(set) var taken: [Box] = []

  mutating func take(_ box: Box) { taken.append(box) }

  static func width(_ text: String) -> Double { Double(text.count) * letter }

  /// The left end of the words, and the middle of their line.
  ///
  /// Tried in this order: beside or inside the end of the bar that the words are about, then line by line below it.
  mutating func place(
    _ text: String, bar: Box, at end: RoadmapDrawing.LabelEnd, from: Double, to: Double, inside: Bool
  ) -> (x: Double, y: Double) {
    let width = Self.width(text)
    let middle = (bar.top + bar.bottom) / 2
    if inside, bar.right - bar.left >= width + 16 {
      let x = end == .start ? bar.left + 8 : bar.right - 8 - width
      let box = Self.box(x, middle, width)
      if !taken.contains(where: { $0 != bar && box.overlaps($0) }) { return keep((x, middle), width) }
    }
    let (left, right) = ((x: bar.left - 8 - width, y: middle), (x: bar.right + 8, y: middle))
    var candidates = end == .start && bar.right - bar.left > 12 ? [left] : [right, left]
    let within = (start: min(bar.left, to - width), end: max(from, bar.right - width))
    for row in 0..<6 {
      let y = bar.bottom + 4 + Self.line * (Double(row) + 0.5)
      let (near, far) = end == .start ? (within.start, within.end) : (within.end, within.start)
      candidates += [(near, y), (far, y)]
    }
    for candidate in candidates {
      let box = Self.box(candidate.x, candidate.y, width)
      if box.left >= from - 3, box.right <= to + 3, !taken.contains(where: box.overlaps) {
        return keep(candidate, width)
      }
    }
    return keep((max(from, to - width), bar.bottom + 4 + Self.line * 6.5), width)
  }

  private mutating func keep(_ place: (x: Double, y: Double), _ width: Double) -> (x: Double, y: Double) {
    take(Self.box(place.x, place.y, width))
    return place
  }

  private static func box(_ x: Double, _ y: Double, _ width: Double) -> Box {
    Box(left: x - 3, top: y - line / 2, right: x + width + 3, bottom: y + line / 2)
  }
}
