import Cryptography

/// A password as lists keep it: the first eight bytes of the SHA-256 of its text. With a million listed, one that is not on the
/// list is taken for one of them less than once in 10^12.
struct PasswordDigest: Sendable {
  let number: UInt64

  /// - Parameter text: composed as NFC.
  init(of text: String) {
    number = SHA256.digest(of: Array(text.utf8)).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// - Parameter numbers: of digests, sorted.
  func isAmong(_ numbers: some RandomAccessCollection<UInt64>) -> Bool {
    var rest = numbers[...]
    while !rest.isEmpty {
      let middle = rest.index(rest.startIndex, offsetBy: rest.count / 2)
      if rest[middle] == number { return true }
      rest = rest[middle] < number ? rest[rest.index(after: middle)...] : rest[..<middle]
    }
    return false
  }
}
