public import Vocabulary

/// One change to the assumptions of a plan: "what happens if".
public enum WhatIf: Sendable, Hashable {
  /// So many failed attempts, each followed by the wait that the rule states.
  case fail(Int)
  /// Every planned day of school comes so many weeks later.
  case delay(weeks: Int)
  case program(DayInterval)
  case budget(Money)
  /// Hours a week for study.
  case hours(Int)
  case exam(CivilDate)
  case member(Bool)
  /// The body decides on a review after so many days.
  case review(days: Int)

  /// How each is written.
  public static let forms = [
    "fail 2", "delay 6w", "program 2027-09-01..2028-06-01", "budget 900", "hours 10", "exam 2027-06-14", "member yes",
    "review 30",
  ]

  /// - Throws: `WhatIfError` naming what was expected.
  public init(_ text: String) throws(WhatIfError) {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2 else { throw WhatIfError(found: text) }
    let value = parts[1]
    func number(_ text: String, _ range: ClosedRange<Int>) throws(WhatIfError) -> Int {
      guard let n = Int(text), range.contains(n) else { throw WhatIfError(found: parts.joined(separator: " ")) }
      return n
    }
    switch parts[0] {
    case "fail": self = .fail(try number(value, 0...9))
    case "delay":
      guard value.hasSuffix("w") else { throw WhatIfError(found: text) }
      self = .delay(weeks: try number(String(value.dropLast()), 0...520))
    case "program":
      guard value.contains(".."), let days = DayInterval(partial: value) else { throw WhatIfError(found: text) }
      self = .program(days)
    case "budget":
      guard let money = Money(value + " USD") else { throw WhatIfError(found: text) }
      self = .budget(money)
    case "hours": self = .hours(try number(value, 1...80))
    case "exam":
      guard let day = CivilDate(value) else { throw WhatIfError(found: text) }
      self = .exam(day)
    case "member":
      guard value == "yes" || value == "no" else { throw WhatIfError(found: text) }
      self = .member(value == "yes")
    case "review": self = .review(days: try number(value, 0...730))
    default: throw WhatIfError(found: text)
    }
  }

  /// As it is written: `init(_:)` reads it back.
  public var text: String {
    switch self {
    case .fail(let n): "fail \(n)"
    case .delay(let weeks): "delay \(weeks)w"
    case .program(let days): "program \(days.first)..\(days.last)"
    case .budget(let money): "budget \(money.amountText)"
    case .hours(let n): "hours \(n)"
    case .exam(let day): "exam \(day)"
    case .member(let flag): flag ? "member yes" : "member no"
    case .review(let days): "review \(days)"
    }
  }
}

extension Money {
  /// `900` or `900.50`, without sign and grouping.
  fileprivate var amountText: String {
    let part = cents % 100
    return "\(cents / 100)" + (part == 0 ? "" : "." + (part < 10 ? "0" : "") + "\(part)")
  }
}

/// A what-if that cannot be read.
public struct WhatIfError: Error, Sendable, Hashable, CustomStringConvertible {
  public let found: String

  public var description: String {
    "expected a what-if like \(WhatIf.forms.map { "\"\($0)\"" }.joined(separator: ", ")); found \"\(found)\""
  }
}

extension PlanAssumptions {
  /// The assumptions with changes made, in order.
  public func applying(_ changes: [WhatIf]) -> PlanAssumptions {
    var result = self
    for change in changes {
      switch change {
      case .fail(let n): result.failures = n
      case .delay(let weeks): result.delayWeeks = weeks
      case .program(let days): result.program = days
      case .budget(let money): result.budget = money
      case .hours(let n): result.hoursPerWeek = n
      case .exam(let day): result.examDay = day
      case .member(let flag): result.isMember = flag
      case .review(let days): result.reviewDays = days
      }
    }
    return result
  }
}
