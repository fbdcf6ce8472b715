import Cryptography
import MerkleLog
import Services
import Vocabulary

/// The rows of the log.
enum EntryTable {
  static let columns = "sequence, person, kind, recorded_at, salt, ciphertext, leaf"

  static func row(_ entry: LogEntry, _ leaf: Digest) -> [Value] {
    [
      Value(entry.sequence), Value(entry.person), .text(entry.kind), Value(entry.recordedAt), .bytes(entry.salt),
      .bytes(entry.ciphertext), .bytes(leaf.bytes),
    ]
  }

  static func insert(_ rows: [[Value]], in statements: any Statements) throws {
    try statements.run("INSERT INTO entry (\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7)", each: rows)
  }

  static func entries(_ range: Range<Int>, in statements: any Statements) throws -> [LogEntry] {
    try statements.rows(
      "SELECT \(columns) FROM entry WHERE sequence >= $1 AND sequence < $2 ORDER BY sequence",
      [Value(range.lowerBound), Value(range.upperBound)]
    ).map { try entry($0) }
  }

  /// Entries about a person whose kinds begin alike, in the order of the log.
  static func entries(
    of person: PersonID, kinds prefix: String, in statements: any Statements
  ) throws -> [LogEntry] {
    let (sql, values) = query(person, kinds: prefix)
    return try statements.rows(sql, values).map { try entry($0) }
  }

  /// By the index of people.
  static func query(_ person: PersonID, kinds prefix: String) -> (sql: String, values: [Value]) {
    (
      "SELECT \(columns) FROM entry WHERE person = $1 AND substr(kind, 1, $2) = $3 ORDER BY sequence",
      [.bytes(person.bytes), Value(prefix.count), .text(prefix)]
    )
  }

  /// Entries about several people, of these kinds, in the order of the log.
  static func entries(
    of people: [PersonID], kinds: [String], in statements: any Statements
  ) throws -> [LogEntry] {
    guard !people.isEmpty, !kinds.isEmpty else { return [] }
    let (sql, values) = query(people, kinds: kinds)
    return try statements.rows(sql, values).map { try entry($0) }
  }

  /// By the index of people.
  static func query(_ people: [PersonID], kinds: [String]) -> (sql: String, values: [Value]) {
    let places = people.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let placeholders = kinds.indices.map { "$\($0 + people.count + 1)" }.joined(separator: ", ")
    return (
      "SELECT \(columns) FROM entry WHERE person IN (\(places)) AND kind IN (\(placeholders)) ORDER BY sequence",
      people.map { .bytes($0.bytes) } + kinds.map { .text($0) }
    )
  }

  /// - Parameter kind: the column of its kind.
  static func entry(_ row: Row, kind: String = "kind") throws -> LogEntry {
    LogEntry(
      sequence: try row.int("sequence"), person: try row.bytesIfAny("person"), kind: try row.text(kind),
      recordedAt: try row.instant("recorded_at"), salt: try row.bytes("salt"), ciphertext: try row.bytes("ciphertext"))
  }

  /// Hashes entries anew and compares each with the hash on record.
  static func leaves(_ range: Range<Int>, in statements: any Statements) throws -> LeafPage {
    let rows = try statements.rows(
      "SELECT \(columns) FROM entry WHERE sequence >= $1 AND sequence < $2 ORDER BY sequence",
      [Value(range.lowerBound), Value(range.upperBound)])
    var page = LeafPage()
    page.leaves.reserveCapacity(rows.count)
    var next = range.lowerBound
    for row in rows {
      let entry = try entry(row)
      while next < entry.sequence {
        page.faults.append(.missing(sequence: next))
        next += 1
      }
      let leaf = entry.leaf
      // A kind with quotes in it could stand for other members of the leaf.
      if Digest(try row.bytes("leaf")) != leaf || !LogEntry.isKind(entry.kind) {
        page.faults.append(.changed(sequence: entry.sequence))
      }
      page.leaves.append(leaf)
      next += 1
    }
    page.faults += (next..<max(next, range.upperBound)).map { .missing(sequence: $0) }
    return page
  }
}
