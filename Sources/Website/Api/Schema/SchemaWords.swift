import CanonicalJSON

extension Schema.Kind {
  /// For messages.
  var words: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "text"
    case .number: "a number"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .null: "null"
    }
  }
}

extension JSON {
  func isOf(_ kind: Schema.Kind) -> Bool {
    switch (self, kind) {
    case (.object, .object), (.array, .array), (.string, .string), (.number, .number), (.bool, .boolean),
      (.null, .null):
      true
    case (.number(let number), .integer): number.value == number.value.rounded()
    case (.object, _), (.array, _), (.string, _), (.number, _), (.bool, _), (.null, _): false
    }
  }

  /// For messages: a text in quotes, and of what is large only the kind.
  var shortText: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): number.text
    case .string(let text): "'\(text)'"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension JSONNumber {
  /// Whether it is a whole multiple, as far as doubles tell.
  func isMultiple(of step: Double?) -> Bool {
    guard let step else { return true }
    let quotient = value / step
    return (quotient - quotient.rounded()).magnitude < 1e-6
  }
}

extension ClosedRange<Int> {
  /// For messages: "1 to 20", "at least 1".
  var words: String {
    if upperBound == .max { return "at least \(lowerBound)" }
    return lowerBound == 0 ? "at most \(upperBound)" : "\(lowerBound) to \(upperBound)"
  }
}
