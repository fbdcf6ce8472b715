/// How long something took, counted by size.
struct Histogram: Sendable {
  /// The upper ends of the classes, each included; above the last one there is one more class.
  static let bounds: [Duration] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000].map {
    .milliseconds($0)
  }

  /// One a class, not summed.
  private(set) var counts = [UInt64](repeating: 0, count: bounds.count + 1)
  private(set) var sum = Duration.zero

  mutating func add(_ duration: Duration) {
    counts[Self.bounds.firstIndex { duration <= $0 } ?? Self.bounds.count] += 1
    sum += duration
  }
}

extension Duration {
  /// In seconds, as far as a binary number can say it.
  var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
