import Documents
import Rules
import Vocabulary

/// Reads the words that look at evidence.
struct LeafReader {
  let builder: BookBuilder
  let fields: Fields
  let context: RequirementReader.Context

  private var file: String { fields.file }

  func read(_ word: String, _ node: Node) -> Leaf? {
    switch word {
    case "is": isWord(node)
    case "at_least": amount(node).map { .atLeast($0.0, $0.1) }
    case "at_most": amount(node).map { .atMost($0.0, $0.1) }
    case "happened": event(node).map { .happened($0) }
    case "within", "not_before", "later_than", "no_later_than": window(word, node)
    case "related": related(node)
    case "holds": holds(node)
    case "points": points(node)
    case "worked": worked(node)
    case "attempts": attempts(node)
    case "entries": entries(node)
    case "life": life(node)
    case "none": inner(node, "none").flatMap { filter($0) }.map { .none($0) }
    default: nil
    }
  }

  private func inner(_ node: Node, _ what: String) -> Fields? { Fields(node, file, builder.faults, what: "'\(what)'") }

  /// The one entry of a map.
  private func single(_ node: Node, _ what: String) -> Node.Entry? {
    guard case .map(let entries) = node.content, entries.count == 1 else {
      fields.fault("expected one field with its value in '\(what)', found \(node.kindName)", node)
      return nil
    }
    return entries[0]
  }

  func field(_ path: String, _ node: Node) -> Field? {
    guard let field = Field.named(path) else {
      fields.fault("unknown field '\(path)': the list is in docs/reference/person-file.md", node)
      return nil
    }
    if field.kind != .person, field.kind != context.kind {
      fields.fault(
        "'\(path)' reads a \(field.kind.rawValue) record: put it inside `some: \(field.kind.rawValue)`", node)
    }
    return field
  }

  private func isWord(_ node: Node) -> Leaf? {
    guard let entry = single(node, "is"), let field = field(entry.key, node) else { return nil }
    switch field.content {
    case .flag:
      guard case .scalar(let text, _) = entry.value.content, text == "true" || text == "false" else {
        fields.fault("expected true or false for '\(entry.key)', found \(entry.value.kindName)", entry.value)
        return nil
      }
      return .isTrue(field, text == "true")
    case .choice(let allowed), .set(let allowed):
      guard let words = fields.words(entry.value, entry.key) else { return nil }
      for word in words where !allowed.contains(word) {
        fields.fault(
          "expected one of \(allowed.joined(separator: ", ")) for '\(entry.key)', found '\(word)'", entry.value)
      }
      return .isOneOf(field, Set(words))
    case .name:
      return fields.words(entry.value, entry.key).map { .isOneOf(field, Set($0)) }
    case .day, .amount, .spans:
      fields.fault("'is' compares words and true/false, and '\(entry.key)' is neither", node)
      return nil
    }
  }

  private func amount(_ node: Node) -> (Field, Quantity)? {
    guard let entry = single(node, "at_least"), let field = field(entry.key, node) else { return nil }
    guard case .amount(let unit) = field.content else {
      fields.fault("'\(entry.key)' is not an amount", node)
      return nil
    }
    return quantity(entry.value, unit: unit, entry.key).map { (field, $0) }
  }

  /// `560 hours`: the unit is always written.
  private func quantity(_ node: Node, unit: String, _ what: String) -> Quantity? {
    guard let text = fields.scalar(node, what) else { return nil }
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[1] == unit, let amount = Quantity(String(parts[0])) else {
      fields.fault("expected an amount in \(unit) for '\(what)', like `560 \(unit)`; found '\(text)'", node)
      return nil
    }
    return amount
  }

  private func plain(_ inner: Fields, _ key: String) -> Quantity? {
    guard let node = inner.take(key), let text = inner.scalar(node, key) else { return nil }
    guard let amount = Quantity(text) else {
      fields.fault("expected a number for '\(key)', found '\(text)'", node)
      return nil
    }
    return amount
  }

  // MARK: - Events

  func event(_ node: Node) -> Event? {
    switch node.content {
    case .scalar(let text, _):
      if let day = CivilDate(text) { return .day(day) }
      for (prefix, make) in [("life.start of ", Event.lifeStart), ("life.expiry of ", Event.lifeExpiry)]
      where text.hasPrefix(prefix) {
        return lifeID(String(text.dropFirst(prefix.count)), node).map(make)
      }
      guard let field = field(text, node) else { return nil }
      guard field.content == .day else {
        fields.fault("'\(text)' is not a day", node)
        return nil
      }
      return .field(field)
    case .map: return compound(node)
    default:
      fields.fault("expected an event: a date field, a day, or a map", node)
      return nil
    }
  }

