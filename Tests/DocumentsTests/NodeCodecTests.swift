import Testing

@testable import Documents

@Suite("Documents as one text")
struct NodeCodecTests {
  @Test("what is written is read back", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let documents = (0..<Int.random(in: 0...4, using: &random)).map { index in
      (path: "knowledge/ñ\(index).yaml", node: Node.random(depth: 5, using: &random))
    }
    let read = try NodeCodec.decode(NodeCodec.encode(documents))
    #expect(read.map(\.path) == documents.map(\.path))
    #expect(read.map(\.node) == documents.map(\.node))
  }

  @Test("documents that nobody wants are passed over, the others read as ever", arguments: 0..<50 as Range<UInt64>)
  func wanted(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let documents = (0..<5).map { (path: "\($0).yaml", node: Node.random(depth: 5, using: &random)) }
    var text = NodeCodec.encode(documents)
    let read = try text.withUTF8 { bytes in
      var decoder = NodeDecoder(bytes: bytes)
      return try decoder.documents { $0 != "1.yaml" && $0 != "4.yaml" }
    }
    #expect(read.map(\.path) == ["0.yaml", "2.yaml", "3.yaml"])
    #expect(read.map(\.node) == [documents[0].node, documents[2].node, documents[3].node])
  }

  @Test("a text that is not whole throws, wherever it ends")
  func cut() throws {
    var random = Seeded(seed: 7)
    let bytes = Array(NodeCodec.encode([("a.yaml", Node.random(depth: 4, using: &random))]).utf8)
    for end in bytes.indices {
      #expect(throws: NodeCodecError.self) { try decode(Array(bytes[..<end])) }
    }
    #expect(throws: NodeCodecError.self) { try decode(bytes + [0x30]) }
  }

  @Test("a text with changed bytes throws or is read, and never traps", arguments: 0..<300 as Range<UInt64>)
  func corrupt(seed: UInt64) {
    var random = Seeded(seed: seed)
    var bytes = Array(NodeCodec.encode([("a.yaml", Node.random(depth: 4, using: &random))]).utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      bytes[Int.random(in: 2..<bytes.count, using: &random)] = .random(in: .min ... .max, using: &random)
    }
    _ = try? decode(bytes)
  }

  @Test(
    "numbers too large, nesting too deep and text that is not UTF-8 throw",
    arguments: [
      "", "N", "N1", "N2", "N2oooooooooooooooooooo", "N2ooooooooooooO", "N21030q0", "N211a300" + "x", "N211a500s0",
      "N211aPdV<" + String(repeating: "00l1", count: 100_000),
    ])
  func refused(text: String) {
    #expect(throws: NodeCodecError.self) { try NodeCodec.decode(text) }
  }

  @Test("bytes that are not UTF-8 throw")
  func notUTF8() {
    #expect(throws: NodeCodecError.self) { try decode(Array("N211a500s1".utf8) + [0xFF]) }
    #expect(throws: Never.self) { try decode(Array("N211a500s1".utf8) + [0x61]) }
  }

  private func decode(_ bytes: [UInt8]) throws -> [(path: String, node: Node)] {
    try bytes.withUnsafeBufferPointer { try NodeCodec.decode(utf8: $0) }
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same seed gives the same documents everywhere.
private struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension Node {
  fileprivate static func random(depth: Int, using random: inout Seeded) -> Node {
    let content: Content
    switch Int.random(in: 0..<(depth == 0 ? 3 : 5), using: &random) {
    case 0: content = .null
    case 1, 2: content = .scalar(text(using: &random), quoted: .random(using: &random))
    case 3:
      content = .list(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in .random(depth: depth - 1, using: &random) })
    default:
      content = .map(
        (0..<Int.random(in: 0...4, using: &random)).map { index in
          Entry(
            key: "\(index)" + text(using: &random), keyLine: number(using: &random), keyColumn: number(using: &random),
            value: .random(depth: depth - 1, using: &random))
        })
    }
    return Node(content, line: number(using: &random), column: number(using: &random))
  }

  private static func text(using random: inout Seeded) -> String {
    let letters: [Character] = ["a", "\"", "\\", "\n", "\r\n", "ñ", "😀", "0", "\u{0}", " ", "#", "(", "\t", "e\u{301}"]
    return String(
      (0..<Int.random(in: 0...40, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
  }

  private static func number(using random: inout Seeded) -> Int {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: .random(in: .min ... .max, using: &random)
    case 1: [Int.min, Int.max, 0, -1].randomElement(using: &random) ?? 0
    default: .random(in: 1...2000, using: &random)
    }
  }
}
