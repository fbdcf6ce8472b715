import Cryptography
import Services
import Vocabulary

extension PageLookTable {
  /// Replays the entries about a person's looks, and compares what follows with the rows.
  func audit(_ person: PersonID, into report: inout RecordAuditReport, in statements: any Statements) throws {
    let rows = try statements.rows("SELECT entry FROM page_look WHERE person = $1", [.bytes(person.bytes)])
    let found = Set(try rows.map { try $0.int("entry") })
    for sequence in try replay(person, into: &report, in: statements).symmetricDifference(found).sorted() {
      report.add(.otherRow(sequence: sequence))
    }
  }

  /// The rows that follow from the entries. None for a person whose keys were destroyed.
  private func replay(
    _ person: PersonID, into report: inout RecordAuditReport, in statements: any Statements
  ) throws -> Set<Int> {
    let entries = try EntryTable.entries(of: person, kinds: Self.prefix, in: statements)
    let key: SecretKey?
    do {
      key = try writer.personKeys.key(of: person, .record, in: statements)
    } catch LogError.personErased {
      return []
    } catch is SealError {
      key = nil
    }
    var standing: Set<Int> = []
    for entry in entries {
      guard let key, let payload = try? Self.payload(entry, key) else {
        report.add(.sealBroken(sequence: entry.sequence))
        continue
      }
      switch payload {
      case .noted: standing.insert(entry.sequence)
      case .forgotten(let sequence, _): standing.remove(sequence)
      }
    }
    return standing
  }
}
