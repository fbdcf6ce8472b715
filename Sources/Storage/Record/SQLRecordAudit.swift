import CanonicalJSON
import Cryptography
public import Services
import Vocabulary

/// Compares the tables of records with the log.
public struct SQLRecordAudit: RecordAudit {
  /// How many people are compared in one transaction.
  private static let peopleAtOnce: Int64 = 50

  private let engine: any Engine
  private let writer: LogWriter

  public init(_ engine: any Engine, _ writer: LogWriter) { (self.engine, self.writer) = (engine, writer) }

  public func report(progress: @escaping @Sendable (Double) -> Void) async throws -> RecordAuditReport {
    var report = RecordAuditReport()
    let (total, strays, otherKeys) = try await engine.read { [writer] statements in
      (
        try RecordShelf.allCases.reduce(0) { $0 + (try statements.count("SELECT COUNT(*) FROM \($1.table)")) },
        try RecordShelf.allCases.flatMap { try Self.strays($0, statements) },
        try Self.destroyed(statements).symmetricDifference(Self.erased(statements, writer)).count
      )
    }
    for sequence in strays { report.add(.otherRow(sequence: sequence)) }
    if otherKeys > 0 { report.add(.otherKeys(people: otherKeys)) }
    var last: [UInt8]? = []
    while let after = last {
      try Task.checkCancellation()
      let found = try await engine.read { [writer] statements in
        var part = RecordAuditReport()
        let people = try statements.rows(
          """
          SELECT DISTINCT person FROM entry WHERE person IS NOT NULL AND person > $1 ORDER BY person
          LIMIT \(Self.peopleAtOnce)
          """, [.bytes(after)]
        ).compactMap { PersonID(try $0.bytes("person")) }
        for person in people {
          for shelf in RecordShelf.allCases {
            try RecordTable(shelf: shelf, writer: writer).audit(person, into: &part, in: statements)
          }
          try RoadmapTable(writer: writer).audit(person, into: &part, in: statements)
          try PageLookTable(writer: writer).audit(person, into: &part, in: statements)
          for shelf in PaperShelf.allCases {
            try PaperTable(shelf: shelf, writer: writer).audit(person, into: &part, in: statements)
          }
        }
        return (part, people.last?.bytes)
      }
      report.add(found.0)
      last = found.1
      progress(min(1, Double(report.versions) / Double(max(total, 1))))
    }
    progress(1)
    return report
  }

  /// Rows whose entry is about somebody else, or about nobody.
  private static func strays(_ shelf: RecordShelf, _ statements: any Statements) throws -> [Int] {
    try statements.rows(
      """
      SELECT r.entry FROM \(shelf.table) r LEFT JOIN entry n ON n.sequence = r.entry
      WHERE n.person IS NULL OR n.person <> r.person ORDER BY r.entry LIMIT \(LogAuditReport.mostFaults)
      """
    ).map { try $0.int("entry") }
  }

  /// People whose keys are gone.
  private static func destroyed(_ statements: any Statements) throws -> Set<[UInt8]> {
    Set(try statements.rows("SELECT person FROM person_key WHERE sealed IS NULL").map { try $0.bytes("person") })
  }

  /// People whose keys are gone, as the log says.
  private static func erased(_ statements: any Statements, _ writer: LogWriter) throws -> Set<[UInt8]> {
    let rows = try statements.rows("SELECT \(EntryTable.columns) FROM entry WHERE kind = $1", [.text(LogWriter.erased)])
    return Set(
      rows.compactMap { row in
        let payload = try? EntrySeal.open(EntryTable.entry(row), .installation(writer.keys.log))
        return payload?["person"]?.asString.flatMap { PersonID(text: $0) }?.bytes
      })
  }
}

extension RecordTable {
  /// Replays the entries about a person, and compares what follows with the rows.
  fileprivate func audit(_ person: PersonID, into report: inout RecordAuditReport, in statements: any Statements) throws
  {
    let rows = try statements.rows(
      "SELECT \(RecordRow.columns(shelf)) FROM \(shelf.table) WHERE person = $1 ORDER BY entry", [.bytes(person.bytes)])
    var found: [Int: RecordRow] = [:]
    for row in rows {
      let row = try RecordRow(row, on: shelf)
      found[row.sequence] = row
    }
    let expected = try replay(person, into: &report, in: statements)
    report.versions += expected.count
    for sequence in Set(expected.keys).union(found.keys).sorted() where expected[sequence] != found[sequence] {
      report.add(.otherRow(sequence: sequence))
    }
  }

  /// The rows that follow from the entries. None for a person whose keys were destroyed.
  private func replay(
    _ person: PersonID, into report: inout RecordAuditReport, in statements: any Statements
  ) throws -> [Int: RecordRow] {
    let entries = try EntryTable.entries(of: person, kinds: shelf.prefix, in: statements)
    let key: SecretKey?
    do {
      key = try writer.personKeys.key(of: person, shelf.purpose, in: statements)
    } catch LogError.personErased {
      return [:]
    } catch is SealError {
      key = nil
    }
    var rows: [Int: RecordRow] = [:]
    var versions: [RecordID: [Int]] = [:]
    for entry in entries {
      guard let key, let event = try? event(entry, key) else {
        report.add(.sealBroken(sequence: entry.sequence))
        continue
      }
      for earlier in versions[event.record, default: []] {
        let until = rows[earlier]?.knownUntil
        rows[earlier]?.knownUntil = until.map { min($0, event.at) } ?? event.at
      }
      guard let content = event.content else { continue }
      rows[entry.sequence] = RecordRow(event, content, of: person, on: shelf)
      versions[event.record, default: []].append(entry.sequence)
    }
    return rows
  }
}
