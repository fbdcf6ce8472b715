import Vocabulary

extension Evaluator {
  /// Chooses the version that speaks for each day and lays their timelines end to end.
  func governed(
    _ governor: Governor, _ list: VersionList, reviewBy: CivilDate, _ scope: Scope,
    evaluate: (Requirement.ID) -> Timeline<Finding>
  ) -> Timeline<Finding> {
    switch governor {
    case .day: return free(list, reviewBy, evaluate)
    case .act(let act):
      guard let day = pinned(act) else { return free(list, reviewBy, evaluate) }
      return chosen(list.choices.index(on: day), list, reviewBy, evaluate)
    case .event(let event):
      return piecewise(event, scope) { days in self.over(days, list, reviewBy, evaluate) }
    case .oneOf(let governors):
      return Combine.compare(
        governors.map { governed($0, list, reviewBy: reviewBy, scope, evaluate: evaluate) }, differ: .notCovered)
    case .either(let governors):
      return Combine.any(governors.map { governed($0, list, reviewBy: reviewBy, scope, evaluate: evaluate) })
    }
  }

  /// The governing day moves along the timeline: cut at the borders and splice.
  private func free(_ list: VersionList, _ reviewBy: CivilDate, _ evaluate: (Requirement.ID) -> Timeline<Finding>)
    -> Timeline<Finding>
  {
    var result = chosen(0, list, reviewBy, evaluate)
    for i in list.changes.indices.dropFirst() {
      result.follow(chosen(i, list, reviewBy, evaluate), from: list.changes[i].day)
    }
    return result
  }

  /// The governing day is an event, perhaps known only in part: every version it may select is compared.
  private func over(
    _ days: DayInterval, _ list: VersionList, _ reviewBy: CivilDate, _ evaluate: (Requirement.ID) -> Timeline<Finding>
  ) -> Timeline<Finding> {
    let first = list.choices.index(on: days.first)
    let last = list.choices.index(on: days.last)
    if first == last { return chosen(first, list, reviewBy, evaluate) }
    return Combine.compare((first...last).map { chosen($0, list, reviewBy, evaluate) }, differ: .undetermined)
  }

  /// - Parameter i: a change of the list: what speaks from then on.
  private func chosen(
    _ i: Int, _ list: VersionList, _ reviewBy: CivilDate, _ evaluate: (Requirement.ID) -> Timeline<Finding>
  ) -> Timeline<Finding> {
    let change = list.changes[i]
    // A change without a speaker is not open-ended.
    if change.isOpenEnded, question.asOf > reviewBy { return Timeline(Finding(.notCovered).presumed) }
    switch change.speaker {
    case .nobody: return Timeline(Finding(.notCovered))
    case .one(let requirement, let isBodys): return spoken(requirement, isBodys, change.isDated, evaluate)
    case .several:
      let timelines = list.choices.points[i].value.candidates.map {
        spoken(list.versions[$0].requirement, list.versions[$0].isBodys, change.isDated, evaluate)
      }
      return Combine.compare(timelines, differ: .notCovered).map(\.presumed)
    }
  }

  /// One version's timeline with the marks of its source.
  private func spoken(
    _ requirement: Requirement.ID?, _ isBodys: Bool, _ isDated: Bool,
    _ evaluate: (Requirement.ID) -> Timeline<Finding>
  ) -> Timeline<Finding> {
    guard let requirement else { return Timeline(Finding(.notCovered)) }
    let result = evaluate(requirement)
    if isBodys && isDated { return result }
    return result.map { finding in
      // An issuer's own decision stays stated whatever text it stands in.
      if finding.isIssuers { return finding }
      let marked = isBodys ? finding : finding.reported
      return isDated ? marked : marked.presumed
    }
  }
}
