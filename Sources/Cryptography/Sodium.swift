import CSodium

/// The library itself.
enum Sodium {
  /// Prepares libsodium, once. It ends the program by itself when the system gives no random bytes, so the answer is not
  /// looked at.
  static let prepared = sodium_init() >= 0
}
