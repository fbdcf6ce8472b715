import Cryptography

/// Passwords that are known to whoever guesses: of a list that an installation keeps, one on a line. Kept as the first eight
/// bytes of their digests, so a million of them take 8 MB; two different passwords meet in those less than once in 10^12.
public struct ListedPasswords: Sendable {
  private let digests: [UInt64]

  /// Lines shorter than any password are left out.
  public init(lines: some Sequence<some StringProtocol>) {
    digests = lines.compactMap { line in
      PasswordText(String(line)).flatMap { $0.length >= PasswordPolicy.shortest ? Self.digest($0.text) : nil }
    }.sorted()
  }

  /// How many there are.
  public var count: Int { digests.count }

  /// Whether a password, composed as NFC, is one of them.
  func contains(_ text: String) -> Bool {
    let wanted = Self.digest(text)
    var (low, high) = (0, digests.count)
    while low < high {
      let middle = (low + high) / 2
      if digests[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < digests.count && digests[low] == wanted
  }

  private static func digest(_ text: String) -> UInt64 {
    SHA256.digest(of: Array(text.utf8)).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
