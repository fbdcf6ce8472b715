import MerkleLog
public import Vocabulary

/// Signs what the log says now, so that what comes later can be compared with it.
public struct CheckpointService: Sendable {
  private let store: any LogStore
  private let keys: LogKeys

  public init(store: any LogStore, keys: LogKeys) { (self.store, self.keys) = (store, keys) }

  /// Signs a checkpoint of all entries there are, and keeps it beside the log. It is worth something once a copy of it lies
  /// where nobody who can change the database can change it.
  ///
  /// - Returns: the checkpoint; the one there is, when nothing was added to the log since.
  @discardableResult
  public func sign(at now: Instant) async throws -> KeptCheckpoint {
    let head = try await store.head()
    if let last = try await store.lastCheckpoint(), last.size == head.size { return last }
    guard let signer = keys.signer(origin: head.origin) else { throw LogError.damagedHead }
    let note = Checkpoint(log: signer.key, frontier: head.frontier).signed(by: signer).note
    let checkpoint = KeptCheckpoint(size: head.size, note: note, signedAt: now)
    try await store.add(checkpoint)
    return checkpoint
  }

  /// Signs a checkpoint when the last one is older than `interval`, or was noted by a clock that was ahead; nil when none is due.
  public func signIfDue(every interval: Duration, at now: Instant) async throws -> KeptCheckpoint? {
    let last = try await store.lastCheckpoint()
    if let last, last.signedAt <= now, now - last.signedAt < interval { return nil }
    let signed = try await sign(at: now)
    return signed == last ? nil : signed
  }
}
