/// What both engines refuse, so that a statement that passes on one passes on the other. Texts stand in the program and
/// are few: each connection looks at one once and then remembers it.
final class StatementCheck {
  /// - Throws: `StorageError.misuse` when the text would begin or end a transaction, its placeholders are not numbered
  ///   in the order of their first use, their number is not that of the values, or a text holds the character 0,
  ///   which PostgreSQL cannot store.
  func check(_ sql: String, _ values: [Value]) throws {
    let wanted = try placeholders(sql)
    guard wanted == values.count else {
      throw StorageError.misuse("expected \(wanted) values, found \(values.count): \(sql)")
    }
    for case .text(let text) in values where text.utf8.contains(0) {
      throw StorageError.misuse("a text cannot hold the character U+0000")
    }
  }

  /// How many values each text asks for.
  private var known: [String: Int] = [:]
  private static let mostKnown = 2_000

  private func placeholders(_ sql: String) throws -> Int {
    if let count = known[sql] { return count }
    try Self.refuseTransactionWords(sql)
    let count = try Self.countPlaceholders(sql)
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[sql] = count
    return count
  }

  private static let transactionWords: Set<String> = [
    "ABORT", "BEGIN", "COMMIT", "END", "PREPARE", "RELEASE", "ROLLBACK", "SAVEPOINT", "START",
  ]

  private static func refuseTransactionWords(_ sql: String) throws {
    let first = sql.drop { $0.isWhitespace }.prefix { $0.isLetter }.uppercased()
    if transactionWords.contains(first) {
      throw StorageError.misuse("a body is one transaction: it cannot run \(first)")
    }
  }

  /// How many values a text asks for. Quoted parts are passed over.
  private static func countPlaceholders(_ sql: String) throws -> Int {
    let text = Array(sql.utf8)
    var count = 0
    var quote: UInt8?
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "?") {
        throw StorageError.misuse("placeholders are $1, $2, …: \(sql)")
      } else if byte == UInt8(ascii: "$") {
        let digits = text[index...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let number = Int(String(decoding: digits, as: UTF8.self)), (1...count + 1).contains(number) else {
          throw StorageError.misuse("placeholders are $1, $2, … in the order of their first use: \(sql)")
        }
        count = max(count, number)
        index += digits.count
      }
    }
    return count
  }
}
