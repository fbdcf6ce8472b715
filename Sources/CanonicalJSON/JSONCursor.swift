/// A place in bytes that are being read.
struct JSONCursor {
  let bytes: [UInt8]
  let maximumDepth: Int
  var offset = 0

  init(bytes: [UInt8], maximumDepth: Int) { (self.bytes, self.maximumDepth) = (bytes, maximumDepth) }

  /// One value and nothing else.
  mutating func document() throws(JSONError) -> JSON {
    let value = try value(depth: 0)
    skipBlanks()
    guard offset == bytes.count else { throw error(.expected("the end")) }
    return value
  }

  /// The next byte; nil at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func error(_ problem: JSONError.Problem) -> JSONError { error(problem, at: offset) }

  /// Whatever is wrong at the end is that it came too early.
  func error(_ problem: JSONError.Problem, at offset: Int) -> JSONError {
    if case .expected = problem, offset >= bytes.count { return JSONError(problem: .cutShort, offset: offset) }
    return JSONError(problem: problem, offset: offset)
  }

  mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  /// Passes over a byte if it is next.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    offset += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSON {
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try .object(object(depth: depth))
    case UInt8(ascii: "["): return try .array(array(depth: depth))
    case UInt8(ascii: "\""): return try .string(string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return try .number(number())
    default: throw error(.expected("a value"))
    }
  }

  private mutating func literal(_ text: String, _ value: JSON) throws(JSONError) -> JSON {
    for byte in text.utf8 {
      guard next == byte else { throw error(.expected(text)) }
      offset += 1
    }
    return value
  }

  private mutating func enter(_ depth: Int) throws(JSONError) {
    guard depth < maximumDepth else { throw error(.tooDeep(limit: maximumDepth)) }
    offset += 1
    skipBlanks()
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSON] {
    try enter(depth)
    if take("]") { return [] }
    var elements: [JSON] = []
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if take("]") { return elements }
      guard take(",") else { throw error(.expected("a comma or ]")) }
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    try enter(depth)
    if take("}") { return JSONObject() }
    var members: [JSONObject.Member] = []
    var offsets: [Int] = []
    while true {
      skipBlanks()
      offsets.append(offset)
      guard next == UInt8(ascii: "\"") else { throw error(.expected("a name in quotes")) }
      let key = try string()
      skipBlanks()
      guard take(":") else { throw error(.expected("a colon")) }
      members.append(.init(key: key, value: try value(depth: depth + 1)))
      skipBlanks()
      if take("}") { break }
      guard take(",") else { throw error(.expected("a comma or }")) }
    }
    if let object = JSONObject(members) { return object }
    throw error(.duplicateKey, at: firstRepeated(members, offsets))
  }

  /// Where the first name stands that was there before.
  private func firstRepeated(_ members: [JSONObject.Member], _ offsets: [Int]) -> Int {
    var seen: Set<[UInt8]> = []
    for (member, offset) in zip(members, offsets) where !seen.insert(Array(member.key.utf8)).inserted { return offset }
    return offset
  }

  private mutating func number() throws(JSONError) -> JSONNumber {
    let start = offset
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let number = Double(text).flatMap(JSONNumber.init) else { throw error(.hugeNumber, at: start) }
    return number
  }

  private mutating func digits() throws(JSONError) {
    let start = offset
    while let byte = next, isDigit(byte) { offset += 1 }
    guard offset > start else { throw error(.expected("a digit")) }
  }

  private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9") }
}
