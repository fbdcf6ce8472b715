import Vocabulary

/// Reads the XML of workbooks: elements, attributes and text. Document types, entities of their own and instructions
/// are refused, so that nothing in a file can grow or reach elsewhere.
struct MarkupScanner {
  enum Event {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  struct Malformed: Error {}

  /// The most elements inside each other.
  private static let depth = 64

  private let bytes: [UInt8]
  private var at = 0
  private var open: [String] = []
  private var pendingEnd: String?

  init(_ bytes: [UInt8]) throws(Malformed) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    // UTF-8 only: in another encoding every second byte would be none.
    if bytes.prefix(64).contains(0) || bytes.starts(with: [0xFF]) || bytes.starts(with: [0xFE]) { throw Malformed() }
    if starts("<?xml") {
      guard let end = find("?>") else { throw Malformed() }
      at = end + 2
    }
  }

  /// How much has been read, 0...1.
  var progress: Double { bytes.isEmpty ? 1 : Double(at) / Double(bytes.count) }

  /// The next event; nil at the end of a whole document.
  mutating func next() throws(Malformed) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while at < bytes.count {
      if bytes[at] != UInt8(ascii: "<") {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
        let text = try decoded(bytes[start..<at])
        if open.isEmpty {
          guard text.allSatisfy(\.isWhitespace) else { throw Malformed() }
          continue
        }
        return .text(text)
      }
      if starts("<!--") {
        guard let end = find("-->") else { throw Malformed() }
        at = end + 3
      } else if starts("<![CDATA[") {
        at += 9
        guard let end = find("]]>"), let text = String(validating: bytes[at..<end], as: UTF8.self) else {
          throw Malformed()
        }
        at = end + 3
        return .text(text)
      } else if starts("</") {
        return try close()
      } else if starts("<!") || starts("<?") {
        throw Malformed()
      } else {
        return try element()
      }
    }
    if !open.isEmpty { throw Malformed() }
    return nil
  }

  private mutating func close() throws(Malformed) -> Event {
    at += 2
    let name = try self.name()
    skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: ">"), open.popLast() == name else { throw Malformed() }
    at += 1
    return .end(name)
  }

  private mutating func element() throws(Malformed) -> Event {
    at += 1
    let name = try self.name()
    var attributes: [String: String] = [:]
    while true {
      skipSpace()
      guard at < bytes.count else { throw Malformed() }
      if bytes[at] == UInt8(ascii: ">") {
        at += 1
        if open.count >= MarkupScanner.depth { throw Malformed() }
        open.append(name)
        return .start(name, attributes)
      }
      if starts("/>") {
        at += 2
        pendingEnd = name
        return .start(name, attributes)
      }
      let key = try self.name()
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { throw Malformed() }
      at += 1
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
        throw Malformed()
      }
      let quote = bytes[at]
      at += 1
      let start = at
      while at < bytes.count, bytes[at] != quote { at += 1 }
      guard at < bytes.count, attributes.count < 64 else { throw Malformed() }
      attributes[key] = try decoded(bytes[start..<at])
      at += 1
    }
  }

  /// A name without the prefix of its namespace.
  private mutating func name() throws(Malformed) -> String {
    var start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: ":") { start = at + 1 }
      let isName =
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte >= 0x80
        || [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte)
      guard isName else { break }
      at += 1
    }
    guard start < at, let name = String(validating: bytes[start..<at], as: UTF8.self) else { throw Malformed() }
    return name
  }

  private mutating func skipSpace() {
    while at < bytes.count, [32, 9, 10, 13].contains(bytes[at]) { at += 1 }
  }

  private func starts(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[at + $0] == text.utf8Start[$0] }
  }

  private func find(_ text: String) -> Int? {
    let wanted = Array(text.utf8)
    var i = at
    while i + wanted.count <= bytes.count {
      if bytes[i] == wanted[0], bytes[i..<(i + wanted.count)].elementsEqual(wanted) { return i }
      i += 1
    }
    return nil
  }

  /// Text with its five named and its numbered characters put in place.
  private func decoded(_ slice: ArraySlice<UInt8>) throws(Malformed) -> String {
    guard let text = String(validating: slice, as: UTF8.self) else { throw Malformed() }
    guard slice.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      guard let end = rest[mark...].prefix(12).firstIndex(of: ";") else { throw Malformed() }
      let name = rest[rest.index(after: mark)..<end]
      let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
      if let character = named[String(name)] {
        result += character
      } else if name.hasPrefix("#"),
        let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst()),
        let scalar = Unicode.Scalar(number), number > 0
      {
        result.unicodeScalars.append(scalar)
      } else {
        throw Malformed()
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
