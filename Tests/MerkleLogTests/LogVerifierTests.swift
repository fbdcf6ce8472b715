import Cryptography
import Testing

@testable import MerkleLog

@Suite("Log verifier")
struct LogVerifierTests {
  static let data = NaiveTree.leaves(200)
  static let leaves = data.map { MerkleHash.leaf($0) }

  static func checkpoint(_ size: Int, of leaves: [Digest] = leaves) -> Checkpoint {
    Checkpoint(log: CheckpointTests.signer.key, frontier: Frontier(leaves: leaves[..<size]))
  }

  private func report(_ leaves: [Digest], against sizes: [Int]) -> LogReport {
    var verifier = LogVerifier(against: sizes.map { Self.checkpoint($0) })
    for leaf in leaves { verifier.append(leaf) }
    return verifier.report
  }

  @Test("the log itself agrees with its checkpoints of every size")
  func same() {
    let report = report(Self.leaves, against: Array(0...200).reversed())
    #expect(report.isIntact && report.suspectLeaves == nil && report.comparisons.count == 201)
    #expect(report.size == 200 && report.root == Frontier(leaves: Self.leaves).root)
    #expect(report.comparisons.first?.checkpoint.size == 200)
  }

  @Test("a changed leaf differs in the checkpoints behind it, and only there", arguments: [0, 1, 63, 64, 99, 100, 199])
  func changed(place: Int) {
    var leaves = Self.leaves
    leaves[place] = MerkleHash.leaf([1, 2, 3])
    let report = report(leaves, against: [150, 50, 100, 200])
    for comparison in report.comparisons {
      let isBehind = comparison.checkpoint.size > place
      let root = Frontier(leaves: leaves[..<comparison.checkpoint.size]).root
      #expect(comparison.outcome == (isBehind ? .differs(found: root) : .same))
    }
    #expect(report.comparisons.map(\.checkpoint.size) == [150, 50, 100, 200])
    #expect(!report.isIntact && report.suspectLeaves?.contains(place) == true && report.suspectLeaves?.count == 50)
  }

  @Test("re-ordered, removed and inserted leaves differ")
  func moved() {
    var swapped = Self.leaves
    swapped.swapAt(120, 121)
    #expect(report(swapped, against: [120, 121, 122]).comparisons.map { $0.outcome == .same } == [true, false, false])
    var removed = Self.leaves
    removed.remove(at: 60)
    #expect(report(removed, against: [60, 61]).suspectLeaves == 60..<61)
    var inserted = Self.leaves
    inserted.insert(MerkleHash.leaf([7]), at: 60)
    #expect(report(inserted, against: [60, 61]).suspectLeaves == 60..<61)
  }

  @Test("a log that was cut is told from one that was changed")
  func cut() {
    let report = report(Array(Self.leaves[..<120]), against: [130, 120, 200])
    #expect(report.comparisons.map(\.outcome) == [.cut(missing: 10), .same, .cut(missing: 80)])
    #expect(!report.isIntact && report.suspectLeaves == 120..<130)
  }

  @Test("a whole log written anew agrees with itself, and not with a checkpoint kept elsewhere")
  func rewritten() {
    let other = NaiveTree.leaves(200, seed: 99).map { MerkleHash.leaf($0) }
    var verifier = LogVerifier(against: [Self.checkpoint(200, of: other), Self.checkpoint(1)])
    for leaf in other { verifier.append(leaf) }
    #expect(verifier.report.comparisons.map { $0.outcome == .same } == [true, false])
  }

  @Test("two checkpoints of one size that differ are never both the same")
  func split() {
    var leaves = Self.leaves
    leaves.swapAt(3, 4)
    var verifier = LogVerifier(against: [Self.checkpoint(100), Self.checkpoint(100, of: leaves), Self.checkpoint(100)])
    for leaf in Self.leaves { verifier.append(leaf) }
    #expect(verifier.report.comparisons.map { $0.outcome == .same } == [true, false, true])
  }

  @Test("leaves whose recorded hash is another are counted, and the first is named")
  func recorded() {
    var verifier = LogVerifier()
    for (place, data) in Self.data.enumerated() {
      let isWrong = place == 17 || place == 40
      verifier.append(data: data, recorded: isWrong ? MerkleHash.leaf([5]) : Self.leaves[place])
    }
    let report = verifier.report
    #expect(report.wrongLeaves == 2 && report.firstWrongLeaf == 17 && !report.isIntact)
    #expect(report.root == Frontier(leaves: Self.leaves).root)
  }

  @Test("batches of any size give the same report", arguments: [1, 7, 64, 500])
  func batches(count: Int) async throws {
    let starts = Array(stride(from: 0, to: 200, by: count))
    let checkpoints = [Self.checkpoint(10), Self.checkpoint(200)]
    let leaves = AsyncStream { stream in
      for start in starts { stream.yield(Array(Self.leaves[start..<min(start + count, 200)])) }
      stream.finish()
    }
    let data = AsyncStream { stream in
      for start in starts { stream.yield(Array(Self.data[start..<min(start + count, 200)])) }
      stream.finish()
    }
    let expected = report(Self.leaves, against: [10, 200])
    #expect(try await LogVerifier.report(leaves: leaves, against: checkpoints) == expected)
    #expect(try await LogVerifier.report(data: data, against: checkpoints) == expected)
  }
}
