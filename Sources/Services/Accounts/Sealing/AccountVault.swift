public import Cryptography

/// Seals what the accounts keep about people, and makes the digests by which it is found. What was sealed as one thing for
/// one subject does not open as another, or for another.
public struct AccountVault: Sendable {
  /// What is sealed.
  enum Content: String {
    case email, secondFactor = "second factor", guardian, invitation, reason, token, mail
  }

  private let seal: NumberedSeal
  private let lookup: NumberedKeys

  /// - Parameters:
  ///   - record: the keys that seal.
  ///   - lookup: the keys of the digests.
  public init(record: NumberedKeys, lookup: NumberedKeys, random: RandomBytes) {
    seal = NumberedSeal(keys: record, random: random)
    self.lookup = lookup
  }

  /// Seals bytes as something of a subject.
  func seal(_ plain: [UInt8], as content: Content, of subject: [UInt8]) -> [UInt8] {
    seal.seal(plain, for: context(content, subject))
  }

  /// Seals a text as something of a subject.
  func seal(_ text: String, as content: Content, of subject: [UInt8]) -> [UInt8] {
    seal(Array(text.utf8), as: content, of: subject)
  }

  /// The bytes again.
  func open(_ sealed: [UInt8], as content: Content, of subject: [UInt8]) throws -> [UInt8] {
    try seal.open(sealed, for: context(content, subject))
  }

  /// The text again.
  func openText(_ sealed: [UInt8], as content: Content, of subject: [UInt8]) throws -> String {
    String(decoding: try open(sealed, as: content, of: subject), as: UTF8.self)
  }

  /// Seals the address of an account.
  package func seal(_ email: EmailAddress, of account: Account.ID) -> [UInt8] {
    seal(email.text, as: .email, of: account.bytes)
  }

  /// Whether something was sealed with an older key.
  func isOutdated(_ sealed: [UInt8]) -> Bool { seal.isOutdated(sealed) }

  /// The digest of an address by the newest key: what is kept.
  package func digest(of email: EmailAddress) -> Digest { digest("email", email.normalized, lookup.newest.key) }

  /// The digests of an address by all keys, the newest first: what is looked for.
  func digests(of email: EmailAddress) -> [Digest] {
    lookup.all.map { digest("email", email.normalized, $0.key) }
  }

  /// The digest under which tries are counted: neither an address nor an origin can be read from it.
  func digest(_ use: String, _ text: String) -> Digest { digest(use, text, lookup.newest.key) }

  private func digest(_ use: String, _ text: String, _ key: SecretKey) -> Digest {
    KeyedHash(key: key).digest(of: "\(use):\(text)")
  }

  private func context(_ content: Content, _ subject: [UInt8]) -> [UInt8] {
    Array("fobwatch account \(content.rawValue) 1:".utf8) + subject
  }
}
