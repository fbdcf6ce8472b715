import Cryptography
import Services
import Vocabulary

extension RoadmapTable {
  /// Where a roadmap stands in the log.
  private struct Place: Hashable {
    let first: Int
    var last: Int
  }

  /// Replays the entries about a person's roadmaps, and compares what follows with the rows.
  func audit(_ person: PersonID, into report: inout RecordAuditReport, in statements: any Statements) throws {
    let rows = try statements.rows(
      "SELECT roadmap, first_entry, entry FROM roadmap WHERE person = $1", [.bytes(person.bytes)])
    var found: [[UInt8]: Place] = [:]
    for row in rows {
      found[try row.bytes("roadmap")] = Place(first: try row.int("first_entry"), last: try row.int("entry"))
    }
    let expected = try replay(person, into: &report, in: statements)
    for id in Set(expected.keys).union(found.keys) where expected[id] != found[id] {
      report.add(.otherRow(sequence: expected[id]?.last ?? found[id]?.last ?? 0))
    }
  }

  /// The rows that follow from the entries. None for a person whose keys were destroyed.
  private func replay(
    _ person: PersonID, into report: inout RecordAuditReport, in statements: any Statements
  ) throws -> [[UInt8]: Place] {
    let entries = try EntryTable.entries(of: person, kinds: Self.prefix, in: statements)
    let key: SecretKey?
    do {
      key = try writer.personKeys.key(of: person, .record, in: statements)
    } catch LogError.personErased {
      return [:]
    } catch is SealError {
      key = nil
    }
    var places: [[UInt8]: Place] = [:]
    for entry in entries {
      guard let key, let payload = try? Self.payload(entry, key) else {
        report.add(.sealBroken(sequence: entry.sequence))
        continue
      }
      guard payload.roadmap != nil else {
        places[payload.id.bytes] = nil
        continue
      }
      places[payload.id.bytes, default: Place(first: entry.sequence, last: entry.sequence)].last = entry.sequence
    }
    return places
  }
}
