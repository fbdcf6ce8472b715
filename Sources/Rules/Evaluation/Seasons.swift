import Vocabulary

extension Evaluator {
  /// Inside each season met from the day of its first record on; outside of the seasons met, as it does not apply.
  /// Before the first and after the last season that is worked out: not covered.
  func inSeason(_ season: Season) -> Timeline<Finding> {
    let records = matching(season.filter)
    let unlisted = view.unlisted(season.filter.kind)
    let slot = season.day.slot
    var result = Timeline(Finding(.notCovered), capacity: Season.years.count * 3)
    for year in Season.years {
      let (days, givenFrom) = season.season(of: year)
      var inside = Timeline(Finding(.notMet))
      if let unlisted, unlisted.last >= givenFrom {
        inside = Evaluator.between(max(unlisted.first, givenFrom), .distantFuture, .issuer)
      }
      for (record, match) in records {
        let on = record.days(slot)
        guard on.last >= givenFrom, on.first <= days.last else { continue }
        let isSure = match == .yes && on.first >= givenFrom
        let one = Evaluator.between(
          max(on.first, givenFrom), isSure ? on.last : .distantFuture, record.grade)
        inside = inside.combined(with: one, Finding.any)
      }
      result.follow(inside, from: days.first)
      result.set(Finding(year == Season.years.upperBound ? .notCovered : .met), from: days.last.next)
    }
    return result
  }
}
