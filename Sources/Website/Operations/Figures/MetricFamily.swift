/// Figures of one name, as Prometheus reads them (text format 0.0.4).
struct MetricFamily: Sendable {
  enum Kind: String, Sendable { case counter, gauge, histogram }

  private let name: String
  private let kind: Kind
  private let help: String
  private var lines: [String] = []

  init(_ name: String, _ kind: Kind, _ help: String) {
    self.name = name
    self.kind = kind
    self.help = help
  }

  /// A family of one figure without labels.
  init(_ name: String, _ kind: Kind, _ help: String, value: Double) {
    self.init(name, kind, help)
    add(value)
  }

  mutating func add(_ value: Double, _ labels: [(String, String)] = []) {
    lines.append(name + Self.text(labels) + " " + Self.text(value))
  }

  mutating func add(_ histogram: Histogram, _ labels: [(String, String)]) {
    var below: UInt64 = 0
    for (index, count) in histogram.counts.enumerated() {
      below += count
      let bound = index < Histogram.bounds.count ? Self.text(Histogram.bounds[index].inSeconds) : "+Inf"
      lines.append("\(name)_bucket\(Self.text(labels + [("le", bound)])) \(below)")
    }
    lines.append("\(name)_sum\(Self.text(labels)) \(Self.text(histogram.sum.inSeconds))")
    lines.append("\(name)_count\(Self.text(labels)) \(below)")
  }

  /// With its figures in the order of their labels.
  var sorted: MetricFamily {
    var result = self
    result.lines.sort()
    return result
  }

  var text: String {
    "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n" + lines.map { $0 + "\n" }.joined()
  }

  private static func text(_ labels: [(String, String)]) -> String {
    guard !labels.isEmpty else { return "" }
    return "{" + labels.map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(separator: ",") + "}"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
  }

  private static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}
