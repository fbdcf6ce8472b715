import Vocabulary

extension FlipWalk {
  /// The vector of missing points as one addition: every category, the approved part and the rest of the total.
  func points(_ rule: PointsRule, _ scope: Scope, _ day: CivilDate) -> Drafts {
    let within: DayInterval
    switch rule.reach {
    case .cycle: within = scope.cycleDays
    case .period(let id):
      let state = evaluator.life(id).value(on: day)
      guard state.start.first.isFinite else { return certification(id) }
      within = DayInterval(state.start.first, max(state.expiry.first, state.start.first))
    }
    guard let on = newDay(.activity, within) else { return .nothingHelps }
    var sums = PointSums(rule)
    for (record, match) in evaluator.matching(rule.filter) where !blanks.contains(record.id) {
      sums.add(evaluator.entry(record, match), on: max(day, on), inside: within)
    }
    let records = missing(rule, sums, on)
    if records.isEmpty { return .nothingHelps }
    return Drafts(records.count == 1 ? .complete(records[0]) : .completeTogether(records))
  }

  /// Few records that together lift every sum to its minimum; approved points go into the categories first.
  private func missing(_ rule: PointsRule, _ sums: PointSums, _ on: CivilDate) -> [EvidenceRecord] {
    func short(_ sum: (low: Quantity, high: Quantity), _ needed: Quantity) -> Quantity { max(.zero, needed - sum.low) }
    var rest = short(sums.total, rule.total)
    var approved = rule.approved.map { short(sums.approved, $0.amount) } ?? .zero
    var parts: [(category: String, amount: Quantity)] = []
    for (sum, minimum) in zip(sums.each, rule.each) {
      let amount = short(sum, minimum.amount)
      if amount > .zero { parts.append((minimum.word, amount)) }
      rest = max(.zero, rest - amount)
    }
    let assigned = parts.reduce(Quantity.zero) { $0 + $1.amount }
    let more = max(rest, approved - assigned)
    if more > .zero { parts.append((rule.each.first?.word ?? "none", more)) }
    var records: [EvidenceRecord] = []
    for part in parts {
      let byBody = min(part.amount, approved)
      approved = approved - byBody
      for (amount, approver) in [(byBody, rule.approved?.word), (part.amount - byBody, nil)] where amount > .zero {
        if let record = activity(rule, amount, part.category, approver, on, number: records.count + 1) {
          records.append(record)
        }
      }
    }
    return records
  }

  private func activity(
    _ rule: PointsRule, _ amount: Quantity, _ category: String, _ approver: String?, _ on: CivilDate, number: Int
  ) -> EvidenceRecord? {
    guard var record = new(rule.filter, [:]) else { return nil }
    record["date"] = .day(DayInterval(on), expected: false)
    record["amount"] = .amount(low: amount, high: amount)
    if record["category"] == .unknown { record["category"] = .word(category) }
    if record["approved_by"] == .unknown { record["approved_by"] = .word(approver ?? "none") }
    return record.renamed(newID(record, number: number), grade: record.grade)
  }

  /// New work from the day of the question on (time does the rest), work that nobody listed, or what is open of
  /// listed work.
  func worked(_ rule: WorkRule, _ scope: Scope, _ day: CivilDate) -> Drafts {
    let fields = EvidenceKind.work.fields
    let weekly = rule.fullTime ?? Quantity(40)
    let needed: Int =
      switch rule.need {
      case .years(let years): years * 366
      case .hours(let hours): (hours.hundredths * 7 + weekly.hundredths - 1) / max(1, weekly.hundredths)
      }
    let before = day.adding(days: 1 - needed)
    func work(from: CivilDate) -> EvidenceRecord? {
      guard var record = new(rule.filter, [:]) else { return nil }
      record.values[WorkSlot.from] = .day(DayInterval(from), expected: false)
      record.values[WorkSlot.until] = .never
      if record.values[WorkSlot.hours] == .unknown {
        record.values[WorkSlot.hours] = .amount(low: weekly, high: weekly)
      }
      return record
    }
    var result = work(from: asOf).map { Drafts(.complete($0)).later } ?? .nothingHelps
    if evaluator.view.unlisted(.work) != nil, let past = work(from: before) {
      result = result.or(Drafts(.complete(past.renamed(past.id + "-past", grade: past.grade))), limit)
    }
    if case .event(let event) = rule.since { result = result.or(self.event(event, in: .always, scope), limit) }
    for record in listed(rule.filter) {
      var wanted = passing(record, rule.filter)
      if record.values[WorkSlot.from] == .unknown {
        wanted = wanted.and(Drafts(slot(record, fields[WorkSlot.from]), .day(DayInterval(.distantPast, before))), limit)
      }
      if record.values[WorkSlot.until] == .unknown {
        wanted = wanted.and(Drafts(slot(record, fields[WorkSlot.until]), .oneOf([.never])), limit)
      }
      if record.values[WorkSlot.hours] == .unknown {
        let need = Need.amount(from: weekly, through: .unbounded)
        wanted = wanted.and(Drafts(slot(record, fields[WorkSlot.hours]), need), limit)
      }
      if wanted.list != [Draft()] {
        result = result.or(wanted, limit).or(wanted.later, limit)
      }
    }
    return result
  }
}
