public import Vocabulary

/// What a day of birth means for an account. Only what is needed is kept: for an adult nothing.
public enum Age: Hashable, Sendable {
  /// Under 13: no account.
  case child
  /// 13 to 17, up to the day before the 18th birthday, which is `adultFrom`.
  case minor(adultFrom: CivilDate)
  /// 18 and over.
  case adult

  /// Nil when the day lies ahead, or so long ago that it is a slip of the keys.
  ///
  /// Who was born on February 29 is a year older on March 1 in years without that day.
  public init?(born: CivilDate, today: CivilDate) {
    let parts = born.components
    func birthday(_ age: Int) -> CivilDate? {
      CivilDate(year: parts.year + age, month: parts.month, day: parts.day)
        ?? CivilDate(year: parts.year + age, month: 3, day: 1)
    }
    guard born <= today, let teenFrom = birthday(13), let adultFrom = birthday(18), let tooOld = birthday(120),
      today < tooOld
    else { return nil }
    self = today < teenFrom ? .child : today < adultFrom ? .minor(adultFrom: adultFrom) : .adult
  }
}

extension Instant {
  /// The day by which ages are told: where it is earliest on earth (UTC-12), so that nobody counts as older than they are.
  var ageDay: CivilDate {
    let day: Int64 = 86_400_000_000
    let shifted = (self - .seconds(12 * 3600)).microseconds
    return CivilDate(days: Int32(clamping: shifted >= 0 ? shifted / day : -((-shifted + day - 1) / day)))
  }
}
