import Cryptography
import Services

/// The content of papers in pieces that one row holds, each sealed for its place: elsewhere it does not open.
struct PaperPieces {
  /// Of one piece, in bytes.
  static let size = 1 << 20

  let shelf: PaperShelf
  let key: SecretKey
  let random: RandomBytes

  func write(_ bytes: [UInt8], _ part: PaperPart, of paper: PaperID, in statements: any Statements) throws {
    let (table, seal) = (shelf.pieces, Seal(key: key, random: random))
    for (number, start) in stride(from: 0, to: bytes.count, by: Self.size).enumerated() {
      let piece = Array(bytes[start..<min(start + Self.size, bytes.count)])
      try statements.run(
        "INSERT INTO \(table) (paper, part, number, sealed) VALUES ($1, $2, $3, $4)",
        [
          .bytes(paper.bytes), Value(part.rawValue), Value(number),
          .bytes(seal.seal(piece, for: Self.context(paper, part, number))),
        ])
    }
  }

  func read(_ part: PaperPart, of paper: PaperID, in statements: any Statements) throws -> [UInt8] {
    let (table, seal) = (shelf.pieces, Seal(key: key))
    let rows = try statements.rows(
      "SELECT number, sealed FROM \(table) WHERE paper = $1 AND part = $2 ORDER BY number",
      [.bytes(paper.bytes), Value(part.rawValue)])
    var bytes: [UInt8] = []
    for (number, row) in rows.enumerated() {
      guard try row.int("number") == number,
        let piece = seal.open(try row.bytes("sealed"), for: Self.context(paper, part, number))
      else { throw PaperError.damaged }
      bytes += piece
    }
    return bytes
  }

  private static func context(_ paper: PaperID, _ part: PaperPart, _ number: Int) -> [UInt8] {
    Array("fobwatch paper 1:\(paper.text):\(part.rawValue):\(number)".utf8)
  }
}
