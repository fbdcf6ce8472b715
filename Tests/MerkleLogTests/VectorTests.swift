import Cryptography
import FoundationEssentials
import MerkleLog
import Testing

/// The folder of published proofs, good and bad.
private let vectors = ProcessInfo.processInfo.environment["FOBWATCH_VECTORS"].map { $0 + "/merkle" }

@Suite(
  "Published proofs",
  .enabled(
    if: vectors != nil, "SKIPPED: the vectors in merkle/. Set FOBWATCH_VECTORS to the folder of published vectors"))
struct VectorTests {
  private struct Inclusion: Decodable {
    let leafIdx: UInt64
    let treeSize: UInt64
    let root: String?
    let leafHash: String?
    let proof: [String]?
    let wantErr: Bool
  }

  private struct Consistency: Decodable {
    let size1: UInt64
    let size2: UInt64
    let root1: String?
    let root2: String?
    let proof: [String]?
    let wantErr: Bool
  }

  private func files(_ name: String) throws -> [String] {
    let folder = try #require(vectors) + "/" + name
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted()
      .map { folder + "/" + $0 }
  }

  private func read<T: Decodable>(_ file: String) throws -> T {
    try JSONDecoder().decode(T.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
  }

  /// Nil for a hash of another length than 32 bytes: some files have such.
  private func digest(_ text: String?) throws -> Digest? {
    Digest(try #require(Base64.standard.bytes(text ?? "")))
  }

  /// One of the files says that a tree agrees with itself whose root has twelve bytes, which a `Digest` cannot be. A hash of
  /// it stands in, so that equal roots stay equal, and others differ.
  private func root(_ text: String?) throws -> Digest {
    try digest(text) ?? SHA256.digest(of: Array("stand-in \(text ?? "")".utf8))
  }

  @Test("inclusion")
  func inclusion() throws {
    let files = try files("inclusion")
    var verified = 0
    for file in files {
      let vector: Inclusion = try read(file)
      let path = try (vector.proof ?? []).compactMap { try digest($0) }
      let proof = InclusionProof(
        index: Int(truncatingIfNeeded: vector.leafIdx), size: Int(truncatingIfNeeded: vector.treeSize), path: path)
      var result = false
      if let leaf = try digest(vector.leafHash), let root = try digest(vector.root),
        path.count == vector.proof?.count ?? 0
      {
        result = proof.verifies(leaf, root: root)
      }
      #expect(result == !vector.wantErr, "\(file)")
      verified += result ? 1 : 0
    }
    #expect(files.count == 65 && verified == 4)
  }

  @Test("consistency")
  func consistency() throws {
    let files = try files("consistency")
    var verified = 0
    for file in files {
      let vector: Consistency = try read(file)
      let path = try (vector.proof ?? []).compactMap { try digest($0) }
      let proof = ConsistencyProof(
        first: Int(truncatingIfNeeded: vector.size1), second: Int(truncatingIfNeeded: vector.size2), path: path)
      let result =
        try path.count == vector.proof?.count ?? 0 && proof.verifies(root(vector.root1), root(vector.root2))
      #expect(result == !vector.wantErr, "\(file)")
      verified += result ? 1 : 0
    }
    #expect(files.count == 57 && verified == 4)
  }
}
