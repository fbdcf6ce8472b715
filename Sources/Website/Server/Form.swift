/// The fields of a form, decoded, in the order they came.
struct Form: Sendable, Hashable {
  /// Why a body is no form.
  enum FormError: Error, Hashable {
    case notUTF8
    case badEscape
    case tooManyFields
    case badMultipart
  }

  private(set) var fields: [(name: String, value: String)] = []
  /// Of the files among the fields.
  var fileNames: [String: FileName] = [:]

  init() {}

  /// The first value of a field.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// All values of a field: checkboxes of one name.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  mutating func add(_ name: String, _ value: String) throws(FormError) {
    guard fields.count < 200 else { throw .tooManyFields }
    fields.append((name, value))
  }

  /// Reads `application/x-www-form-urlencoded`.
  init(urlEncoded body: [UInt8]) throws(FormError) {
    for pair in body.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      try add(Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
    }
  }

  /// `+` is a blank and `%41` is A; what comes out must be UTF-8.
  static func decoded(_ bytes: some Sequence<UInt8>) throws(FormError) -> String {
    var result: [UInt8] = []
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = iterator.next().flatMap(hexadecimal), let low = iterator.next().flatMap(hexadecimal) else {
          throw .badEscape
        }
        result.append(high << 4 | low)
      default: result.append(byte)
      }
    }
    guard let text = String(validating: result, as: UTF8.self) else { throw .notUTF8 }
    return text
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  static func == (first: Form, second: Form) -> Bool {
    first.fields.elementsEqual(second.fields) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) {
    for field in fields {
      hasher.combine(field.name)
      hasher.combine(field.value)
    }
  }
}
