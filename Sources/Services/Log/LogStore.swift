public import Cryptography
public import Vocabulary

/// Keeps the log, and the checkpoints that were signed of it.
public protocol LogStore: Sendable {
  /// How far the log has come.
  func head() async throws -> LogHead

  /// Hashes entries anew, in the order of the log.
  ///
  /// - Parameter range: places in the log; a few thousand at once.
  func leaves(_ range: Range<Int>) async throws -> LeafPage

  /// Entries as they are stored, in the order of the log; those that are missing are left out.
  func entries(_ range: Range<Int>) async throws -> [LogEntry]

  /// Keeps a checkpoint. One of the same size that is there already stays.
  func add(_ checkpoint: KeptCheckpoint) async throws

  /// The checkpoints that were signed, the smallest first.
  func checkpoints() async throws -> [KeptCheckpoint]

  /// The largest checkpoint; nil when there is none.
  func lastCheckpoint() async throws -> KeptCheckpoint?
}

/// What came out of hashing some entries.
public struct LeafPage: Hashable, Sendable {
  /// The hashes of the leaves as the entries say them now, in the order of the log.
  public var leaves: [Digest]
  /// What is wrong with single entries, in the order of the log.
  public var faults: [LogFault]

  public init(leaves: [Digest] = [], faults: [LogFault] = []) { (self.leaves, self.faults) = (leaves, faults) }
}

/// A signed checkpoint as it is kept beside the log.
public struct KeptCheckpoint: Hashable, Sendable {
  /// How many entries it speaks of.
  public let size: Int
  /// The signed note.
  public let note: String
  /// When it was signed.
  public let signedAt: Instant

  public init(size: Int, note: String, signedAt: Instant) {
    (self.size, self.note, self.signedAt) = (size, note, signedAt)
  }
}
