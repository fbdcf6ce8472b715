extension Migration {
  /// Links by which others see whether a certification is current. What one shows stands sealed in the log; here stands by what it is
  /// found, and while it is open. What issuers said of records needs no table: it is entries of the log alone.
  static let verification = Migration(
    number: 5, name: "verification",
    sqlite: """
      CREATE TABLE proof_link (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
        person BLOB NOT NULL REFERENCES account (person) ON DELETE CASCADE,
        made_at INTEGER NOT NULL,
        ends_at INTEGER NOT NULL CHECK (ends_at > made_at),
        revoked_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX proof_link_person ON proof_link (person, made_at);
      """,
    postgres: """
      CREATE TABLE proof_link (
        id BYTEA PRIMARY KEY CHECK (length(id) = 16),
        token BYTEA NOT NULL UNIQUE CHECK (length(token) = 32),
        person BYTEA NOT NULL REFERENCES account (person) ON DELETE CASCADE,
        made_at BIGINT NOT NULL,
        ends_at BIGINT NOT NULL CHECK (ends_at > made_at),
        revoked_at BIGINT
      );
      CREATE INDEX proof_link_person ON proof_link (person, made_at);
      """)
}
