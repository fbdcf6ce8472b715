import CanonicalJSON
import FoundationEssentials
import Testing

/// The published examples of RFC 8785, from the folder of vectors.
enum Vectors {
  static let folder = ProcessInfo.processInfo.environment["FOBWATCH_VECTORS"].map { $0 + "/jcs" }

  static func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: try #require(folder) + "/" + name)), as: UTF8.self)
  }
}

@Suite(
  "Published examples of canonical JSON",
  .enabled(
    if: Vectors.folder != nil, "SKIPPED: the vectors in jcs/. Set FOBWATCH_VECTORS to the folder of published vectors"))
struct VectorTests {
  @Test("documents", arguments: ["arrays", "french", "structures", "unicode", "values", "weird"])
  func documents(name: String) throws {
    let value = try JSONReader().read(Vectors.text("input/\(name).json"))
    #expect(Data(value.bytes) == Data(try Vectors.text("output/\(name).json").utf8))
    let hex = value.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    #expect(try Vectors.text("outhex/\(name).txt").split(whereSeparator: \.isWhitespace).map(String.init) == hex)
  }

  @Test("numbers")
  func numbers() throws {
    let lines = try Vectors.text("es6-numbers-10000.txt").split(separator: "\n")
    #expect(lines.count == 10_000)
    for line in lines {
      let parts = line.split(separator: ",")
      let bits = try #require(UInt64(parts[0], radix: 16))
      let number = try #require(JSONNumber(Double(bitPattern: bits)))
      #expect(number.text == parts[1], "\(parts[0])")
    }
  }
}
