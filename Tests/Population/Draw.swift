import Rules
import Vocabulary

/// Draws single facts: mostly known, sometimes known in part, sometimes not said.
struct Draw {
  private var random: SplitMix64
  let asOf: CivilDate

  init(seed: UInt64, asOf: CivilDate) {
    random = SplitMix64(seed: seed)
    self.asOf = asOf
  }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { number(0..<100) < percent }

  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func one<Value>(of values: [Value]) -> Value { values[number(0..<values.count)] }

  /// A day so many days before (negative: after) the day asked.
  mutating func day(ago range: Range<Int>) -> CivilDate { asOf.adding(days: -number(range)) }

  /// How people give a day: 85 in 100 exactly, 10 the month, 2 the year, 3 not at all. A day ahead is expected.
  mutating func told(_ day: CivilDate) -> FactValue {
    if day > asOf { return .day(DayInterval(day), expected: true) }
    switch number(0..<100) {
    case ..<85: return .day(DayInterval(day), expected: false)
    case ..<95: return .day(DayInterval(day.adding(days: 1 - day.day), min(day.endOfMonth, asOf)), expected: false)
    case ..<97:
      let year = day.year
      guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31)
      else { return .unknown }
      return .day(DayInterval(first, min(last, asOf)), expected: false)
    default: return .unknown
    }
  }

  /// A day of a plan or a document: always exact.
  func exact(_ day: CivilDate) -> FactValue { .day(DayInterval(day), expected: day > asOf) }

  mutating func amount(_ choices: [Int]) -> FactValue {
    let n = Quantity(one(of: choices))
    return chance(4) ? .amount(low: n, high: .unbounded) : .amount(low: n, high: n)
  }

  mutating func flag(_ percent: Int) -> FactValue { chance(8) ? .unknown : .flag(chance(percent)) }

  mutating func word(_ words: [String]) -> FactValue { .word(one(of: words)) }

  mutating func grade() -> EvidenceGrade {
    switch number(0..<100) {
    case ..<60: .selfReported
    case ..<85: .document
    case ..<95: .primarySource
    default: .issuer
    }
  }
}
