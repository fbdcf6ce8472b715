import HTML

/// The texture of a span on a strap, so that it reads without color.
struct Pattern {
  let id: String
  let definition: HTML
}

extension Sign {
  /// How a strap fills a span of this sign; plain fills need no pattern.
  var pattern: Pattern? {
    switch self {
    case .met, .going, .cond: nil
    case .due: Pattern(id: "p-due", definition: Self.hatched)
    case .likely: Pattern(id: "p-likely", definition: Self.waved)
    case .unlikely: Pattern(id: "p-unlikely", definition: Self.crossedOpen)
    case .unmet: Pattern(id: "p-unmet", definition: Self.crossed)
    case .review: Pattern(id: "p-review", definition: Self.dotted)
    case .unknown: Pattern(id: "p-unknown", definition: Self.dashed)
    case .conflict: Pattern(id: "p-conflict", definition: Self.arrows)
    }
  }

  private static let hatched: HTML = """
    <pattern id="p-due" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="p-due" width="8" height="8"/>\
    <path class="p-line-due" d="M-2 6L6 -2M2 10L10 2" stroke-width="2.6"/></pattern>
    """
  private static let waved: HTML = """
    <pattern id="p-likely" width="16" height="9" patternUnits="userSpaceOnUse"><rect class="p-bg" width="16" height="9"/>\
    <path class="p-line-likely" d="M0 4.5C2.7 1.5 5.3 1.5 8 4.5S13.3 7.5 16 4.5" stroke-width="1.6"/></pattern>
    """
  private static let crossedOpen: HTML = """
    <pattern id="p-unlikely" width="14" height="18" patternUnits="userSpaceOnUse">\
    <rect class="p-bg" width="14" height="18"/>\
    <path class="p-line-unlikely" d="M4.5 6.5l5 5M9.5 6.5l-5 5" stroke-width="1.6"/></pattern>
    """
  private static let crossed: HTML = """
    <pattern id="p-unmet" width="14" height="18" patternUnits="userSpaceOnUse">\
    <rect class="v-unmet" width="14" height="18"/>\
    <path class="p-line-unmet" d="M4.5 6.5l5 5M9.5 6.5l-5 5" stroke-width="1.3"/></pattern>
    """
  private static let dotted: HTML = """
    <pattern id="p-review" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="p-review" width="6" height="6"/>\
    <circle class="p-dot-review" cx="3" cy="3" r="1.5"/></pattern>
    """
  private static let dashed: HTML = """
    <pattern id="p-unknown" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect class="p-unknown" width="6" height="6"/>\
    <path class="p-line-unknown" d="M0 3h2.5" stroke-width="1.5"/></pattern>
    """
  private static let arrows: HTML = """
    <pattern id="p-conflict" width="16" height="10" patternUnits="userSpaceOnUse">\
    <rect class="p-conflict" width="16" height="10"/>\
    <path class="p-line-unknown" d="M2 5h4M10 5h4" stroke-width="1.6"/></pattern>
    """
}
