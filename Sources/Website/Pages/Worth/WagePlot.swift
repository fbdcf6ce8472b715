import HTML
import Vocabulary

/// The percentiles of each edition on one scale of dollars: a line from the 10th to the 90th, a box from the 25th to the
/// 75th, a thick stroke at the median. Drawn with shapes, not with colors; the table beside it says the same.
struct WagePlot {
  let wages: [WorthPage.Wage]
  let language: Language

  /// Pixels from one edition to the next.
  private static let step = 58

  /// Whole ten thousands around everything that is drawn.
  private var scale: ClosedRange<Int>? {
    let all = wages.flatMap { $0.percentiles.compactMap(\.self) }
    guard let least = all.min(), let most = all.max() else { return nil }
    let (low, high) = (least / 10_000 * 10_000, (most + 9_999) / 10_000 * 10_000)
    return low...max(high, low + 10_000)
  }

  var html: HTML {
    guard let scale else { return "" }
    let rows = wages.enumerated().map { row($1, top: $0 * WagePlot.step + 24, scale) }
    let height = wages.count * WagePlot.step + 32
    let title = Phrase("Wages by edition", "Salarios por edición")[language]
    let text = Phrase(
      "Each line runs from the 10th to the 90th percentile, each box from the 25th to the 75th; the thick stroke is the median.",
      "Cada línea va del percentil 10 al 90, cada caja del 25 al 75; el trazo grueso es la mediana.")[language]
    return """
      <svg class="plot" width="100%" height="\(height)" role="img" aria-labelledby="plot-title plot-text">\
      <title id="plot-title">\(title)</title><desc id="plot-text">\(text)</desc>\(grid(scale, height))\(rows)</svg>
      <p class="fine">\(text)</p>

      """
  }

  private func place(_ dollars: Int, _ scale: ClosedRange<Int>) -> String {
    let share = Double(dollars - scale.lowerBound) / Double(scale.upperBound - scale.lowerBound)
    return decimal(1 + share * 98) + "%"
  }

  private func grid(_ scale: ClosedRange<Int>, _ height: Int) -> [HTML] {
    stride(from: scale.lowerBound, through: scale.upperBound, by: 10_000).map { dollars in
      let x = place(dollars, scale)
      let anchor =
        dollars == scale.lowerBound ? "start" : dollars == scale.upperBound ? "end" : "middle"
      return """
        <line class="grid-line" x1="\(x)" x2="\(x)" y1="20" y2="\(height)"/>\
        <text x="\(x)" y="14" text-anchor="\(anchor)">$\(dollars / 1000)k</text>
        """
    }
  }

  private func row(_ wage: WorthPage.Wage, top: Int, _ scale: ClosedRange<Int>) -> HTML {
    let middle = top + 36
    let found = wage.percentiles
    func at(_ index: Int) -> String? { index < found.count ? found[index].map { place($0, scale) } : nil }
    let median = wage.cells.count > 2 ? wage.cells[2] : ""
    let name = Phrase("\(wage.edition): median \(median)", "\(wage.edition): mediana \(median)")[language]
    var shapes: [HTML] = ["<text class=\"strong\" x=\"1%\" y=\"\(top + 18)\">\(name)</text>"]
    if let low = at(0), let high = at(4) {
      shapes.append("<line class=\"whisker\" x1=\"\(low)\" x2=\"\(high)\" y1=\"\(middle)\" y2=\"\(middle)\"/>")
      for x in [low, high] {
        shapes.append("<line class=\"whisker\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(middle - 6)\" y2=\"\(middle + 6)\"/>")
      }
    }
    if let left = found.count > 3 ? found[1] : nil, let right = found[3] {
      let width = decimal(Double(right - left) / Double(scale.upperBound - scale.lowerBound) * 98)
      shapes.append(
        "<rect class=\"middle\" x=\"\(place(left, scale))\" y=\"\(middle - 9)\" width=\"\(width)%\" height=\"18\"/>")
    }
    if let x = at(2) {
      shapes.append("<line class=\"median\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(middle - 12)\" y2=\"\(middle + 12)\"/>")
    }
    return "<g>\(shapes)</g>"
  }
}
