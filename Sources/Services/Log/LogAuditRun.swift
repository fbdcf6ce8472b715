import Cryptography
import MerkleLog

/// One going through a log.
struct LogAuditRun {
  private let head: LogHead
  private let keptCount: Int
  private let keptSizes: Int
  private let given: [GivenCheckpoint]
  private var verifier: LogVerifier
  private var faults: [LogFault] = []
  private var faultCount = 0

  init(head: LogHead, kept: [KeptCheckpoint], given: [GivenCheckpoint], keys: [NoteKey]) {
    self.head = head
    self.given = given
    var checkpoints: [Checkpoint] = []
    var damaged: [LogFault] = []
    for kept in kept {
      let read = try? Checkpoint.read(Array(kept.note.utf8), signedBy: keys)
      if let read, read.size == kept.size {
        checkpoints.append(read)
      } else {
        damaged.append(.damagedCheckpoint(size: kept.size))
      }
    }
    keptCount = kept.count
    keptSizes = checkpoints.count
    // The head is one more checkpoint, the last.
    let last = keys.first.map { Checkpoint(log: $0, frontier: head.frontier) }
    verifier = LogVerifier(against: checkpoints + given.map(\.checkpoint) + [last].compactMap(\.self))
    if head.end != head.size { note(.otherCount(head: head.size, found: head.end)) }
    for fault in damaged { note(fault) }
  }

  /// Takes the next entries. Those behind the end that the head names belong to no tree.
  mutating func append(_ page: LeafPage, of size: Int) {
    for fault in page.faults { note(fault) }
    for leaf in page.leaves where verifier.size < size { verifier.append(leaf) }
  }

  private mutating func note(_ fault: LogFault) {
    faultCount += 1
    if faults.count < LogAuditReport.mostFaults { faults.append(fault) }
  }

  var report: LogAuditReport {
    let found = verifier.report
    let (kept, rest) = (found.comparisons.prefix(keptSizes), found.comparisons.dropFirst(keptSizes))
    let compared = zip(given, rest).map { LogAuditReport.Comparison(given: $0, outcome: $1.outcome) }
    var (faults, faultCount) = (faults, faultCount)
    if rest.dropFirst(given.count).contains(where: { $0.outcome != .same }) {
      faultCount += 1
      faults.append(.otherRoot)
    }
    return LogAuditReport(
      origin: head.origin, size: found.size, root: found.root, faults: faults, faultCount: faultCount,
      keptCheckpoints: keptCount, keptDiffering: kept.filter { $0.outcome != .same }, comparisons: compared,
      suspects: found.suspectLeaves, comparedRecords: nil)
  }
}
