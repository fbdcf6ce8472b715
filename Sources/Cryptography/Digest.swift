/// 32 bytes that stand for others: a hash. Kept in place, so that a million of them cost no million allocations.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// How many bytes a digest has.
  public static let size = 32

  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  private init() {}

  /// Nil when there are not 32 bytes.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    Swift.withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
  }

  /// The bytes in order.
  public var bytes: [UInt8] { withUnsafeBytes(Array.init) }

  /// In lower-case hexadecimal digits.
  public var description: String { Hex.text(bytes) }

  /// Reads the 32 bytes in place.
  public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try Swift.withUnsafeBytes(of: words, body)
  }

  /// The 32 bytes that C writes.
  static func written(by body: (UnsafeMutablePointer<UInt8>) -> Void) -> Digest {
    var digest = Digest()
    withUnsafeMutablePointer(to: &digest.words) { $0.withMemoryRebound(to: UInt8.self, capacity: size, body) }
    return digest
  }

  /// Equal when every byte is. Takes as long wherever the first difference is.
  public static func == (one: Digest, other: Digest) -> Bool {
    let (a, b) = (one.words, other.words)
    return (a.0 ^ b.0) | (a.1 ^ b.1) | (a.2 ^ b.2) | (a.3 ^ b.3) == 0
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}
