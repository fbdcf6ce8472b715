public import Cryptography

/// Goes through a log once, leaf after leaf, computes its root, and compares the tree with checkpoints that were kept.
public struct LogVerifier: Sendable {
  /// The checkpoints in the order of their sizes, each with its place in what was given.
  private let awaited: [(place: Int, checkpoint: Checkpoint)]
  private var frontier = Frontier()
  private var next = 0
  private var found: [LogReport.Comparison?]
  private var wrongLeaves = 0
  private var firstWrongLeaf: Int?

  /// Compares with these checkpoints; they can be of any sizes.
  public init(against checkpoints: [Checkpoint] = []) {
    awaited = checkpoints.enumerated().sorted { ($0.element.size, $0.offset) < ($1.element.size, $1.offset) }
      .map { ($0.offset, $0.element) }
    found = Array(repeating: nil, count: checkpoints.count)
    compare()
  }

  /// How many leaves it has seen.
  public var size: Int { frontier.size }

  /// Takes the hash of the next leaf.
  public mutating func append(_ leaf: Digest) {
    frontier.append(leaf)
    if next < awaited.count, awaited[next].checkpoint.size == frontier.size { compare() }
  }

  /// Takes the bytes of the next leaf. When a hash of it is on record, the two are compared; the bytes count.
  public mutating func append(data: [UInt8], recorded: Digest? = nil) {
    let leaf = MerkleHash.leaf(data)
    if let recorded, recorded != leaf {
      wrongLeaves += 1
      firstWrongLeaf = firstWrongLeaf ?? frontier.size
    }
    append(leaf)
  }

  /// What came out, if this was all of the log.
  public var report: LogReport {
    var comparisons = found
    for (place, checkpoint) in awaited[next...] {
      comparisons[place] = .init(checkpoint: checkpoint, outcome: .cut(missing: checkpoint.size - frontier.size))
    }
    return LogReport(
      size: frontier.size, root: frontier.root, comparisons: comparisons.compactMap(\.self), wrongLeaves: wrongLeaves,
      firstWrongLeaf: firstWrongLeaf)
  }

  /// Goes through hashes of leaves that come in batches.
  public static func report<Batches: AsyncSequence>(leaves batches: Batches, against checkpoints: [Checkpoint] = [])
    async throws -> LogReport where Batches.Element == [Digest]
  {
    var verifier = LogVerifier(against: checkpoints)
    for try await batch in batches {
      try Task.checkCancellation()
      for leaf in batch { verifier.append(leaf) }
    }
    return verifier.report
  }

  /// Goes through the bytes of leaves that come in batches.
  public static func report<Batches: AsyncSequence>(data batches: Batches, against checkpoints: [Checkpoint] = [])
    async throws -> LogReport where Batches.Element == [[UInt8]]
  {
    var verifier = LogVerifier(against: checkpoints)
    for try await batch in batches {
      try Task.checkCancellation()
      for data in batch { verifier.append(data: data) }
    }
    return verifier.report
  }

  private mutating func compare() {
    while next < awaited.count, awaited[next].checkpoint.size == frontier.size {
      let (place, checkpoint) = awaited[next]
      let root = frontier.root
      found[place] = .init(
        checkpoint: checkpoint, outcome: checkpoint.root == root ? .same : .differs(found: root))
      next += 1
    }
  }
}
