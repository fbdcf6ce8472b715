import Documents
import Rules
import Vocabulary

/// Windows around an event, and how two facts of a record stand to each other.
extension LeafReader {
  func window(_ word: String, _ node: Node) -> Leaf? {
    guard let inner = inner(node, word) else { return nil }
    defer { inner.finish("'\(word)'", known: ["days", "months", "before", "after", "counted_from", "day"]) }
    if word == "no_later_than" || word == "not_before", let day = inner.day("day") {
      let offset = Offset(count: 0, unit: .days)
      return .window(
        word == "not_before"
          ? Window(event: .day(day), lower: offset, upper: nil) : Window(event: .day(day), lower: nil, upper: offset))
    }
    let isBefore = inner.has("before")
    guard let anchor = inner.take("before") ?? inner.take("after") else {
      fields.fault("expected 'before' or 'after' with an event in '\(word)'", node)
      return nil
    }
    guard let event = event(anchor), let length = offset(inner, node, sign: isBefore ? -1 : 1) else { return nil }
    let zero = Offset(count: 0, unit: .days)
    let late = Offset(count: length.count, unit: length.unit, extraDays: 1)
    let window =
      switch (word, isBefore) {
      case ("within", true): Window(event: event, lower: length, upper: zero)
      case ("within", false): Window(event: event, lower: zero, upper: length)
      case ("not_before", _): Window(event: event, lower: length, upper: nil)
      case ("later_than", _): Window(event: event, lower: late, upper: nil)
      default: Window(event: event, lower: nil, upper: length)
      }
    return .window(window)
  }

  /// `{ health: { type: [influenza] }, from: 10-01, through: 03-31, given_from: 07-01 }`.
  func inSeason(_ node: Node) -> Leaf? {
    guard let inner = inner(node, "in_season") else { return nil }
    func day(_ key: String) -> Season.YearDay? {
      guard let node = inner.require(key, "'in_season'"), let text = inner.scalar(node, key) else { return nil }
      guard let day = Season.YearDay(text) else {
        fields.fault("expected a day of every year like 10-01 for '\(key)', found '\(text)'", node)
        return nil
      }
      return day
    }
    let from = day("from")
    let through = day("through")
    let given = day("given_from")
    guard let name = inner.remaining.first?.key, let kind = EvidenceKind(rawValue: name), let words = inner.take(name),
      let conditions = conditions(words, kind), let field = kind.fields.first(where: { $0.content == .day })
    else {
      fields.fault("expected a kind of record in 'in_season', like { health: { type: [influenza] } }", node)
      return nil
    }
    inner.finish("'in_season'", known: [name, "from", "through", "given_from"])
    guard let from, let through, let given else { return nil }
    return .inSeason(
      Season(
        filter: RecordFilter(kind: kind, words: conditions), day: field, from: from, through: through,
        givenFrom: given))
  }

  /// `days: 30`, or `months: 12` with `counted_from`.
  func offset(_ inner: Fields, _ node: Node, sign: Int) -> Offset? {
    if let days = inner.int("days") { return Offset(count: sign * days, unit: .days) }
    guard let months = inner.int("months") else {
      fields.fault("expected 'days' or 'months'", node)
      return nil
    }
    guard let counted = inner.text("counted_from") else {
      fields.fault("expected 'counted_from' (event, day or end_of_month) beside 'months'", node)
      return nil
    }
    let units: [String: Offset.Unit] = [
      "event": .monthsFromEvent, "day": .monthsFromDay, "end_of_month": .monthsToEndOfMonth,
    ]
    guard let unit = units[counted] else {
      fields.fault("expected event, day or end_of_month for 'counted_from', found '\(counted)'", node)
      return nil
    }
    return Offset(count: sign * months, unit: unit)
  }

  func related(_ node: Node) -> Leaf? {
    guard let inner = inner(node, "related") else { return nil }
    defer { inner.finish("'related'", known: ["span", "by", "overlaps", "begins_within", "event", "later_than"]) }
    if let one = inner.take("event") {
      guard let than = inner.take("later_than"), let a = event(one), let b = event(than) else {
        fields.fault("expected 'later_than' with an event beside 'event'", node)
        return nil
      }
      return .related(.later(a, than: b))
    }
    guard let path = inner.text("span"), let field = field(path, node), case .spans(let allowed) = field.content,
      let by = inner.words("by")
    else {
      fields.fault("expected 'span' (a field of spans) and 'by' in 'related'", node)
      return nil
    }
    for word in by where !allowed.contains(word) { fields.fault("unknown '\(word)' in 'by'", node) }
    if let overlaps = inner.map("overlaps") {
      defer { overlaps.finish("'overlaps'", known: ["from", "to"]) }
      guard let from = overlaps.take("from").flatMap(event), let to = overlaps.take("to").flatMap(event) else {
        return nil
      }
      return .related(.spanOverlaps(field, by: Set(by), begin: from, end: to))
    }
    guard let begins = inner.map("begins_within"), let months = begins.int("months"),
      let after = begins.take("after").flatMap(event)
    else {
      fields.fault("expected 'overlaps' or 'begins_within' in 'related'", node)
      return nil
    }
    let counted = begins.text("counted_from")
    begins.finish("'begins_within'", known: ["months", "after", "counted_from"])
    guard let counted, ["span", "event"].contains(counted) else {
      fields.fault("expected 'counted_from' (span or event) in 'begins_within'", node)
      return nil
    }
    return .related(.spanBeginsWithin(field, by: Set(by), months: months, event: after, fromSpan: counted == "span"))
  }
}
