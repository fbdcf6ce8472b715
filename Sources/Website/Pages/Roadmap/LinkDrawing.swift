import HTML

/// An arrow from one bar to another: out of the first, then into the second.
struct LinkDrawing {
  /// Its corners, from its beginning to its tip.
  let corners: [(x: Double, y: Double)]

  /// In the drawing with time from left to right: down from the end of a bar, then down into the one that waits.
  static func down(from start: (x: Double, y: Double), to tip: (x: Double, y: Double)) -> LinkDrawing {
    // A step of a few units would look like a slip of the pen.
    if abs(start.x - tip.x) < 6 { return LinkDrawing(corners: [(tip.x, start.y), tip]) }
    let bend = tip.y - 9
    return LinkDrawing(corners: [start, (start.x, bend), (tip.x, bend), tip])
  }

  /// In the drawing with time running down: to the right from the end of a bar, and down where the other begins later.
  static func across(from start: (x: Double, y: Double), to tip: (x: Double, y: Double), width: Double) -> LinkDrawing {
    if tip.y - start.y < 10 { return LinkDrawing(corners: [start, (tip.x, start.y)]) }
    let middle = tip.x + width / 2
    return LinkDrawing(corners: [start, (middle, start.y), (middle, tip.y)])
  }

  var html: HTML {
    guard let tip = corners.last, let before = corners.dropLast().last else { return "" }
    let line = corners.enumerated().map { index, corner in
      "\(index == 0 ? "M" : "L")\(decimal(corner.x)) \(decimal(corner.y))"
    }
    let isDown = before.x == tip.x
    let (x, y) = (tip.x, tip.y)
    let head: [(Double, Double)] = isDown ? [(x - 4, y - 6), (x + 4, y - 6)] : [(x - 5, y - 3.5), (x - 5, y + 3.5)]
    let points = ([(x, y)] + head).map { "\(decimal($0.0)),\(decimal($0.1))" }.joined(separator: " ")
    return """
      <path class="link-line" fill="none" d="\(line.joined())"/><polygon class="link-tip" points="\(points)"/>
      """
  }

  /// The places that words keep clear of.
  var boxes: [Box] {
    zip(corners, corners.dropFirst()).map { a, b in
      Box(left: min(a.x, b.x) - 3, top: min(a.y, b.y), right: max(a.x, b.x) + 3, bottom: max(a.y, b.y))
    }
  }
}