  private func compound(_ node: Node) -> Event? {
    guard let inner = inner(node, "event") else { return nil }
    defer { inner.finish("an event", known: ["latest_of", "earliest_of", "first", "last", "nth + of", "field"]) }
    if let items = inner.list("latest_of") { return many(items).map { .latestOf($0) } }
    if let items = inner.list("earliest_of") { return many(items).map { .earliestOf($0) } }
    let field = inner.text("field")
    for (key, make) in [("first", Event.first), ("last", Event.last)] {
      if let records = inner.take(key) { return listed(records, field).map { make($0.0, $0.1) } }
    }
    if inner.has("nth") {
      guard let n = inner.int("nth", from: 1) else { return nil }
      if let records = inner.take("of") { return listed(records, field).map { .nth(n, $0.0, $0.1) } }
      guard let name = inner.remaining.first?.key, let kind = EvidenceKind(rawValue: name),
        let words = inner.take(name),
        let conditions = conditions(words, kind), let day = kind.fields.first(where: { $0.content == .day })
      else {
        fields.fault("expected the records beside 'nth': { nth: 3, of: { attempt: { … } } }", node)
        return nil
      }
      return .nth(n, RecordFilter(kind: kind, words: conditions), day)
    }
    fields.fault("expected latest_of, earliest_of, first, last or nth in an event", node)
    return nil
  }

  private func many(_ nodes: [Node]) -> [Event]? {
    let events = nodes.compactMap(event)
    return events.count == nodes.count && !events.isEmpty ? events : nil
  }

  /// Records of a kind and the date field that counts: the first date field unless another is named.
  private func listed(_ node: Node, _ name: String?) -> (RecordFilter, Field)? {
    guard let filter = filter(inner(node, "records")) else { return nil }
    let day = filter.kind.fields.first { $0.content == .day && (name == nil || $0.name == name) }
    guard let day else {
      fields.fault("'\(filter.kind.rawValue)' has no date field '\(name ?? "")'", node)
      return nil
    }
    return (filter, day)
  }

  /// `{ attempt: { of: [aama/cma], result: [failed] } }`.
  func filter(_ inner: Fields?) -> RecordFilter? {
    guard let inner, let name = inner.keys.first, inner.keys.count == 1, let kind = EvidenceKind(rawValue: name) else {
      if let inner {
        fields.fault(
          "expected a kind of record with its words, found \(inner.keys.joined(separator: ", "))", inner.node)
      }
      return nil
    }
    guard let words = inner.take(name) else { return nil }
    return conditions(words, kind).map { RecordFilter(kind: kind, words: $0) }
  }

  private func conditions(_ node: Node, _ kind: EvidenceKind) -> [RecordFilter.Condition]? {
    guard case .map(let entries) = node.content else {
      fields.fault("expected words of a \(kind.rawValue), like { of: [..] }", node)
      return nil
    }
    return entries.compactMap { condition($0.key, $0.value, kind) }
  }

  private func condition(_ name: String, _ value: Node, _ kind: EvidenceKind) -> RecordFilter.Condition? {
    guard let field = kind.fields.first(where: { $0.name == name }) else {
      fields.fault("a \(kind.rawValue) has no field '\(name)'", value)
      return nil
    }
    guard let words = fields.words(value, name) else { return nil }
    if case .choice(let allowed) = field.content {
      for word in words where !allowed.contains(word) {
        fields.fault("expected one of \(allowed.joined(separator: ", ")) for '\(name)', found '\(word)'", value)
      }
    }
    return RecordFilter.Condition(field: field, accepted: Set(words))
  }

  private func lifeID(_ credential: String, _ node: Node) -> LifeRule.ID? {
    guard let id = builder.life(credential) else {
      fields.fault("no life is written for '\(credential)'", node)
      return nil
    }
    return id
  }

  // MARK: - Windows

  private func window(_ word: String, _ node: Node) -> Leaf? {
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

  private func related(_ node: Node) -> Leaf? {
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

  // MARK: - Lists

  private func holds(_ node: Node) -> Leaf? {
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

  private func points(_ node: Node) -> Leaf? {
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

  private func minimums(_ inner: Fields, _ key: String) -> [PointsRule.Minimum] {
    guard let map = inner.map(key) else { return [] }
    return map.keys.compactMap { word in plain(map, word).map { PointsRule.Minimum(word: word, amount: $0) } }
  }

  private func reach(_ inner: Fields, of credential: String, _ node: Node) -> Reach? {
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

  private func worked(_ node: Node) -> Leaf? {
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

  private func attempts(_ node: Node) -> Leaf? {
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

  private func entries(_ node: Node) -> Leaf? {
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

  private func life(_ node: Node) -> Leaf? {
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

  // MARK: - Governors

  func governor(_ node: Node) -> Governor? {
    if case .scalar(let text, _) = node.content {
      if text == "day" { return .day }
      if !text.contains(".") && !text.contains(" ") { return .act(builder.act(text)) }
      return event(node).map { .event($0) }
    }
    if case .map(let entries) = node.content, entries.count == 1, ["one_of", "either"].contains(entries[0].key) {
      guard let items = fields.list(entries[0].value, entries[0].key) else { return nil }
      let governors = items.compactMap(governor)
      guard governors.count == items.count else { return nil }
      return entries[0].key == "one_of" ? .oneOf(governors) : .either(governors)
    }
    return event(node).map { .event($0) }
  }
}
