public import Cryptography
public import Services
public import Vocabulary

/// A database together with the keys that it is sealed with, and the stores that need both.
public struct SealedDatabase: Sendable {
  public let engine: any Engine
  public let keys: LogKeys
  /// Adds entries to the log within transactions.
  public let writer: LogWriter

  /// Looks whether the keys are those that the database was written with.
  ///
  /// - Parameters:
  ///   - engine: a database in its newest form.
  ///   - now: noted as the time when new keys were first seen.
  /// - Throws: `KeyLedgerError`, `KeyError`, `StorageError`.
  public init(_ engine: any Engine, _ ring: KeyRing, at now: Instant, random: RandomBytes = .system) async throws {
    try await KeyLedger(engine, ring).check(at: now)
    self.engine = engine
    keys = try LogKeys(ring)
    writer = LogWriter(keys: keys, random: random)
  }

  public var log: SQLLogStore { SQLLogStore(engine, writer) }
  public var evidence: SQLEvidenceStore { SQLEvidenceStore(engine, writer) }
  public var health: SQLHealthStore { SQLHealthStore(engine, writer) }
  public var checkpoints: CheckpointService { CheckpointService(store: log, keys: keys) }
  public var audit: LogAudit { LogAudit(store: log, keys: keys) }
  /// What is done after a key was replaced by a newer one.
  public var keyWork: KeyWork { KeyWork(engine, writer) }
  public var recordAudit: SQLRecordAudit { SQLRecordAudit(engine, writer) }
}
