import HTML
import Vocabulary

/// The drawing with time from left to right: one lane a step, words where there is room.
struct WideDrawing {
  private let drawing: RoadmapDrawing
  private let width: Double
  private let id: String
  private let scale: TimeScale
  private let nameWidth: Double

  init(_ drawing: RoadmapDrawing, width: Double, id: String) {
    self.drawing = drawing
    self.width = width
    self.id = id
    let longest = drawing.lanes.map { LabelPlacer.width($0.name) * 1.08 }.max() ?? 0
    nameWidth = max(80, longest + 16)
    scale = TimeScale(from: drawing.from, through: drawing.through, start: nameWidth, end: width - 10)
  }

  func html(_ title: String, _ language: Language) -> HTML {
    var top = 62.0
    var pieces: [HTML] = []
    for lane in drawing.lanes {
      let (html, height) = laneHTML(lane, top: top)
      pieces.append(html)
      top += height
    }
    let height = top + 26
    let size = "0 0 \(decimal(width)) \(decimal(height))"
    return """
      <svg class="chart" viewBox="\(size)" role="img" aria-labelledby="\(id)-title \(id)-text">\
      \(drawing.described(title, id: id, language))\(grid(bottom: top, language))\(pieces)\(today(bottom: top, language))</svg>

      """
  }

  private func grid(bottom: Double, _ language: Language) -> HTML {
    let (low, tick) = (decimal(bottom), decimal(bottom - 6))
    let lines = scale.months(room: 74, language).map { month -> HTML in
      let x = decimal(month.place)
      guard let label = month.label else {
        return "<line class=\"axis\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(tick)\" y2=\"\(low)\"/>"
      }
      let fits = month.place + 4 + LabelPlacer.width(label) <= width
      let text: HTML = fits ? "<text x=\"\(decimal(month.place + 4))\" y=\"46\">\(label)</text>" : ""
      return "<line class=\"grid-line\" x1=\"\(x)\" x2=\"\(x)\" y1=\"34\" y2=\"\(low)\"/>\(text)"
    }
    let (left, right) = (decimal(nameWidth), decimal(width - 10))
    return "\(lines)<line class=\"axis\" x1=\"\(left)\" x2=\"\(right)\" y1=\"\(low)\" y2=\"\(low)\"/>"
  }

  /// One lane, and how high it came out.
  private func laneHTML(_ lane: RoadmapDrawing.Lane, top: Double) -> (HTML, Double) {
    let middle = top + 18
    var placer = LabelPlacer()
    if isTodayDrawn {
      let x = scale.place(drawing.today.day)
      placer.take(Box(left: x - 3, top: top, right: x + 3, bottom: top + 300))
    }
    let boxes = lane.bars.map { box($0, middle: middle) }
    for box in boxes { placer.take(box) }
    let shapes = zip(lane.bars, boxes).map { shape($0, $1) }
    var lowest = middle + 16
    let texts = zip(lane.bars, boxes).compactMap { bar, box -> HTML? in
      guard let label = bar.label else { return nil }
      let inside = bar.kind == .plan || bar.kind == .window || bar.kind == .certified
      let place = placer.place(
        label, bar: box, at: bar.labelEnd, from: nameWidth, to: width - 2, inside: inside)
      lowest = max(lowest, place.y + LabelPlacer.line / 2)
      let look: HTML = bar.kind == .mark ? " class=\"strong\"" : ""
      return "<text\(look) x=\"\(decimal(place.x))\" y=\"\(decimal(place.y + 4.5))\">\(label)</text>"
    }
    let name: HTML = "<text class=\"strong\" x=\"0\" y=\"\(decimal(middle + 4.5))\">\(lane.name)</text>"
    return ("\(name)\(shapes)\(texts)", lowest - top + 14)
  }

  private func box(_ bar: RoadmapDrawing.Bar, middle: Double) -> Box {
    let (left, right) = (scale.place(bar.from), scale.placeAfter(bar.through))
    switch bar.kind {
    case .done, .plan, .window, .certified:
      return Box(left: left, top: middle - 13, right: max(right, left + 6), bottom: middle + 13)
    case .mark: return Box(left: left - 4.5, top: middle - 18, right: left + 4.5, bottom: middle + 18)
    case .deadline: return Box(left: right - 2, top: middle - 18, right: right + 2, bottom: middle + 18)
    }
  }

  private func shape(_ bar: RoadmapDrawing.Bar, _ box: Box) -> HTML {
    switch bar.kind {
    case .done: return rectangle("bar-done", box)
    case .window: return rectangle("window", box)
    case .certified: return rectangle("bar-will", box)
    case .mark: return rectangle("bar-plan", box)
    case .deadline:
      let x = decimal((box.left + box.right) / 2)
      let (high, low) = (decimal(box.top), decimal(box.bottom))
      return "<line class=\"ln-due\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(high)\" y2=\"\(low)\" stroke-width=\"4\"/>"
    case .plan:
      guard isTodayDrawn, drawing.today.day > bar.from else { return rectangle("bar-plan", box) }
      var past = box
      past.right = min(box.right, scale.place(drawing.today.day))
      return rectangle("bar-plan", box) + rectangle("bar-done", past)
    }
  }

  private func rectangle(_ look: String, _ box: Box) -> HTML {
    """
    <rect class="\(look)" x="\(decimal(box.left))" y="\(decimal(box.top))" width="\(decimal(box.right - box.left))" \
    height="\(decimal(box.bottom - box.top))" rx="4"/>
    """
  }

  private var isTodayDrawn: Bool { drawing.today.day >= drawing.from && drawing.today.day <= drawing.through }

  private func today(bottom: Double, _ language: Language) -> HTML {
    guard isTodayDrawn else { return "" }
    let place = scale.place(drawing.today.day)
    let text = Phrase("Today, \(drawing.today.text)", "Hoy, \(drawing.today.text)")[language]
    let room = LabelPlacer.width(text) * 1.05
    let start = place + 8 + room <= width ? place + 8 : max(0, place - 8 - room)
    let (x, low) = (decimal(place), decimal(bottom))
    return """
      <line class="today" x1="\(x)" x2="\(x)" y1="30" y2="\(low)"/><circle class="today-dot" cx="\(x)" cy="\(low)" r="6"/>\
      <text class="today-text" x="\(decimal(start))" y="20">\(text)</text>
      """
  }
}
