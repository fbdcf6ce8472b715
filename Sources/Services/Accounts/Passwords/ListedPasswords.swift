/// Passwords that an installation lists besides those that come with the program, one on a line. Kept as eight bytes each, so a
/// million of them take 8 MB.
public struct ListedPasswords: Sendable {
  /// Of their digests, sorted.
  private let numbers: [UInt64]

  /// Lines shorter than any password are left out.
  public init(lines: some Sequence<some StringProtocol>) {
    numbers = lines.compactMap { line in
      PasswordText(String(line)).flatMap {
        $0.length >= PasswordPolicy.shortest ? PasswordDigest(of: $0.text).number : nil
      }
    }.sorted()
  }

  /// How many there are.
  public var count: Int { numbers.count }

  func contains(_ digest: PasswordDigest) -> Bool { digest.isAmong(numbers) }
}
