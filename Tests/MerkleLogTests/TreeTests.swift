import Cryptography
import MerkleLog
import Testing

@Suite("Tree")
struct TreeTests {
  static let most = 70
  static let data = NaiveTree.leaves(most)
  static let leaves = data.map { MerkleHash.leaf($0) }

  @Test("roots, appended leaf after leaf, are those of the definition")
  func roots() throws {
    var frontier = Frontier()
    for size in 0...Self.most {
      #expect(frontier.size == size && frontier.root == NaiveTree.root(Self.data[..<size]))
      #expect(Frontier(leaves: Self.leaves[..<size]) == frontier)
      #expect(Frontier(bytes: frontier.bytes) == frontier)
      if size < Self.most { frontier.append(Self.leaves[size]) }
    }
    #expect(MerkleHash.empty == NaiveTree.root([]) && Frontier().root == MerkleHash.empty)
  }

  @Test("stored bytes that are no edge of a tree are refused")
  func stored() {
    let bytes = Frontier(leaves: Self.leaves[..<13]).bytes
    for count in bytes.indices { #expect(Frontier(bytes: Array(bytes[..<count])) == nil) }
    #expect(Frontier(bytes: bytes + [0]) == nil)
    #expect(Frontier(bytes: [0xFF] + bytes.dropFirst()) == nil && Frontier(bytes: [0x40, 0, 0, 0, 0, 0, 0, 1]) == nil)
    #expect(Frontier(bytes: Array(repeating: 0, count: 8)) == Frontier())
  }

  @Test("inclusion proofs of every leaf of every size are those of the definition, and verify")
  func inclusion() throws {
    for size in 1...Self.most {
      let (data, leaves) = (Self.data[..<size], Self.leaves[..<size])
      let root = Frontier(leaves: leaves).root
      for index in 0..<size {
        let path = try #require(ProofPlan.inclusion(of: index, in: size)).path(in: Array(leaves))
        #expect(path == NaiveTree.path(index, data))
        let proof = InclusionProof(index: index, size: size, path: path)
        #expect(proof.verifies(leaves[index], root: root))
        #expect(!proof.verifies(leaves[(index + 1) % size], root: root) || size == 1)
        #expect(!InclusionProof(index: index, size: size, path: path + [root]).verifies(leaves[index], root: root))
        #expect(
          path.isEmpty
            || !InclusionProof(index: index, size: size, path: path.dropLast()).verifies(leaves[index], root: root))
        #expect(!InclusionProof(index: index + size, size: size, path: path).verifies(leaves[index], root: root))
        #expect(!InclusionProof(index: index - size, size: size, path: path).verifies(leaves[index], root: root))
      }
    }
  }

  @Test("consistency proofs of every pair of sizes are those of the definition, and verify")
  func consistency() throws {
    for second in 1...Self.most {
      let (data, leaves) = (Self.data[..<second], Array(Self.leaves[..<second]))
      let root = Frontier(leaves: leaves).root
      for first in 1...second {
        let path = try #require(ProofPlan.consistency(from: first, to: second)).path(in: leaves)
        #expect(path == NaiveTree.proof(first, data))
        let older = Frontier(leaves: leaves[..<first]).root
        #expect(ConsistencyProof(first: first, second: second, path: path).verifies(older, root))
        #expect(!ConsistencyProof(first: first, second: second, path: path).verifies(root, older) || first == second)
        #expect(!ConsistencyProof(first: first, second: second, path: path + [root]).verifies(older, root))
        #expect(!ConsistencyProof(first: first, second: second, path: path).verifies(MerkleHash.leaf([9]), root))
        #expect(!ConsistencyProof(first: first, second: second, path: path).verifies(older, MerkleHash.leaf([9])))
        for place in path.indices {
          var changed = path
          changed[place] = MerkleHash.node(changed[place], root)
          #expect(!ConsistencyProof(first: first, second: second, path: changed).verifies(older, root))
        }
      }
    }
  }

  @Test("there is no proof of a leaf beyond the tree, or from a tree that is empty or larger")
  func none() {
    #expect(ProofPlan.inclusion(of: 5, in: 5) == nil && ProofPlan.inclusion(of: -1, in: 5) == nil)
    #expect(ProofPlan.inclusion(of: 0, in: 0) == nil && ProofPlan.inclusion(of: 0, in: .max) == nil)
    #expect(ProofPlan.consistency(from: 0, to: 5) == nil && ProofPlan.consistency(from: 6, to: 5) == nil)
    #expect(ProofPlan.consistency(from: 5, to: 5)?.parts == [])
    #expect(!ConsistencyProof(first: 0, second: 0, path: []).verifies(MerkleHash.empty, MerkleHash.empty))
  }

  @Test("larger trees at random places")
  func random() throws {
    var noise = Noise(seed: 5)
    for round in 0..<12 {
      let size = 71 + Int(noise.next() % 3_000)
      let data = NaiveTree.leaves(size, seed: UInt64(round) + 10)
      let leaves = data.map { MerkleHash.leaf($0) }
      let root = Frontier(leaves: leaves).root
      #expect(root == NaiveTree.root(data[...]))
      for _ in 0..<8 {
        let index = Int(noise.next() % UInt64(size))
        let path = try #require(ProofPlan.inclusion(of: index, in: size)).path(in: leaves)
        #expect(path == NaiveTree.path(index, data[...]))
        #expect(InclusionProof(index: index, size: size, path: path).verifies(leaves[index], root: root))
        let first = index + 1
        let proof = try #require(ProofPlan.consistency(from: first, to: size)).path(in: leaves)
        #expect(proof == NaiveTree.proof(first, data[...]))
        #expect(
          ConsistencyProof(first: first, second: size, path: proof).verifies(
            Frontier(leaves: leaves[..<first]).root, root))
      }
    }
  }

  @Test("proofs of random sizes and paths never stop the program")
  func noise() {
    var noise = Noise(seed: 9)
    for _ in 0..<5_000 {
      let numbers = (0..<2).map { _ in Int(truncatingIfNeeded: noise.next()) >> Int(noise.next() % 64) }
      let path = (0..<Int(noise.next() % 70)).map { MerkleHash.leaf([UInt8($0)]) }
      #expect(
        !InclusionProof(index: numbers[0], size: numbers[1], path: path).verifies(Self.leaves[0], root: Self.leaves[1]))
      #expect(
        !ConsistencyProof(first: numbers[0], second: numbers[1], path: path).verifies(Self.leaves[0], Self.leaves[1]))
    }
  }
}
