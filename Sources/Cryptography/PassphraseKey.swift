import CSodium

/// Makes a key of a passphrase with argon2id (RFC 9106): the same key for the same passphrase, salt and cost.
public enum PassphraseKey {
  /// The bytes of a salt.
  public static let saltSize = Int(crypto_pwhash_SALTBYTES)

  /// 256 MiB and three passes, about a second: for what is seldom opened and worth guessing at.
  public static let cost = PasswordHash.Cost(passes: 3, memory: 256 * 1024 * 1024) ?? .standard

  /// The key.
  ///
  /// - Parameters:
  ///   - salt: 16 bytes, fresh for each use.
  ///   - cost: what each guess costs. Call it away from the threads that answer.
  /// - Returns: nil when the salt has another size.
  /// - Throws: `PasswordHash.OutOfMemoryError`.
  public static func key(
    _ passphrase: String, salt: [UInt8], cost: PasswordHash.Cost = cost
  ) throws(PasswordHash.OutOfMemoryError) -> SecretKey? {
    guard salt.count == saltSize else { return nil }
    _ = Sodium.prepared
    var bytes = [UInt8](repeating: 0, count: SecretKey.size)
    let characters = Array(passphrase.utf8CString)
    let result = crypto_pwhash(
      &bytes, UInt64(bytes.count), characters, UInt64(characters.count - 1), salt, UInt64(cost.passes), cost.memory,
      crypto_pwhash_ALG_ARGON2ID13)
    guard result == 0 else { throw PasswordHash.OutOfMemoryError(bytes: cost.memory) }
    return SecretKey(bytes)
  }
}
