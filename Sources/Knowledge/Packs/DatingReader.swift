import Documents
import Rules
import Vocabulary

/// Reads `from`, `until`, `seen` and `undated`: when a text held, as far as its source says.
struct DatingReader {
  static let keys = ["from", "until", "seen", "undated"]

  /// Whether a map says when it held.
  static func isDated(_ fields: Fields) -> Bool { keys.contains { fields.has($0) } }

  static func read(_ fields: Fields, _ citations: [Citation]) -> Version.Dating? {
    let from = fields.day("from")
    let until = fields.day("until")
    if fields.has("seen") {
      if from != nil || until != nil { fields.fault("expected either 'seen' or 'from' and 'until', found both") }
      return seen(fields, citations)
    }
    if let undated = fields.map("undated") {
      if from != nil || until != nil { fields.fault("expected either 'undated' or 'from' and 'until', found both") }
      _ = undated.require("retrieved", "'undated'").flatMap { undated.day($0, "retrieved") }
      let notBefore = undated.day("not_before")
      let notAfter = undated.day("not_after")
      undated.finish("'undated'", known: ["retrieved", "not_before", "not_after"])
      return .undated(notBefore: notBefore, notAfter: notAfter)
    }
    if let from {
      if let until, until < from { fields.fault("'until' \(until) lies before 'from' \(from)") }
      return .from(from, until: until)
    }
    if let until { return .until(until) }
    fields.fault("expected when this version held: from, until, seen or undated")
    return nil
  }

  /// A sighting must be a day that one of the cited sources gives for itself: the day a copy was read is none.
  private static func seen(_ fields: Fields, _ citations: [Citation]) -> Version.Dating? {
    guard let node = fields.take("seen") else { return nil }
    let nodes: [Node] = if case .list(let items) = node.content { items } else { [node] }
    let days = nodes.compactMap { fields.day($0, "seen") }
    guard let first = days.min(), let last = days.max() else { return nil }
    let dated = Set(citations.compactMap(\.source.dated))
    for day in days where !dated.contains(day) {
      let retrieved = citations.contains { $0.source.retrieved == day }
      fields.fault(
        retrieved
          ? "'seen' \(day) is only the day the copy was read: write `undated: { retrieved: \(day) }`"
          : "'seen' \(day) is not a day that a cited source gives for itself", node)
    }
    return .seen(first, last)
  }
}
