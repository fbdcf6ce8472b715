import CanonicalJSON
import Rules
import Vocabulary

// Days, amounts and spans of days.
extension RecordJSON {
  // MARK: - Days

  static func text(_ day: CivilDate) -> String {
    if day == .distantPast { return "always" }
    return day == .distantFuture ? "no end" : day.description
  }

  static func day(_ text: String) -> CivilDate? {
    switch text {
    case "always": .distantPast
    case "no end": .distantFuture
    default: CivilDate(text)
    }
  }

  static func text(_ days: DayInterval) -> String {
    switch (days.first.isFinite, days.last.isFinite) {
    case (true, true): days.partialText
    case (true, false): "\(days.first).."
    case (false, true): "..\(days.last)"
    case (false, false): days == .always ? ".." : text(days.first)
    }
  }

  static func days(_ text: String) -> DayInterval? {
    if text == ".." { return .always }
    if text.hasPrefix("..") { return CivilDate(String(text.dropFirst(2))).map { DayInterval(.distantPast, $0) } }
    if text.hasSuffix("..") { return CivilDate(String(text.dropLast(2))).map { DayInterval($0, .distantFuture) } }
    return DayInterval(partial: text) ?? day(text).map { DayInterval($0) }
  }

  // MARK: - Amounts

  static func json(_ low: Quantity, _ high: Quantity) -> JSON? {
    if low == high { return json(low) }
    var object = JSONObject()
    if low != .zero { object["at_least"] = json(low) }
    if high < .unbounded { object["at_most"] = json(high) }
    return .object(object)
  }

  static func amount(_ json: JSON) -> FactValue? {
    if let exact = quantity(json) { return .amount(low: exact, high: exact) }
    guard let object = json.asObject, Set(object.keys).isSubset(of: ["at_least", "at_most"]) else { return nil }
    let low = object["at_least"].map(quantity) ?? .zero
    let high = object["at_most"].map(quantity) ?? .unbounded
    guard let low, let high else { return nil }
    return .amount(low: low, high: high)
  }

  /// A hundredth is the double next to it, whose shortest digits are its own.
  private static func json(_ quantity: Quantity) -> JSON? {
    quantity >= .unbounded ? "no limit" : JSONNumber(Double(quantity.hundredths) / 100).map { .number($0) }
  }

  private static func quantity(_ json: JSON) -> Quantity? {
    if json.asString == "no limit" { return .unbounded }
    return json.asNumber.flatMap { Int(exactly: ($0 * 100).rounded()) }.map { Quantity(hundredths: $0) }
  }

  // MARK: - Spans

  static func json(_ span: FactValue.Span) -> JSON {
    var object = JSONObject()
    object["by"] = .string(span.by)
    if span.begins.first.isFinite || span.begins == DayInterval(.distantFuture) {
      object["from"] = .string(text(span.begins))
    } else if span.begins != .always {
      object["known_from"] = .string(text(span.begins.last))
    }
    if span.ends.last.isFinite || span.ends == .always {
      object["until"] = .string(text(span.ends))
    } else if span.ends != DayInterval(.distantFuture) {
      object["known_through"] = .string(text(span.ends.first))
    }
    return .object(object)
  }

  static func span(_ json: JSON) -> FactValue.Span? {
    guard let object = json.asObject, let by = object["by"]?.asString,
      Set(object.keys).isSubset(of: ["by", "from", "known_from", "until", "known_through"])
    else { return nil }
    var begins: DayInterval? = .always
    var ends: DayInterval? = DayInterval(.distantFuture)
    if let from = object["from"] { begins = from.asString.flatMap(days) }
    if let known = object["known_from"] { begins = known.asString.flatMap(day).map { DayInterval(.distantPast, $0) } }
    if let until = object["until"] { ends = until.asString.flatMap(days) }
    if let known = object["known_through"] {
      ends = known.asString.flatMap(day).map { DayInterval($0, .distantFuture) }
    }
    guard let begins, let ends else { return nil }
    return FactValue.Span(by: by, begins: begins, ends: ends)
  }
}
