import HTML
public import Vocabulary

/// Time laid flat: every verdict is a span, and today is a line. Its text equal is a table on the same page.
public struct Strap: Sendable, Hashable {
  /// Days with one verdict.
  public struct Span: Sendable, Hashable {
    public let sign: Sign
    /// The last day that counts; the next span begins the day after.
    public let through: CivilDate

    public init(_ sign: Sign, through: CivilDate) {
      self.sign = sign
      self.through = through
    }
  }

  public let from: CivilDate
  /// In order of time, without gaps.
  public let spans: [Span]
  public let today: CivilDate?
  /// The same in words, for who cannot see it.
  public let label: String

  public init(from: CivilDate, spans: [Span], today: CivilDate?, label: String) {
    self.from = from
    self.spans = spans
    self.today = today
    self.label = label
  }

  var html: HTML {
    guard let last = spans.last?.through, last >= from else { return "" }
    let length = Double(from.days(to: last) + 1)
    func place(_ day: CivilDate) -> Double { min(max(Double(from.days(to: day)) / length, 0), 1) }
    var pieces: [HTML] = []
    var start = from
    for span in spans {
      let (left, right) = (place(start), place(span.through.next))
      pieces.append(bar(span.sign, left, right))
      if start > from { pieces.append(cut(left)) }
      start = span.through.next
    }
    if let today, today >= from, today <= last {
      let x = percent(place(today))
      pieces.append("<line class=\"today\" x1=\"\(x)\" x2=\"\(x)\" y1=\"-5\" y2=\"36\"/>")
    }
    return "<svg class=\"strap tall\" role=\"img\" aria-label=\"\(label)\">\(pieces)</svg>\n"
  }

  private func bar(_ sign: Sign, _ left: Double, _ right: Double) -> HTML {
    let (x, width) = (percent(left), percent(right - left))
    if let pattern = sign.pattern {
      let fill = "url(#\(pattern.id))"
      return "<rect x=\"\(x)\" width=\"\(width)\" height=\"100%\" rx=\"2\" fill=\"\(fill)\"\(Self.edge(sign))/>"
    }
    return "<rect class=\"v-\(sign.rawValue)\" x=\"\(x)\" width=\"\(width)\" height=\"100%\" rx=\"2\"/>"
  }

  /// The unfilled signs have an edge, as their chips do.
  static func edge(_ sign: Sign) -> HTML {
    switch sign {
    case .likely: " class=\"edge-likely\" stroke-width=\"1.5\""
    case .unlikely: " class=\"edge-unlikely\" stroke-width=\"1.5\""
    case .met, .unmet, .due, .review, .unknown, .conflict, .going, .cond: ""
    }
  }

  private func cut(_ share: Double) -> HTML {
    "<line class=\"cut-line\" x1=\"\(percent(share))\" x2=\"\(percent(share))\" y1=\"-4\" y2=\"32\"/>"
  }
}
