import CanonicalJSON
import Planning
import Vocabulary

/// What a person assumes for a plan, as JSON, and back.
enum AssumptionsJSON {
  static func json(_ assumptions: PlanAssumptions) -> JSON {
    var object = JSONObject()
    object["program"] = assumptions.program.map(RoadmapJSON.days)
    object["program_months"] = assumptions.programMonths.flatMap(number)
    object["program_cost"] = assumptions.programCost.flatMap(money)
    object["hours_per_week"] = assumptions.hoursPerWeek.flatMap(number)
    object["budget"] = assumptions.budget.flatMap(money)
    object["exam_day"] = assumptions.examDay.map(RoadmapJSON.day)
    if assumptions.failures != 0 { object["failures"] = number(assumptions.failures) }
    if assumptions.delayWeeks != 0 { object["delay_weeks"] = number(assumptions.delayWeeks) }
    object["member"] = assumptions.isMember.map { .bool($0) }
    object["diploma_day"] = assumptions.diplomaDay.map(RoadmapJSON.day)
    object["review_days"] = assumptions.reviewDays.flatMap(number)
    object["processing_days"] = assumptions.processingDays.flatMap(number)
    return .object(object)
  }

  static func assumptions(_ json: JSON) -> PlanAssumptions? {
    guard let object = json.asObject else { return nil }
    return PlanAssumptions(
      program: object["program"].flatMap(RoadmapJSON.days), programMonths: object["program_months"].flatMap(number),
      programCost: object["program_cost"].flatMap(money), hoursPerWeek: object["hours_per_week"].flatMap(number),
      budget: object["budget"].flatMap(money), examDay: object["exam_day"].flatMap(RoadmapJSON.day),
      failures: object["failures"].flatMap(number) ?? 0, delayWeeks: object["delay_weeks"].flatMap(number) ?? 0,
      isMember: object["member"]?.asBool, diplomaDay: object["diploma_day"].flatMap(RoadmapJSON.day),
      reviewDays: object["review_days"].flatMap(number), processingDays: object["processing_days"].flatMap(number))
  }

  private static func number(_ number: Int) -> JSON? { JSONNumber(whole: Int64(number)).map { .number($0) } }
  private static func number(_ json: JSON) -> Int? { json.asWhole.map { Int($0) } }

  /// In whole cents.
  private static func money(_ money: Money) -> JSON? { number(Int(money.cents)) }
  private static func money(_ json: JSON) -> Money? { number(json).map { Money(cents: $0) } }
}
