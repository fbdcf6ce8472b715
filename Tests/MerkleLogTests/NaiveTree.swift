import Cryptography
import MerkleLog

/// RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, word for word: slow and plain.
enum NaiveTree {
  /// MTH(D[n]).
  static func root(_ data: ArraySlice<[UInt8]>) -> Digest {
    switch data.count {
    case 0: return SHA256.digest(of: [])
    case 1: return SHA256.digest(of: [0] + data[data.startIndex])
    default:
      let k = data.startIndex + split(data.count)
      return SHA256.digest(of: [1] + root(data[..<k]).bytes + root(data[k...]).bytes)
    }
  }

  /// PATH(m, D[n]).
  static func path(_ m: Int, _ data: ArraySlice<[UInt8]>) -> [Digest] {
    if data.count == 1 { return [] }
    let k = split(data.count)
    let (left, right) = (data.prefix(k), data.dropFirst(k))
    return m < k ? path(m, left) + [root(right)] : path(m - k, right) + [root(left)]
  }

  /// PROOF(m, D[n]), as SUBPROOF(m, D[n], true).
  static func proof(_ m: Int, _ data: ArraySlice<[UInt8]>, isWhole: Bool = true) -> [Digest] {
    if m == data.count { return isWhole ? [] : [root(data)] }
    let k = split(data.count)
    let (left, right) = (data.prefix(k), data.dropFirst(k))
    return m <= k
      ? proof(m, left, isWhole: isWhole) + [root(right)] : proof(m - k, right, isWhole: false) + [root(left)]
  }

  /// The largest power of two smaller than n.
  private static func split(_ n: Int) -> Int {
    var k = 1
    while k * 2 < n { k *= 2 }
    return k
  }

  /// So many leaves, each different.
  static func leaves(_ count: Int, seed: UInt64 = 1) -> [[UInt8]] {
    var noise = Noise(seed: seed)
    return (0..<count).map { _ in withUnsafeBytes(of: noise.next()) { Array($0.prefix(Int($0[0] % 9))) + $0 } }
  }
}
