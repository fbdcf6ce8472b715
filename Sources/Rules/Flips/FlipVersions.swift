import Vocabulary

extension FlipWalk {
  /// The versions that may speak on the day, and, where waiting changes the version, the later ones.
  mutating func versions(
    _ governor: Governor, _ list: VersionList, _ rule: Rule, _ scope: Scope, _ day: CivilDate, _ part: String?
  ) -> Drafts {
    switch governor {
    case .day: return moving(list, rule, scope, day, part)
    case .act(let act):
      guard let pin = evaluator.question.pins[act] else { return moving(list, rule, scope, day, part) }
      return chosen(list.choices.value(on: pin), list, rule, scope, day, part)
    case .event(let event): return governed(by: event, list, rule, scope, day, part)
    case .oneOf(let governors):
      return governors.reduce(.nothingNeeded) { $0.and(versions($1, list, rule, scope, day, part), limit) }
    case .either(let governors):
      return governors.reduce(.nothingHelps) { $0.or(versions($1, list, rule, scope, day, part), limit) }
    }
  }

  private mutating func moving(
    _ list: VersionList, _ rule: Rule, _ scope: Scope, _ day: CivilDate, _ part: String?
  ) -> Drafts {
    var result = chosen(list.choices.value(on: day), list, rule, scope, day, part)
    guard scope.cycle < 0 else { return result }
    for point in list.choices.points where point.day > day {
      laterDays.insert(point.day)
      result = result.or(chosen(point.value, list, rule, scope, day, part).later, limit)
    }
    return result
  }

  /// Governed by an event: where its day is open, each day it may have goes with the version it selects.
  private mutating func governed(
    by event: Event, _ list: VersionList, _ rule: Rule, _ scope: Scope, _ day: CivilDate, _ part: String?
  ) -> Drafts {
    let days = evaluator.days(of: event, scope).value(on: day)
    if days.isExact, days.first.isFinite {
      return chosen(list.choices.value(on: days.first), list, rule, scope, day, part)
    }
    var result = Drafts.nothingHelps
    var every = Drafts.nothingNeeded
    for span in list.choices.spans(in: days.isExact ? .always : days) {
      let drafts = chosen(span.value, list, rule, scope, day, part)
      every = every.and(drafts, limit)
      result = result.or(drafts.and(self.event(event, in: span.days, scope), limit), limit)
    }
    return result.or(every, limit)
  }

  private mutating func chosen(
    _ choice: VersionList.Choice, _ list: VersionList, _ rule: Rule, _ scope: Scope, _ day: CivilDate, _ part: String?
  ) -> Drafts {
    if choice.candidates.isEmpty || choice.isOpenEnded && asOf > rule.reviewBy { return .nothingHelps }
    var result = Drafts.nothingNeeded
    for candidate in choice.candidates {
      guard let requirement = list.versions[candidate].requirement else { return .nothingHelps }
      result = result.and(drafts(requirement, scope, day, part: part), limit)
    }
    return result
  }
}
