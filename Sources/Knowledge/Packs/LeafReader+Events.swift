import Documents
import Rules
import Vocabulary

/// Days that a rule refers to, and whose day chooses a version.
extension LeafReader {
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

  func compound(_ node: Node) -> Event? {
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

  func many(_ nodes: [Node]) -> [Event]? {
    let events = nodes.compactMap(event)
    return events.count == nodes.count && !events.isEmpty ? events : nil
  }

  /// Records of a kind and the date field that counts: the first date field unless another is named.
  func listed(_ node: Node, _ name: String?) -> (RecordFilter, Field)? {
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

  func conditions(_ node: Node, _ kind: EvidenceKind) -> [RecordFilter.Condition]? {
    guard case .map(let entries) = node.content else {
      fields.fault("expected words of a \(kind.rawValue), like { of: [..] }", node)
      return nil
    }
    return entries.compactMap { condition($0.key, $0.value, kind) }
  }

  func condition(_ name: String, _ value: Node, _ kind: EvidenceKind) -> RecordFilter.Condition? {
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
    if kind == .license, name == "of", !builder.licenses.isEmpty {
      for word in words where !builder.licenses.contains(word) {
        fields.fault("unknown state credential '\(word)': name it under `licenses` of its jurisdiction.yaml", value)
      }
    }
    return RecordFilter.Condition(field: field, accepted: Set(words))
  }

  func lifeID(_ credential: String, _ node: Node) -> LifeRule.ID? {
    guard let id = builder.life(credential) else {
      fields.fault("no life is written for '\(credential)'", node)
      return nil
    }
    return id
  }

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
