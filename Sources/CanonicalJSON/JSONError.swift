/// Why bytes are no JSON of ours, and where.
public struct JSONError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// More bytes than the limit.
    case tooLong(limit: Int)
    /// Arrays and objects within each other, more than the limit.
    case tooDeep(limit: Int)
    /// It ends too early.
    case cutShort
    /// Something else than what is named.
    case expected(String)
    /// A control character within a text: write it as an escape.
    case controlCharacter
    /// Bytes that are no UTF-8.
    case noUnicode
    /// Half of a pair of surrogates.
    case loneSurrogate
    /// A number beyond the range of doubles.
    case hugeNumber
    /// A name that its object has already.
    case duplicateKey
    /// JSON, and not as RFC 8785 writes it.
    case notCanonical
  }

  /// What is wrong.
  public let problem: Problem
  /// The byte where it is wrong, counted from 0.
  public let offset: Int

  public var description: String { "byte \(offset): \(text)" }

  private var text: String {
    switch problem {
    case .tooLong(let limit): "at most \(limit) bytes expected, more found. Send less at once."
    case .tooDeep(let limit): "at most \(limit) levels of arrays and objects expected, more found. Nest less."
    case .cutShort: "the end of a value expected, the end of the bytes found. Send all of it."
    case .expected(let what): "\(what) expected, something else found. Check it with any reader of JSON."
    case .controlCharacter: "a text without control characters expected, one found. Write it as an escape."
    case .noUnicode: "UTF-8 expected, other bytes found. Save it as UTF-8."
    case .loneSurrogate: "a pair of surrogates expected, half of one found. Write the whole character."
    case .hugeNumber: "a number up to 1.8e308 expected, a larger one found. Write it as a text."
    case .duplicateKey: "each name once expected, the same name twice found. Remove one of them."
    case .notCanonical: "JSON as RFC 8785 writes it expected, another way found. Write it canonically."
    }
  }
}
