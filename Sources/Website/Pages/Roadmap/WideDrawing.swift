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
    var middles: [Double] = []
    for (index, lane) in drawing.lanes.enumerated() {
      let (html, height) = laneHTML(lane, index, top: top)
      pieces.append(html)
      middles.append(top + 18)
      top += height
    }
    let links = drawing.links.map { link in
      LinkDrawing.down(
        from: (linkStart(link), middles[link.from] + 13), to: (linkEnd(link), middles[link.to] - reach(link.to))
      ).html
    }
    let height = top + 26
    let size = "0 0 \(decimal(width)) \(decimal(height))"
    return """
      <svg class="chart" viewBox="\(size)" role="img" aria-labelledby="\(id)-title \(id)-text">\
      \(drawing.described(title, id: id, language))\(grid(bottom: top, language))\(links)\(pieces)\(today(bottom: top, language))</svg>

      """
  }

  private func linkStart(_ link: RoadmapDrawing.Link) -> Double { scale.placeAfter(link.done) - 3 }

  private func linkEnd(_ link: RoadmapDrawing.Link) -> Double {
    max(scale.place(link.begins) + 2, nameWidth)
  }

  /// How far a lane's bars reach up from its middle: a mark is taller.
  private func reach(_ lane: Int) -> Double {
    drawing.lanes[lane].bars.contains { $0.kind == .mark } ? 18 : 13
  }

  /// Months are named in the first line and today in the second, so that the line of today runs through no name.
  private func grid(bottom: Double, _ language: Language) -> HTML {
    let (low, tick) = (decimal(bottom), decimal(bottom - 6))
    let now = todayText(language)
    let lines = scale.months(room: 74, language).map { month -> HTML in
      let x = decimal(month.place)
      guard let label = month.label else {
        return "<line class=\"axis\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(tick)\" y2=\"\(low)\"/>"
      }
      let fits = month.place + 4 + LabelPlacer.width(label) <= width
      let text: HTML = fits ? "<text x=\"\(decimal(month.place + 4))\" y=\"20\">\(label)</text>" : ""
      let isCut = now.map { month.place > $0.start - 4 && month.place < $0.end + 4 } ?? false
      let high = isCut ? "50" : "8"
      return "<line class=\"grid-line\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(high)\" y2=\"\(low)\"/>\(text)"
    }
    let (left, right) = (decimal(nameWidth), decimal(width - 10))
    return "\(lines)<line class=\"axis\" x1=\"\(left)\" x2=\"\(right)\" y1=\"\(low)\" y2=\"\(low)\"/>"
  }

  /// One lane, and how high it came out.
  private func laneHTML(_ lane: RoadmapDrawing.Lane, _ index: Int, top: Double) -> (HTML, Double) {
    let middle = top + 18
    var placer = LabelPlacer()
    if isTodayDrawn {
      let x = scale.place(drawing.today.day)
      placer.take(Box(left: x - 3, top: top, right: x + 3, bottom: top + 300))
    }
    let boxes = lane.bars.map { box($0, middle: middle) }
    for box in boxes { placer.take(box) }
    for box in linkBoxes(index, top: top, middle: middle) { placer.take(box) }
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

  /// Where links run through a lane: words keep clear of them.
  private func linkBoxes(_ index: Int, top: Double, middle: Double) -> [Box] {
    drawing.links.flatMap { link -> [Box] in
      guard link.from <= index, index <= link.to else { return [] }
      let (start, end) = (linkStart(link), linkEnd(link))
      let column = abs(start - end) < 6 ? end : start
      if index < link.to {
        let high = index == link.from ? middle + 13 : top
        return [Box(left: column - 4, top: high, right: column + 4, bottom: top + 300)]
      }
      let (left, right) = (min(column, end) - 4, max(column, end) + 4)
      return [Box(left: left, top: top - 14, right: right, bottom: middle - 13)]
    }
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
    guard let now = todayText(language) else { return "" }
    let (x, low) = (decimal(scale.place(drawing.today.day)), decimal(bottom))
    return """
      <line class="today" x1="\(x)" x2="\(x)" y1="28" y2="\(low)"/><circle class="today-dot" cx="\(x)" cy="\(low)" r="6"/>\
      <text class="today-text" x="\(decimal(now.start))" y="42">\(now.text)</text>
      """
  }

  /// The words for today, and from where to where they stand: right of their line, or left of it at the end.
  private func todayText(_ language: Language) -> (text: String, start: Double, end: Double)? {
    guard isTodayDrawn else { return nil }
    let place = scale.place(drawing.today.day)
    let text = Phrase("Today, \(drawing.today.text)", "Hoy, \(drawing.today.text)")[language]
    let room = LabelPlacer.width(text) * 1.05
    let start = place + 8 + room <= width ? place + 8 : max(0, place - 8 - room)
    return (text, start, start + room)
  }
}
