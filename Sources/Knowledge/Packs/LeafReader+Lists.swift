import Documents
import Rules
import Vocabulary

/// Words that read whole lists: cards, points, work, attempts, entries, lives.
extension LeafReader {
  func holds(_ node: Node) -> Leaf? {
    guard let inner = inner(node, "holds") else { return nil }
    var remaining = 0
    if let text = inner.text("remaining") {
      let parts = text.split(separator: " ")
      if parts.count == 2, parts[1] == "days", let n = Int(parts[0]), (0...99_999).contains(n) {
        remaining = n
      } else {
        fields.fault("expected something like `30 days` for 'remaining', found '\(text)'", node)
      }
    }
    guard let name = inner.remaining.first?.key, let kind = EvidenceKind(rawValue: name), let words = inner.take(name),
      let conditions = conditions(words, kind)
    else {
      fields.fault("expected a kind of record in 'holds', like { card: { type: [cpr] } }", node)
      return nil
    }
    inner.finish("'holds'", known: [name, "remaining"])
    let days = kind.fields.filter { $0.content == .day }
    guard days.count >= 2 else {
      fields.fault("a \(name) has no first and last day", node)
      return nil
    }
    return .holds(
      Holding(
        filter: RecordFilter(kind: kind, words: conditions), begins: days[0], ends: days[1], remainingDays: remaining))
  }

  func points(_ node: Node) -> Leaf? {
    guard let inner = inner(node, "points"), let of = inner.text("of"), let unit = inner.text("unit"),
      let total = plain(inner, "total")
    else {
      fields.fault("expected 'of', 'unit', 'in' and 'total' in 'points'", node)
      return nil
    }
    guard let reach = reach(inner, of: of, node) else { return nil }
    let each = minimums(inner, "each")
    let approved = minimums(inner, "approved_by")
    inner.finish("'points'", known: ["in", "of", "unit", "total", "each", "approved_by"])
    return .points(
      PointsRule(
        filter: RecordFilter(kind: .activity, words: []), reach: reach, total: total, each: each,
        approved: approved.first, unit: unit))
  }

  func minimums(_ inner: Fields, _ key: String) -> [PointsRule.Minimum] {
    guard let map = inner.map(key) else { return [] }
    return map.keys.compactMap { word in plain(map, word).map { PointsRule.Minimum(word: word, amount: $0) } }
  }

  func reach(_ inner: Fields, of credential: String, _ node: Node) -> Reach? {
    switch inner.text("in") {
    case "period": return lifeID(credential, node).map { .period($0) }
    case "cycle":
      if !context.inCycle { fields.fault("'in: cycle' belongs inside 'each_cycle'", node) }
      return .cycle
    case let other:
      fields.fault("expected `in: period` or `in: cycle`, found '\(other ?? "nothing")'", node)
      return nil
    }
  }

  func worked(_ node: Node) -> Leaf? {
    guard let inner = inner(node, "worked") else { return nil }
    defer {
      inner.finish("'worked'", known: ["role", "setting", "where", "years", "hours", "in_last", "since", "full_time"])
    }
    var conditions: [RecordFilter.Condition] = []
    for name in ["role", "setting"] {
      if let value = inner.take(name), let condition = condition(name, value, .work) { conditions.append(condition) }
    }
    if let more = inner.take("where"), let found = self.conditions(more, .work) { conditions += found }
    let fullTime = inner.take("full_time").flatMap { quantity($0, unit: "hours", "full_time") }
    let need: WorkRule.Need
    if let years = inner.int("years") {
      need = .years(years)
    } else if let hours = plain(inner, "hours") {
      need = .hours(hours)
    } else {
      fields.fault("expected 'years' or 'hours' in 'worked'", node)
      return nil
    }
    var since = WorkRule.Since.ever
    if let last = inner.map("in_last") {
      // A working life is shorter.
      let months = (last.int("years", through: 100) ?? 0) * 12 + (last.int("months", through: 1200) ?? 0)
      last.finish("'in_last'", known: ["years", "months"])
      guard months > 0 else {
        fields.fault("expected a length of time for 'in_last', like { years: 7 }", node)
        return nil
      }
      since = .lastMonths(months)
    } else if let node = inner.take("since") {
      guard let event = event(node) else { return nil }
      since = .event(event)
    }
    return .worked(
      WorkRule(filter: RecordFilter(kind: .work, words: conditions), fullTime: fullTime, need: need, since: since))
  }

  func attempts(_ node: Node) -> Leaf? {
    guard let inner = inner(node, "attempts"), let of = inner.words("of") else {
      fields.fault("expected 'of' (a credential) in 'attempts'", node)
      return nil
    }
    let limit = inner.int("limit")
    let waits = (inner.list("waits") ?? []).compactMap { item -> Offset? in
      guard let wait = self.inner(item, "waits") else { return nil }
      defer { wait.finish("a wait", known: ["days", "months", "counted_from"]) }
      return offset(wait, item, sign: 1)
    }
    inner.finish("'attempts'", known: ["of", "limit", "waits"])
    let kind = EvidenceKind.attempt
    let words = [
      RecordFilter.Condition(field: kind.fields[0], accepted: Set(of)),
      RecordFilter.Condition(field: kind.fields[2], accepted: ["failed"]),
    ]
    return .attempts(AttemptRule(filter: RecordFilter(kind: kind, words: words), limit: limit, waits: waits))
  }

  func entries(_ node: Node) -> Leaf? {
    guard let inner = inner(node, "entries"), let atLeast = inner.int("at_least") else {
      fields.fault("expected a kind of record and 'at_least' in 'entries'", node)
      return nil
    }
    var reach: Reach?
    if inner.text("in") == "cycle" { reach = .cycle }
    guard let name = inner.remaining.first?.key, let kind = EvidenceKind(rawValue: name), let words = inner.take(name),
      let conditions = conditions(words, kind), let day = kind.fields.first(where: { $0.content == .day })
    else {
      fields.fault("expected a kind of record in 'entries', like { fee: { type: [annual] } }", node)
      return nil
    }
    inner.finish("'entries'", known: [name, "at_least", "in"])
    return .entries(
      EntryRule(filter: RecordFilter(kind: kind, words: conditions), day: day, atLeast: atLeast, reach: reach))
  }

  func life(_ node: Node) -> Leaf? {
    guard let inner = inner(node, "life"), let of = inner.text("of"), let id = lifeID(of, node),
      let words = inner.words("is")
    else {
      fields.fault("expected 'of' and 'is' in 'life'", node)
      return nil
    }
    inner.finish("'life'", known: ["of", "is"])
    let stages = words.compactMap { word -> LifeState.Stage? in
      guard let stage = LifeState.Stage(rawValue: word), stage != .unknown, stage != .uncovered else {
        fields.fault("expected none, current, expired or revoked, found '\(word)'", node)
        return nil
      }
      return stage
    }
    return .life(id, Set(stages))
  }
}
