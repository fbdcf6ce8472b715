/// A credential in an address: the certifying body and the designation, `aama/cma`.
public struct CredentialPath: Sendable, Hashable {
  /// The certifying body, in lower case: `aama`.
  public let body: String
  /// The designation, in lower case: `cma`.
  public let designation: String

  /// Nil unless both are made of small letters, digits and inner hyphens.
  public init?(_ body: String, _ designation: String) {
    guard isSlug(body), isSlug(designation) else { return nil }
    self.body = body
    self.designation = designation
  }

  /// Reads `aama/cma`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(String(parts[0]), String(parts[1]))
  }

  /// `aama/cma`.
  public var text: String { "\(body)/\(designation)" }
}

/// Two small letters: `wa`.
func isStateCode(_ text: String) -> Bool {
  text.utf8.count == 2 && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
}

/// Small letters, digits, and hyphens or underscores inside: what a part of an address is made of.
func isSlug(_ text: String) -> Bool {
  guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count <= 80 else { return false }
  func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
  return isPlain(first) && isPlain(last) && text.utf8.allSatisfy { isPlain($0) || $0 == 0x2D || $0 == 0x5F }
}
