import CCommonPasswords

/// Passwords that come with the program: what `scripts/passwords` found to be used much or known from break-ins. They stand in
/// the program as they are looked up, and nowhere else in memory.
enum CommonPasswords {
  /// How many there are; none in a program that was built where the list could not be had.
  static var count: Int { numbers.count }

  static func contains(_ digest: PasswordDigest) -> Bool { digest.isAmong(numbers) }

  /// Sorted; static in C.
  static var numbers: UnsafeBufferPointer<UInt64> {
    UnsafeBufferPointer(start: common_passwords(), count: common_password_count())
  }
}
