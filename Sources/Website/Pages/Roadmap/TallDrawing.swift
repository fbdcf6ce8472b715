import HTML
import Vocabulary

/// The drawing for a phone, with time running down: bars at the left, words at the right, moved down where they meet.
struct TallDrawing {
  private let drawing: RoadmapDrawing
  private let scale: TimeScale
  private let left = 54.0
  private let pitch = 20.0
  private let width = 330.0

  init(_ drawing: RoadmapDrawing) {
    self.drawing = drawing
    let length = min(max(Double(drawing.from.days(to: drawing.through)) * 0.85, 420), 760)
    scale = TimeScale(from: drawing.from, through: drawing.through, start: 20, end: 20 + length)
  }

  func html(_ title: String, _ language: Language) -> HTML {
    let labels = words()
    let height = max(scale.end, labels.last.map { $0.y + 26 } ?? 0) + 16
    let shapes = drawing.lanes.enumerated().map { lane, content -> HTML in
      "\(content.bars.map { shape($0, lane: lane) })"
    }
    let links = drawing.links.map { link($0).html }
    return """
      <svg class="chart" viewBox="0 0 330 \(decimal(height))" role="img" aria-labelledby="tall-title tall-text">\
      \(drawing.described(title, id: "tall", language))\(grid(language))\(today(language))\(shapes)\(links)\(labels.map { $0.html })</svg>

      """
  }

  private func grid(_ language: Language) -> HTML {
    let lines = scale.months(room: 34, language).compactMap { month -> HTML? in
      guard let label = month.label else { return nil }
      let y = decimal(month.place)
      let end = decimal(textLeft - 10)
      return """
        <line class="grid-line" x1="\(decimal(left - 6))" x2="\(end)" y1="\(y)" y2="\(y)"/>\
        <text x="0" y="\(decimal(month.place + 4))">\(label.split(separator: " ").first.map(String.init) ?? label)</text>\
        \(year(label, month.place))
        """
    }
    return "\(lines)"
  }

  /// The year stands under the month it belongs to.
  private func year(_ label: String, _ place: Double) -> HTML {
    guard let year = label.split(separator: " ").dropFirst().first else { return "" }
    return "<text x=\"0\" y=\"\(decimal(place + 18))\">\(String(year))</text>"
  }

  private var textLeft: Double { left + pitch * Double(drawing.lanes.count) + 14 }

  private func shape(_ bar: RoadmapDrawing.Bar, lane: Int) -> HTML {
    let x = left + pitch * Double(lane)
    let (top, bottom) = (scale.place(bar.from), scale.placeAfter(bar.through))
    switch bar.kind {
    case .done: return rectangle("bar-done", x, top, 14, bottom - top)
    case .window: return rectangle("window", x, top, 14, bottom - top)
    case .certified: return rectangle("bar-will", x, top, 14, bottom - top)
    case .mark: return rectangle("bar-plan", x - 3, top - 4, 20, 8)
    case .deadline:
      let y = decimal(bottom)
      return
        "<line class=\"ln-due\" x1=\"\(decimal(x - 3))\" x2=\"\(decimal(x + 17))\" y1=\"\(y)\" y2=\"\(y)\" stroke-width=\"4\"/>"
    case .plan:
      let past = min(max(scale.place(drawing.today.day) - top, 0), bottom - top)
      let done: HTML = drawing.today.day > bar.from ? rectangle("bar-done", x, top, 14, past) : ""
      return rectangle("bar-plan", x, top, 14, bottom - top) + done
    }
  }

  private func link(_ link: RoadmapDrawing.Link) -> LinkDrawing {
    let (from, to) = (left + pitch * Double(link.from), left + pitch * Double(link.to))
    return .across(
      from: (from + 14, scale.placeAfter(link.done)), to: (to, scale.place(link.begins)), width: 14)
  }

  private func rectangle(_ look: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double) -> HTML {
    """
    <rect class="\(look)" x="\(decimal(x))" y="\(decimal(y))" width="\(decimal(width))" \
    height="\(decimal(max(height, 4)))" rx="4"/>
    """
  }

  private func today(_ language: Language) -> HTML {
    guard drawing.today.day >= drawing.from, drawing.today.day <= drawing.through else { return "" }
    let y = decimal(scale.place(drawing.today.day))
    return "<line class=\"today\" x1=\"\(decimal(left - 6))\" x2=\"\(decimal(textLeft - 6))\" y1=\"\(y)\" y2=\"\(y)\"/>"
  }

  /// All labels from top to bottom; each is moved down until it is clear of the one above.
  private func words() -> [TallLabel] {
    var labels: [TallLabel] = []
    for (lane, content) in drawing.lanes.enumerated() {
      let x = left + pitch * Double(lane) + 14
      for (index, bar) in content.bars.enumerated() where index == 0 || bar.label != nil {
        let title = index == 0 ? content.name : nil
        labels.append(label(title: title, text: bar.label, anchor: (x, anchor(bar)), look: "plain"))
      }
    }
    if drawing.today.day >= drawing.from, drawing.today.day <= drawing.through {
      let place = scale.place(drawing.today.day)
      labels.append(label(title: nil, text: drawing.today.text, anchor: (textLeft - 6, place), look: "today-text"))
    }
    labels.sort { ($0.y, $0.anchor.x) < ($1.y, $1.anchor.x) }
    for index in labels.indices.dropFirst() {
      labels[index].y = max(labels[index].y, labels[index - 1].y + labels[index - 1].height)
    }
    return labels
  }

  private func label(title: String?, text: String?, anchor: (x: Double, y: Double), look: String) -> TallLabel {
    TallLabel(title: title, text: text ?? "", look: look, anchor: anchor, left: textLeft, width: width - textLeft)
  }

  private func anchor(_ bar: RoadmapDrawing.Bar) -> Double {
    switch bar.kind {
    case .mark: scale.place(bar.from)
    case .deadline: scale.placeAfter(bar.through)
    case .done, .plan, .window, .certified: scale.place(bar.from) + 3
    }
  }
}
