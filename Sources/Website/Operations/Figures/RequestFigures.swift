import Synchronization

/// How many requests there were and how long they took, by pattern of route; by nothing that tells who asked.
final class RequestFigures: Sendable {
  /// What requests are counted by.
  struct Kind: Hashable {
    let pattern: RoutePattern
    let method: AskedMethod
    /// The first digit of the status.
    let statusClass: Int
  }

  private struct Kept {
    var counts: [Kind: UInt64] = [:]
    var durations: [RoutePattern: Histogram] = [:]
  }

  private let kept = Mutex(Kept())

  func add(_ pattern: RoutePattern, _ method: AskedMethod, status: Int, took duration: Duration) {
    let kind = Kind(pattern: pattern, method: method, statusClass: status / 100)
    kept.withLock { kept in
      kept.counts[kind, default: 0] += 1
      kept.durations[pattern, default: Histogram()].add(duration)
    }
  }

  /// The figures as they are now, in the order of their labels.
  var families: [MetricFamily] {
    let (counts, durations) = kept.withLock { ($0.counts, $0.durations) }
    var requests = MetricFamily(
      "fobwatch_http_requests_total", .counter, "Requests answered, by pattern of route, method and class of status.")
    for (kind, count) in counts {
      requests.add(
        Double(count),
        [("route", kind.pattern.text), ("method", kind.method.text), ("status", "\(kind.statusClass)xx")])
    }
    var times = MetricFamily(
      "fobwatch_http_request_duration_seconds", .histogram, "From the head of the request to the answer.")
    for (pattern, histogram) in durations.sorted(by: { $0.key.text < $1.key.text }) {
      times.add(histogram, [("route", pattern.text)])
    }
    return [requests.sorted, times]
  }
}
