import CSodium

/// Comparisons that take as long wherever the first difference is, so that time gives no secret away.
public enum ConstantTime {
  /// Whether two texts of bytes are equal. Their lengths are not kept secret.
  public static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.count == other.count && sodium_memcmp(one, other, one.count) == 0
  }

  /// Whether two texts have the same UTF-8 bytes.
  public static func areEqual(_ one: String, _ other: String) -> Bool { areEqual(Array(one.utf8), Array(other.utf8)) }
}
