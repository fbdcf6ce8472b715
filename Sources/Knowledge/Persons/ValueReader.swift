import Documents
import Rules
import Vocabulary

/// Reads one field of a record.
struct ValueReader {
  let fields: Fields
  let credentials: Set<String>

  func read(_ node: Node, _ field: Field) -> FactValue {
    if case .scalar("unknown", _) = node.content { return .unknown }
    switch field.content {
    case .day: return day(node, field.name) ?? .unknown
    case .amount(let unit): return amount(node, field.name, unit)
    case .flag: return flag(node, field.name)
    case .choice(let allowed):
      guard let word = fields.scalar(node, field.name) else { return .unknown }
      if !allowed.contains(word) { fault(field.name, allowed, word, node) }
      return .word(word)
    case .set(let allowed):
      guard let words = fields.words(node, field.name) else { return .unknown }
      for word in words where !allowed.contains(word) { fault(field.name, allowed, word, node) }
      return .words(Set(words))
    case .name: return name(node, field)
    case .spans(let allowed): return spans(node, field.name, allowed)
    }
  }

  private func fault(_ name: String, _ allowed: [String], _ found: String, _ node: Node) {
    fields.fault("expected one of \(allowed.joined(separator: ", ")) for '\(name)', found '\(found)'", node)
  }

  private func day(_ node: Node, _ name: String) -> FactValue? {
    switch node.content {
    case .scalar("never", _): return .never
    case .scalar(let text, _):
      guard let days = DayInterval(partial: text) else {
        fields.fault(
          "expected a day like 2026-11-22, a month like 2026-11, a year, a range like 2026-11-01..2026-11-22, { expected: DAY } or never for '\(name)'; found '\(text)'",
          node)
        return nil
      }
      return .day(days, expected: false)
    case .map(let entries) where entries.count == 1 && entries[0].key == "expected":
      guard let text = fields.scalar(entries[0].value, "expected") else { return nil }
      guard let days = DayInterval(partial: text) else {
        fields.fault("expected a day or a month for the expected '\(name)', found '\(text)'", entries[0].value)
        return nil
      }
      return .day(days, expected: true)
    default:
      fields.fault("expected a day for '\(name)', found \(node.kindName)", node)
      return nil
    }
  }

  private func amount(_ node: Node, _ name: String, _ unit: String) -> FactValue {
    func read(_ text: String?) -> Quantity? {
      guard let text else { return nil }
      let parts = text.split(separator: " ", maxSplits: 1)
      if parts.count == 2, parts[1] != unit {
        fields.fault("expected \(unit) for '\(name)', found '\(text)'", node)
        return nil
      }
      guard let first = parts.first, let amount = Quantity(String(first)) else {
        fields.fault("expected a number for '\(name)', found '\(text)'", node)
        return nil
      }
      return amount
    }
    guard case .map = node.content else {
      return read(fields.scalar(node, name)).map { .amount(low: $0, high: $0) } ?? .unknown
    }
    guard let inner = Fields(node, fields.file, fields.faults, what: "'\(name)'") else { return .unknown }
    let low = read(inner.text("at_least")) ?? .zero
    let high = read(inner.text("at_most")) ?? .unbounded
    inner.finish("'\(name)'", known: ["at_least", "at_most"])
    if high < low { fields.fault("'at_most' \(high) is below 'at_least' \(low) for '\(name)'", node) }
    return .amount(low: low, high: max(low, high))
  }

  private func flag(_ node: Node, _ name: String) -> FactValue {
    guard let text = fields.scalar(node, name) else { return .unknown }
    guard text == "true" || text == "false" else {
      fields.fault("expected true or false for '\(name)', found '\(text)'", node)
      return .unknown
    }
    return .flag(text == "true")
  }

  /// A name; where it is a credential, one that exists.
  private func name(_ node: Node, _ field: Field) -> FactValue {
    guard let text = fields.scalar(node, field.name) else { return .unknown }
    if text.isEmpty || text.utf8.count > 300 { fields.fault("expected 1 to 300 characters for '\(field.name)'", node) }
    if field.name == "of" || field.path == "activity.for" {
      if !credentials.contains(text) {
        let known = credentials.sorted().joined(separator: ", ")
        fields.fault("unknown credential '\(text)'; known here: \(known). Write the body with the letters", node)
      }
    }
    return .word(text)
  }

  private func spans(_ node: Node, _ name: String, _ allowed: [String]) -> FactValue {
    if case .scalar("none", _) = node.content { return .spans([]) }
    guard let items = fields.list(node, name) else { return .unknown }
    return .spans(items.compactMap { span($0, name, allowed) })
  }

  private func span(_ node: Node, _ name: String, _ allowed: [String]) -> FactValue.Span? {
    guard let inner = Fields(node, fields.file, fields.faults, what: "a span of '\(name)'") else { return nil }
    let keys = ["by", "from", "known_from", "until", "known_through"]
    defer { inner.finish("a span of '\(name)'", known: keys) }
    guard let by = inner.require("by", "a span of '\(name)'").flatMap({ inner.scalar($0, "by") }) else { return nil }
    if !allowed.contains(by) { fault("by", allowed, by, node) }
    var begins = DayInterval.always
    var ends = DayInterval(.distantFuture)
    if let from = inner.take("from"), case .day(let days, _)? = day(from, "from") { begins = days }
    if let until = inner.take("until"), case .day(let days, _)? = day(until, "until") { ends = days }
    // Days on which it is known to have held; it may have begun before, and ended after.
    if let day = inner.day("known_from") {
      if begins != .always { inner.fault("expected 'from' or 'known_from', found both") }
      begins = DayInterval(.distantPast, day)
    }
    if let day = inner.day("known_through") {
      if ends.first.isFinite { inner.fault("expected 'until' or 'known_through', found both") }
      ends = DayInterval(day, .distantFuture)
    }
    // A beginning that nobody gave lies somewhere before the end.
    if begins == .always, ends.last.isFinite { begins = DayInterval(.distantPast, ends.last) }
    if ends.last < begins.first { inner.fault("the span of '\(name)' ends before it begins") }
    return FactValue.Span(by: by, begins: begins, ends: ends)
  }
}
