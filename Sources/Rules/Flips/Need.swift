import Vocabulary

/// What a leaf wants of one field that is open; the value is chosen when every leaf has had its say.
enum Need: Hashable {
  /// Any of these values, in order of preference.
  case oneOf([FactValue])
  /// An amount nobody gave, between the bounds.
  case amount(from: Quantity, through: Quantity)
  /// A stated count, grown to this.
  case grown(to: Quantity)
  /// A day among these.
  case day(DayInterval)

  /// What both want, if they can both have it.
  func merged(with other: Need) -> Need? {
    switch (self, other) {
    case (.oneOf(let a), .oneOf(let b)):
      let both = a.filter(b.contains)
      return both.isEmpty ? nil : .oneOf(both)
    case (.amount(let a, let b), .amount(let c, let d)):
      return max(a, c) <= min(b, d) ? .amount(from: max(a, c), through: min(b, d)) : nil
    case (.grown(let a), .grown(let b)): return .grown(to: max(a, b))
    case (.day(let a), .day(let b)): return a.intersection(b).map { .day($0) }
    default: return nil
    }
  }

  /// The value that asks least: the smallest amount, the day nearest to the one of the question.
  func value(asOf: CivilDate) -> FactValue? {
    switch self {
    case .oneOf(let values): return values.first
    case .amount(let from, let through):
      let amount = from > .zero ? from : through
      return .amount(low: amount, high: amount)
    case .day(let days): return .day(DayInterval(min(max(asOf, days.first), days.last)), expected: false)
    case .grown: return nil
    }
  }
}

/// A field of one record, existing or new.
struct Slot: Hashable {
  let record: String
  let field: Field
  /// The record is a new one: all its needs together are one addition.
  let isNew: Bool
}
