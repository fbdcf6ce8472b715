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
      return chosen(list.choices.value(on: day), list, reviewBy, evaluate)
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
    let points = list.choices.points
    var result = chosen(points[0].value, list, reviewBy, evaluate)
    for point in points.dropFirst() { result.follow(chosen(point.value, list, reviewBy, evaluate), from: point.day) }
    return result
  }

  /// The governing day is an event, perhaps known only in part: every version it may select is compared.
  private func over(
    _ days: DayInterval, _ list: VersionList, _ reviewBy: CivilDate, _ evaluate: (Requirement.ID) -> Timeline<Finding>
  ) -> Timeline<Finding> {
    if days.isExact { return chosen(list.choices.value(on: days.first), list, reviewBy, evaluate) }
    let choices = list.choices.spans(in: days).map(\.value)
    return Combine.compare(choices.map { chosen($0, list, reviewBy, evaluate) }, differ: .undetermined)
  }

  private func chosen(
    _ choice: VersionList.Choice, _ list: VersionList, _ reviewBy: CivilDate,
    _ evaluate: (Requirement.ID) -> Timeline<Finding>
  ) -> Timeline<Finding> {
    if choice.candidates.isEmpty { return Timeline(Finding(.notCovered)) }
    if choice.isOpenEnded, question.asOf > reviewBy { return Timeline(Finding(.notCovered).presumed) }
    let isDated = choice.isDated
    if choice.candidates.count == 1 { return spoken(list.versions[choice.candidates[0]], isDated, evaluate) }
    let timelines = choice.candidates.map { spoken(list.versions[$0], isDated, evaluate) }
    return Combine.compare(timelines, differ: .notCovered).map(\.presumed)
  }

  /// One version's timeline with the marks of its source.
  private func spoken(
    _ version: Version, _ isDated: Bool, _ evaluate: (Requirement.ID) -> Timeline<Finding>
  ) -> Timeline<Finding> {
    guard let requirement = version.requirement else { return Timeline(Finding(.notCovered)) }
    let result = evaluate(requirement)
    let isBodys = version.isBodys
    if isBodys && isDated { return result }
    return result.map { finding in
      // An issuer's own decision stays stated whatever text it stands in.
      if finding.isIssuers { return finding }
      let marked = isBodys ? finding : finding.reported
      return isDated ? marked : marked.presumed
    }
  }
}
