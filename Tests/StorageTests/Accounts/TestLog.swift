import CanonicalJSON
import Services
import Vocabulary

@testable import Storage

/// Keeps entries in a plain table of the same database, so that they come and go with their transactions.
struct TestLog: EntryWriter {
  static func make(in statements: any Statements) throws {
    switch statements.dialect {
    case .sqlite:
      try statements.script(
        """
        CREATE TABLE test_entry (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, person BLOB, payload TEXT NOT NULL) STRICT;
        CREATE TABLE test_forgotten (person BLOB PRIMARY KEY) STRICT;
        """)
    case .postgres:
      try statements.script(
        """
        CREATE TABLE test_entry (
          number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind TEXT NOT NULL, person BYTEA, payload TEXT NOT NULL);
        CREATE TABLE test_forgotten (person BYTEA PRIMARY KEY);
        """)
    }
  }

  @discardableResult
  func append(_ drafts: [LogEntryDraft], in statements: any Statements, at now: Instant) throws -> Range<Int> {
    for draft in drafts {
      try statements.run(
        "INSERT INTO test_entry (kind, person, payload) VALUES ($1, $2, $3)",
        [.text(draft.kind), .id(draft.person), .text(draft.payload.text)])
    }
    return 0..<0
  }

  func entries(of person: PersonID, kind: String, in statements: any Statements) throws -> [PersonEntry] {
    try statements.rows(
      "SELECT payload FROM test_entry WHERE person = $1 AND kind = $2 ORDER BY number", [.id(person), .text(kind)]
    ).map {
      PersonEntry(recordedAt: .sample, payload: try JSONReader().read(Array(try $0.text("payload").utf8)))
    }
  }

  func entries(
    of people: [PersonID], kinds: [String], in statements: any Statements
  ) throws -> [PersonID: [String: [PersonEntry]]] {
    var all: [PersonID: [String: [PersonEntry]]] = [:]
    for person in people {
      for kind in kinds { all[person, default: [:]][kind] = try entries(of: person, kind: kind, in: statements) }
    }
    return all
  }

  func destroyKey(of person: PersonID, in statements: any Statements) throws {
    try statements.run("INSERT INTO test_forgotten (person) VALUES ($1)", [.id(person)])
  }
}
