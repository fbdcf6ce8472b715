import Vocabulary

/// What a person may answer when asked for a fact: the words of a choice, days around the day of the question,
/// amounts on both sides of what the rules ask.
struct PlausibleAnswers {
  private var thresholds: [Field: Set<Quantity>] = [:]
  private var filters: [EvidenceKind: RecordFilter] = [:]
  /// The sets of words that the rules accept.
  private var accepts: [Field: Set<Set<String>>] = [:]

  init(_ book: RuleBook) {
    for requirement in book.requirements {
      guard case .leaf(let leaf) = requirement.word else { continue }
      switch leaf {
      case .atLeast(let field, let amount):
        thresholds[field, default: []].formUnion([amount - Quantity(1), amount])
      case .atMost(let field, let amount):
        thresholds[field, default: []].formUnion([amount, amount + Quantity(1)])
      case .isOneOf(let field, let accepted): accepts[field, default: []].insert(accepted)
      default: break
      }
      for filter in leaf.filters(in: book) {
        if filters[filter.kind] == nil { filters[filter.kind] = filter }
        for condition in filter.words { accepts[condition.field, default: []].insert(condition.accepted) }
      }
    }
  }

  func answers(
    to gap: Explanation.Gap, _ evidence: Evidence, _ view: EvidenceView, asOf: CivilDate
  ) -> [[Addition]] {
    guard let field = gap.field else {
      return [[.close(gap.kind)], [.complete(another(gap.kind, evidence, asOf: asOf)), .close(gap.kind)]]
    }
    guard let id = gap.record, let record = evidence.records.first(where: { $0.id == id }) else {
      return values(of: field, within: .always, asOf: asOf).map { value in
        [.complete(EvidenceRecord(id: "new-" + field.kind.rawValue, kind: field.kind, values: [field.name: value]))]
      }
    }
    // What the order of the record's dates, or a partial date, leaves open.
    let within = view.records(field.kind).first { $0.id == id }?.days(field.slot) ?? .always
    return values(of: field, within: within, asOf: asOf)
      .filter { record.values[field.slot].admits($0, asOf: asOf) }
      .map { [.supply(recordID: id, field, $0)] }
  }

  private func values(of field: Field, within: DayInterval, asOf: CivilDate) -> [FactValue] {
    switch field.content {
    case .flag: return [.flag(true), .flag(false)]
    case .choice(let words): return distinct(words, field).map { .word($0) }
    case .set(let words): return distinct(words, field).map { .words([$0]) } + [.words([])]
    case .name:
      let words = (accepts[field] ?? []).reduce(into: Set<String>()) { $0.formUnion($1) }
      return distinct(words.sorted() + ["another"], field).map { .word($0) }
    case .amount: return amounts(of: field)
    case .day: return days(within, asOf)
    case .spans(let words):
      let begins = DayInterval(.distantPast, asOf.adding(months: -240))
      return words.map { .spans([.init(by: $0, begins: DayInterval(begins.last), ends: DayInterval(.distantFuture))]) }
        + [.spans([])]
    }
  }

  /// One word for all that the rules treat alike.
  private func distinct(_ words: [String], _ field: Field) -> [String] {
    let sets = accepts[field] ?? []
    var seen: Set<Set<Set<String>>> = []
    return words.filter { word in seen.insert(sets.filter { $0.contains(word) }).inserted }
  }

  private func amounts(of field: Field) -> [FactValue] {
    let around = thresholds[field] ?? [Quantity(1), Quantity(40)]
    return around.sorted().filter { $0 >= .zero }.map { .amount(low: $0, high: $0) }
  }

  private func days(_ within: DayInterval, _ asOf: CivilDate) -> [FactValue] {
    if within.first.isFinite, within.last.isFinite {
      let middle = within.first.adding(days: within.count / 2)
      return [within.first, middle, within.last].map { .day(DayInterval($0), expected: $0 > asOf) }
    }
    let days = [-3000, -1100, -400, -30, 60].map { asOf.adding(days: $0) }.filter(within.contains)
    let all = days.isEmpty ? [within.first.isFinite ? within.first : within.last] : days
    return all.filter(\.isFinite).map { .day(DayInterval($0), expected: $0 > asOf) } + [.never]
  }

  /// One more record, of the kind that the rules look for.
  private func another(_ kind: EvidenceKind, _ evidence: Evidence, asOf: CivilDate) -> EvidenceRecord {
    var id = "new-" + kind.rawValue
    while evidence.records.contains(where: { $0.id == id }) { id += "-more" }
    var record = EvidenceRecord(id: id, kind: kind)
    guard let filter = filters[kind] else { return record }
    for condition in filter.words {
      record.values[condition.field.slot] = condition.field.value(among: condition.accepted) ?? .unknown
    }
    for name in ["date", "issued"] { record[name] = .day(DayInterval(asOf.adding(days: -100)), expected: false) }
    return record
  }
}
