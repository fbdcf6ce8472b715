import Rules
import Vocabulary

extension DayByDay {
  /// Where a certification stands on a day.
  struct Life {
    var stage = LifeState.Stage.none
    var start = CivilDate.distantFuture
    var expiry = DayInterval(.distantFuture)
    var isUncovered = false
  }

  func life(_ id: LifeRule.ID, on day: CivilDate) -> Life {
    let rule = book.lives[id]
    let given = evidence.records(of: .certification)
      .filter { $0["of"] == .word(rule.credential) && (exact($0["date"]) ?? .distantFuture) <= day }
    // The latest; of two on one day the later in the list.
    let start = given.compactMap { exact($0["date"]) }.max() ?? .distantFuture
    guard let record = given.last(where: { exact($0["date"]) == start }) else { return Life() }
    var life = Life(stage: .current, start: start)
    if let expires = exact(record["expires"]) {
      life.expiry = DayInterval(expires)
    } else if let expiry = lastDays(rule, start) {
      life.expiry = expiry
    } else {
      life.expiry = .always
      life.isUncovered = true
    }
    if let revoked = exact(record["revoked"]), revoked <= day {
      life.stage = .revoked
      life.isUncovered = false
    } else if day > life.expiry.last {
      life.stage = .expired
    }
    return life
  }

  /// The last valid days that the rule allows for a certification; nil where it does not say.
  private func lastDays(_ rule: LifeRule, _ start: CivilDate) -> DayInterval? {
    let chosen = Self.speaking(rule.versions.versions.map(\.dating), on: start)
    let isOpenEnded = chosen.contains { i in
      if case .from(_, _?) = rule.versions.versions[i].dating { return false }
      if case .until = rule.versions.versions[i].dating { return false }
      return i == rule.versions.versions.count - 1
    }
    if chosen.isEmpty || isOpenEnded && question.asOf > book.rules[rule.rule].reviewBy { return nil }
    var days: [CivilDate] = []
    for i in chosen {
      guard let period = rule.periods[i] else { return nil }
      let anniversary = start.adding(months: period.months)
      switch period.lastDay {
      case .endOfMonth: days.append(start.addingToEndOfMonth(months: period.months))
      case .anniversary: days.append(anniversary)
      case .dayBeforeAnniversary: days.append(anniversary.previous)
      case .notStated: days += [anniversary.previous, anniversary.endOfMonth]
      }
    }
    return DayInterval(days.min() ?? .distantPast, days.max() ?? .distantFuture)
  }

  func points(_ rule: PointsRule, _ day: CivilDate, _ context: Context) -> Bool? {
    func enough(_ days: DayInterval) -> Bool {
      let entries = evidence.records(of: .activity).filter { record in
        (exact(record["date"]).map { days.contains($0) && $0 <= day } ?? false)
          && rule.filter.words.allSatisfy { record.values[$0.field.slot] == .word($0.accepted.first ?? "") }
      }
      func sum(_ field: String?, _ word: String = "") -> Quantity {
        entries.filter { field == nil || $0[field ?? ""] == .word(word) }.reduce(.zero) { sum, record in
          if case .amount(let amount, _) = record["amount"] { return sum + amount }
          return sum
        }
      }
      return sum(nil) >= rule.total && rule.each.allSatisfy { sum("category", $0.word) >= $0.amount }
        && (rule.approved.map { sum("approved_by", $0.word) >= $0.amount } ?? true)
    }
    switch rule.reach {
    case .cycle: return enough(context.cycle ?? .always)
    case .period(let id):
      let life = life(id, on: day)
      if life.isUncovered { return nil }
      if life.stage == .none || life.stage == .revoked { return false }
      // Whether the days after the last valid day count is not stated; neither may be the last valid day.
      return Self.same(
        [life.expiry.first, life.expiry.last, .distantFuture].map {
          enough(DayInterval(life.start, max(life.start, $0)))
        })
    }
  }

  func eachCycle(_ rule: CycleRule, _ day: CivilDate, _ context: Context) -> Bool? {
    let start = self.day(of: rule.from, on: day, context)
    guard start.isFinite, start <= day else { return false }
    var answer: Bool? = true
    var duties: [Bool?] = []
    var notLost: Bool? = true
    var k = 0
    while start.adding(months: rule.months * (k + 1)) <= day {
      var inside = context
      let last = start.adding(months: rule.months * (k + 1)).previous
      inside.cycle = DayInterval(start.adding(months: rule.months * k), last)
      duties.append(verdict(rule.duty, last, inside))
      if let lostAfter = rule.lostAfter, duties.count >= lostAfter {
        notLost = Self.all([notLost, Self.any(duties.suffix(lostAfter))])
      }
      answer = Self.all([duties[k], notLost])
      k += 1
    }
    return answer
  }
}
