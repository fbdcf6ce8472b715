import Cryptography
import Services
import Vocabulary

extension PaperTable {
  /// Where a paper stands in the log, and how many pieces it has.
  private struct Place: Hashable {
    let entry: Int
    let size: Int
    let pieces: Int
  }

  /// Replays the entries about a person's papers, and compares what follows with the rows. The content itself is compared with
  /// its hash whenever it is read.
  func audit(_ person: PersonID, into report: inout RecordAuditReport, in statements: any Statements) throws {
    let table = shelf.pieces
    let rows = try statements.rows(
      """
      SELECT r.paper, r.entry, r.size, (SELECT COUNT(*) FROM \(table) p WHERE p.paper = r.paper) AS pieces
      FROM \(shelf.table) r WHERE r.person = $1
      """, [.bytes(person.bytes)])
    var found: [[UInt8]: Place] = [:]
    for row in rows {
      found[try row.bytes("paper")] = Place(
        entry: try row.int("entry"), size: try row.int("size"), pieces: try row.int("pieces"))
    }
    let expected = try replay(person, into: &report, in: statements)
    for id in Set(expected.keys).union(found.keys) where expected[id] != found[id] {
      report.add(.otherRow(sequence: expected[id]?.entry ?? found[id]?.entry ?? 0))
    }
  }

  /// The rows that follow from the entries. None for a person whose keys were destroyed.
  private func replay(
    _ person: PersonID, into report: inout RecordAuditReport, in statements: any Statements
  ) throws -> [[UInt8]: Place] {
    let entries = try EntryTable.entries(of: person, kinds: shelf.prefix, in: statements)
    let key: SecretKey?
    do {
      key = try writer.personKeys.key(of: person, shelf.purpose, in: statements)
    } catch LogError.personErased {
      return [:]
    } catch is SealError {
      key = nil
    }
    var places: [[UInt8]: Place] = [:]
    for entry in entries {
      guard let key, let payload = try? payload(entry, key) else {
        report.add(.sealBroken(sequence: entry.sequence))
        continue
      }
      places[payload.id.bytes] = payload.paper.map { paper in
        let pieces = [paper.size, paper.previewSize].map { ($0 + PaperPieces.size - 1) / PaperPieces.size }
        return Place(
          entry: entry.sequence, size: paper.size + paper.previewSize, pieces: pieces.reduce(0, +))
      }
    }
    return places
  }
}
