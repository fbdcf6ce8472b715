import CSodium

/// Passwords as argon2id texts (RFC 9106), which carry their salt and their cost.
///
/// Each takes some 20 ms and all the memory of its cost: call it away from the threads that answer, a few at a time.
public struct PasswordHash: Sendable {
  /// What one try costs whoever guesses.
  public struct Cost: Hashable, Sendable {
    /// How many passes over the memory; 1 or more.
    public let passes: Int
    /// In bytes; 8192 or more.
    public let memory: Int

    /// Nil when a figure is below what libsodium takes.
    public init?(passes: Int, memory: Int) {
      guard passes >= 1, memory >= 8192, memory <= 1 << 32 else { return nil }
      (self.passes, self.memory) = (passes, memory)
    }

    private init(known passes: Int, _ memory: Int) { (self.passes, self.memory) = (passes, memory) }

    /// 19 MiB, two passes, one lane, as OWASP's Password Storage Cheat Sheet recommends at least.
    public static let standard = Cost(known: 2, 19 * 1024 * 1024)
    /// As little as libsodium takes: for tests.
    public static let least = Cost(known: 1, 8192)
  }

  /// There was not enough memory for one.
  public struct OutOfMemoryError: Error, CustomStringConvertible {
    /// How many bytes were asked for.
    public let bytes: Int
    public var description: String {
      "no memory to hash a password: \(bytes) bytes expected. Try again with less at once."
    }
  }

  private let cost: Cost

  /// Hashes at this cost.
  public init(cost: Cost = .standard) { self.cost = cost }

  /// The text to keep for a password: another one each time.
  public func text(of password: String) throws(OutOfMemoryError) -> String {
    _ = Sodium.prepared
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let result = password.withCharacters { characters, count in
      crypto_pwhash_argon2id_str(&text, characters, count, UInt64(cost.passes), cost.memory)
    }
    guard result == 0 else { throw OutOfMemoryError(bytes: cost.memory) }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether the text was made of this password, at whatever cost. False for a text that is none.
  public func verifies(_ password: String, against text: String) -> Bool {
    guard text.utf8.count < Int(crypto_pwhash_STRBYTES), !text.utf8.contains(0) else { return false }
    _ = Sodium.prepared
    return password.withCharacters { characters, count in
      crypto_pwhash_argon2id_str_verify(text, characters, count) == 0
    }
  }

  /// Whether a text was made at another cost than this one's, so that it should be made again when the password is at hand.
  public func needsRehash(_ text: String) -> Bool {
    guard text.utf8.count < Int(crypto_pwhash_STRBYTES), !text.utf8.contains(0) else { return true }
    return crypto_pwhash_argon2id_str_needs_rehash(text, UInt64(cost.passes), cost.memory) != 0
  }
}

extension String {
  /// The UTF-8 bytes as C's characters, with a zero behind them that is not counted.
  fileprivate func withCharacters<R>(_ body: (UnsafePointer<CChar>, UInt64) -> R) -> R {
    let count = UInt64(utf8.count)
    return withCString { body($0, count) }
  }
}
