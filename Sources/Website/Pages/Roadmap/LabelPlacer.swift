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
    for side in end == .start && bar.right - bar.left > 12 ? [left] : [right, left] {
      if let place = free(side, width, from: from, to: to, shifts: 2) { return keep(place, width) }
    }
    let within = (start: min(bar.left, to - width), end: max(from, bar.right - width))
    // Beside an arrow that leaves the bar: a little to the right of its beginning, or up to it from the left.
    let (beside, before) = (min(bar.left + 16, to - width), max(from, bar.left + 20 - width))
    let ends =
      end == .start
      ? [within.start, beside, before, within.end] : [within.end, within.start, beside]
    let rows = (0..<6).flatMap { row in ends.map { (x: $0, y: bar.bottom + 4 + Self.line * (Double(row) + 0.5)) } }
    for row in rows {
      if let place = free(row, width, from: from, to: to, shifts: 0) { return keep(place, width) }
    }
    return keep((max(from, to - width), bar.bottom + 4 + Self.line * 6.5), width)
  }

  /// The place itself, or one a little to the right, past what is in its way.
  private func free(_ place: (x: Double, y: Double), _ width: Double, from: Double, to: Double, shifts: Int) -> (
    x: Double, y: Double
  )? {
    var x = place.x
    for _ in 0...shifts {
      let box = Self.box(x, place.y, width)
      guard box.left >= from - 3, box.right <= to + 3, x - place.x < 140 else { return nil }
      guard let hurdle = taken.filter(box.overlaps).map(\.right).max() else { return (x, place.y) }
      x = hurdle + 8
    }
    return nil
  }

  private mutating func keep(_ place: (x: Double, y: Double), _ width: Double) -> (x: Double, y: Double) {
    take(Self.box(place.x, place.y, width))
    return place
  }

  private static func box(_ x: Double, _ y: Double, _ width: Double) -> Box {
    Box(left: x - 3, top: y - line / 2, right: x + width + 3, bottom: y + line / 2)
  }
}
