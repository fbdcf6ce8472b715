public import Cryptography
public import MerkleLog

/// The keys that the log is written with.
public struct LogKeys: Sendable {
  /// Seals the key of each person.
  public let record: NumberedKeys
  /// Seals the key of what is known of each person's health.
  public let health: NumberedKeys
  /// Seals entries that belong to nobody.
  public let log: NumberedKeys
  /// Signs checkpoints.
  public let checkpoint: NumberedKeys

  public init(record: NumberedKeys, health: NumberedKeys, log: NumberedKeys, checkpoint: NumberedKeys) {
    (self.record, self.health, self.log, self.checkpoint) = (record, health, log, checkpoint)
  }

  /// The keys of an installation; those that are missing are made.
  public init(_ ring: KeyRing) throws(KeyError) {
    self.init(
      record: try ring.keys(for: .record), health: try ring.keys(for: .health), log: try ring.keys(for: .log),
      checkpoint: try ring.keys(for: .checkpoint))
  }

  /// Signs checkpoints of the log of this name; nil when the name is none.
  func signer(origin: String) -> NoteSigner? {
    NoteSigner(name: origin, key: SigningKey(seed: checkpoint.newest.key))
  }

  /// What checkpoints of the log of this name are checked with: the key that signs, and earlier ones.
  public func noteKeys(origin: String) -> [NoteKey] {
    checkpoint.all.compactMap { NoteKey(name: origin, key: SigningKey(seed: $0.key).publicKey) }
  }
}
