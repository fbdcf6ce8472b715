import Foundation

/// Time that this process spent computing, in seconds: other work on the machine counts little.
enum Clock {
  static func cpu() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Computing time of a body, in seconds.
  static func seconds<Result>(_ body: () throws -> Result) rethrows -> (Double, Result) {
    let start = cpu()
    let result = try body()
    return (cpu() - start, result)
  }
}

/// Median, 95th percentile and greatest of a list of numbers.
struct Spread {
  let median: Double
  let p95: Double
  let greatest: Double

  init(_ values: [Double]) {
    let sorted = values.sorted()
    func at(_ share: Double) -> Double {
      sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
    median = at(0.5)
    p95 = at(0.95)
    greatest = sorted.last ?? 0
  }

  func text(_ format: String = "%.1f") -> String {
    String(format: "median \(format), p95 \(format), max \(format)", median, p95, greatest)
  }
}
