import Glibc
import HTML
import Vocabulary

/// Geometry of a fob watch, which hangs upside down: the twelve is at the foot and the hours run clockwise from there.
enum Dial {
  /// The point at an hour (0...12) on a circle, as "x y" with one decimal.
  static func point(hour: Double, radius: Double, center: (x: Double, y: Double)) -> (x: String, y: String) {
    let angle = hour / 12 * 2 * Double.pi
    return (decimal(center.x - radius * sin(angle)), decimal(center.y + radius * cos(angle)))
  }

  /// The path of an arc from one hour to another.
  static func arc(from: Double, to: Double, radius: Double, center: (x: Double, y: Double)) -> String {
    let (start, end) = (
      point(hour: from, radius: radius, center: center), point(hour: to, radius: radius, center: center)
    )
    let circle = decimal(radius)
    return "M\(start.x) \(start.y)A\(circle) \(circle) 0 \(to - from > 6 ? 1 : 0) 1 \(end.x) \(end.y)"
  }
}

/// A number with one decimal at most, for SVG.
func decimal(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  return abs(tenths) % 10 == 0 ? "\(tenths / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

/// The counter of a question: twelve hours at most, the answered ones in ink, the present one in gentian.
struct QuestionCounter {
  let number: Int
  let atMost: Int

  func html(_ language: Language) -> HTML {
    let count = max(atMost, number, 1)
    let step = 12 / Double(count)
    let gap = min(0.13, step / 6)
    let arcs = (0..<count).map { index -> HTML in
      let state = index + 1 < number ? "on" : index + 1 == number ? "now" : "off"
      let start = Double(index) * step
      let path = Dial.arc(from: start + gap, to: start + step - gap, radius: 20, center: (24, 24))
      return "<path class=\"\(state)\" d=\"\(path)\"/>"
    }
    let first = Phrase("Question \(number)", "Pregunta \(number)")[language]
    let second = Phrase("of \(count) at most", "de \(count) como máximo")[language]
    return """
      <p class="count"><svg viewBox="0 0 48 48" aria-hidden="true">\(arcs)<text x="24" y="29.5">\(number)</text></svg> \
      <span>\(first) <br>\(second)</span></p>

      """
  }
}
