extension Migration {
  /// Links by which preceptors sign days of an externship. What one is for, what was signed and the ledger itself stand sealed in the
  /// log; here stands by what a link is found, while it is open, and that it was used.
  static let externship = Migration(
    number: 8, name: "externship",
    sqlite: """
      CREATE TABLE sign_off_link (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
        person BLOB NOT NULL REFERENCES account (person) ON DELETE CASCADE,
        made_at INTEGER NOT NULL,
        ends_at INTEGER NOT NULL CHECK (ends_at > made_at),
        revoked_at INTEGER,
        answered_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX sign_off_link_person ON sign_off_link (person, made_at);
      """,
    postgres: """
      CREATE TABLE sign_off_link (
        id BYTEA PRIMARY KEY CHECK (length(id) = 16),
        token BYTEA NOT NULL UNIQUE CHECK (length(token) = 32),
        person BYTEA NOT NULL REFERENCES account (person) ON DELETE CASCADE,
        made_at BIGINT NOT NULL,
        ends_at BIGINT NOT NULL CHECK (ends_at > made_at),
        revoked_at BIGINT,
        answered_at BIGINT
      );
      CREATE INDEX sign_off_link_person ON sign_off_link (person, made_at);
      """)
}
