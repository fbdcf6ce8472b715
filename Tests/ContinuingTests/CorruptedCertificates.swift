import CanonicalJSON
import CourseProof
import CourseSamples
import Cryptography
import Population
import Testing

@testable import Continuing

/// Certificates that say more than they prove are refused, also when their digest is made anew.
@Suite("Corrupted certificates")
struct CorruptedCertificates {
  static let problem = SeededProblems.problem(5, columns: 30)
  static let bytes = SeededProblems.certificate(problem, CoverSearch(problem).solve())

  static func json() throws -> JSON { try JSONReader(maximumBytes: 1 << 26, maximumDepth: 8).read(bytes) }

  /// With a member changed, and the digest of that.
  static func with(_ key: String, _ value: JSON) throws -> [UInt8] {
    guard case .object(var object) = try json() else { return [] }
    object[key] = value
    object["sha256"] = nil
    object["sha256"] = .string(SHA256.digest(of: JSON.object(object).bytes).description)
    return JSON.object(object).bytes
  }

  static func whole(_ number: Int) -> JSON { JSONNumber(whole: Int64(number)).map(JSON.number) ?? .null }

  func isRefused(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try ProofChecker.check(bytes)
      return false
    } catch {
      return true
    }
  }

  @Test("what it was made from holds")
  func holds() throws { #expect(try ProofChecker.check(Self.bytes).isBest) }

  @Test("a changed byte is noticed", arguments: 1...120)
  func bytesChanged(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var bytes = Self.bytes
    let place = Int(random.next() % UInt64(bytes.count))
    bytes[place] ^= UInt8(1 + random.next() % 127)
    #expect(isRefused(bytes))
  }

  @Test("a part that is cut off is noticed", arguments: 1...20)
  func cut(_ part: Int) { #expect(isRefused(Array(Self.bytes.prefix(Self.bytes.count * part / 21)))) }

  @Test("a total, a bound or a set that is not proved is refused though the digest fits", arguments: 1...40)
  func claims(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let json = try Self.json()
    let total = Int(try #require(json["total"]?.asWhole))
    let chosen = try #require(json["chosen"]?.asArray).compactMap(\.asWhole).map(Int.init)
    let off = 1 + Int(random.next() % 5000)
    #expect(isRefused(try Self.with("total", Self.whole(total + off))))
    #expect(isRefused(try Self.with("total", Self.whole(max(0, total - off)))))
    #expect(isRefused(try Self.with("bound", Self.whole(total + off))))
    #expect(isRefused(try Self.with("bound", .null)))
    var less = chosen
    less.remove(at: Int(random.next() % UInt64(less.count)))
    #expect(isRefused(try Self.with("chosen", .array(less.map(Self.whole)))))
  }

  @Test("a tree with an entry that is missing, weaker or of another kind is refused though the digest fits")
  func trees() throws {
    let tree = try #require(try Self.json()["tree"]?.asArray)
    var refused = 0
    for i in tree.indices.prefix(60) {
      var shorter = tree
      shorter.remove(at: i)
      if tree[i]["fix"] == nil {
        #expect(isRefused(try Self.with("tree", .array(shorter))))
        refused += 1
      }
      guard tree[i]["bound"] != nil else { continue }
      var weaker = tree
      weaker[i] = ["bound": []]
      var other = tree
      other[i] = ["infeasible": []]
      // Without multipliers a bound is what is settled costs: never the best set's cost where columns are free.
      #expect(isRefused(try Self.with("tree", .array(other))))
      if isRefused(try Self.with("tree", .array(weaker))) { refused += 1 }
    }
    var longer = tree
    longer.append(["bound": []])
    #expect(isRefused(try Self.with("tree", .array(longer))))
    #expect(isRefused(try Self.with("tree", [])))
    #expect(refused > 10)
  }

  @Test("members and numbers that are not in the format are refused")
  func format() throws {
    #expect(isRefused(try Self.with("more", 1)))
    #expect(isRefused(try Self.with("version", 2)))
    #expect(isRefused(try Self.with("least", "weight")))
    #expect(isRefused(try Self.with("denominator", 0)))
    #expect(isRefused(try Self.with("denominator", Self.whole(1 << 52))))
    #expect(isRefused(try Self.with("chosen", [1, 1])))
    #expect(isRefused(try Self.with("chosen", [Self.whole(100_000)])))
    #expect(isRefused(try Self.with("tree", [["bound": [[0, Self.whole(-1)]]]])))
    #expect(isRefused(try Self.with("tree", [["bound": [[Self.whole(99), 1]]]])))
    #expect(isRefused([]))
    #expect(isRefused(Array("[]".utf8)))
  }
}
