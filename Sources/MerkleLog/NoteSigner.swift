public import Cryptography

/// Signs notes under a name.
public struct NoteSigner: Sendable {
  /// What others check the signatures with.
  public let key: NoteKey
  private let signing: SigningKey

  /// Nil when the name is none for a `NoteKey`.
  public init?(name: String, key signing: SigningKey) {
    guard let key = NoteKey(name: name, key: signing.publicKey) else { return nil }
    (self.key, self.signing) = (key, signing)
  }

  func signature(of message: [UInt8]) -> [UInt8] { signing.signature(of: message) }
}
