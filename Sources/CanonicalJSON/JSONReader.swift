/// Reads JSON strictly (RFC 8259 as narrowed by I-JSON, RFC 7493): no duplicate names, no lone surrogates, no number beyond
/// the doubles, nothing before or behind the value but blanks.
public struct JSONReader: Sendable {
  /// The most bytes that are read.
  public let maximumBytes: Int
  /// The most arrays and objects within each other.
  public let maximumDepth: Int

  /// `maximumDepth` above a few thousand can exhaust the stack.
  public init(maximumBytes: Int = 1 << 20, maximumDepth: Int = 64) {
    (self.maximumBytes, self.maximumDepth) = (maximumBytes, maximumDepth)
  }

  /// The value in the bytes.
  public func read(_ bytes: [UInt8]) throws(JSONError) -> JSON {
    guard bytes.count <= maximumBytes else {
      throw JSONError(problem: .tooLong(limit: maximumBytes), offset: maximumBytes)
    }
    var cursor = JSONCursor(bytes: bytes, maximumDepth: maximumDepth)
    return try cursor.document()
  }

  /// The value in the UTF-8 bytes of a text.
  public func read(_ text: String) throws(JSONError) -> JSON { try read(Array(text.utf8)) }

  /// The value in bytes that are exactly as it is written canonically.
  public func readCanonical(_ bytes: [UInt8]) throws(JSONError) -> JSON {
    let value = try read(bytes)
    let canonical = value.bytes
    guard canonical != bytes else { return value }
    let same = zip(canonical, bytes).prefix { $0 == $1 }.count
    throw JSONError(problem: .notCanonical, offset: same)
  }
}
