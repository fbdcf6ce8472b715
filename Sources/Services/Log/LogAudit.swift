import MerkleLog

/// Goes through the log from its first entry to its last, hashes each anew, and compares the tree with what the log says of
/// itself and with checkpoints that were kept.
///
/// What the log says of itself shows only that it agrees with itself: whoever can change the database and has the keys can
/// write one that does. A checkpoint that lies elsewhere shows more.
public struct LogAudit: Sendable {
  /// Entries that are hashed at once.
  static let pageSize = 4096
  /// Pages that are read and hashed at the same time.
  static let pagesAtOnce = 4

  private let store: any LogStore
  private let keys: LogKeys

  public init(store: any LogStore, keys: LogKeys) { (self.store, self.keys) = (store, keys) }

  /// Reads checkpoints that were kept elsewhere.
  ///
  /// - Throws: `NoteError`: there is none in the bytes, or it was changed.
  public func read(_ bytes: [UInt8]) async throws -> [GivenCheckpoint] {
    try GivenCheckpoint.read(bytes, keys: keys.noteKeys(origin: try await store.head().origin))
  }

  /// Goes through the log.
  ///
  /// - Parameters:
  ///   - given: checkpoints that were kept elsewhere, of any sizes.
  ///   - progress: told the share that is done, 0 to 1.
  public func report(
    against given: [GivenCheckpoint] = [], progress: @Sendable (Double) -> Void = { _ in }
  ) async throws -> LogAuditReport {
    let head = try await store.head()
    var run = LogAuditRun(
      head: head, kept: try await store.checkpoints(), given: given, keys: keys.noteKeys(origin: head.origin))
    try await eachPage(head.end) { page, done in
      run.append(page, of: head.size)
      progress(Double(done) / Double(head.end))
    }
    // A head that was changed can speak of any number: the first of those that are missing are told.
    if head.end < head.size {
      let missing = head.end..<min(head.size, head.end + LogAuditReport.mostFaults)
      run.append(LeafPage(faults: missing.map { .missing(sequence: $0) }), of: head.size)
    }
    return run.report
  }

  /// Has pages read and hashed beside each other, and takes them in order.
  private func eachPage(_ end: Int, _ take: (LeafPage, _ done: Int) -> Void) async throws {
    let pages = stride(from: 0, to: end, by: Self.pageSize).map { $0..<min($0 + Self.pageSize, end) }
    try await withThrowingTaskGroup(of: (Int, LeafPage).self) { group in
      var (started, taken) = (0, 0)
      var early: [Int: LeafPage] = [:]
      while taken < pages.count {
        while started < pages.count, started < taken + Self.pagesAtOnce {
          let (number, range) = (started, pages[started])
          group.addTask { [store] in (number, try await store.leaves(range)) }
          started += 1
        }
        guard let (number, page) = try await group.next() else { return }
        early[number] = page
        while let page = early.removeValue(forKey: taken) {
          take(page, pages[taken].upperBound)
          taken += 1
        }
      }
    }
  }
}
