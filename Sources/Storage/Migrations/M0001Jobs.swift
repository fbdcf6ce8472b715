extension Migration {
  /// Work that is done later, by whichever process takes it.
  static let jobs = Migration(
    number: 1, name: "jobs",
    sqlite: """
      CREATE TABLE job (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
        unique_key TEXT NOT NULL CHECK (length(unique_key) BETWEEN 1 AND 200),
        payload BLOB NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
        attempts INTEGER NOT NULL CHECK (attempts >= 0),
        due_at INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        lease BLOB CHECK ((state = 'running') = (lease IS NOT NULL)),
        leased_until INTEGER CHECK ((lease IS NULL) = (leased_until IS NULL)),
        last_error TEXT CHECK (length(last_error) <= 500),
        UNIQUE (kind, unique_key)
      ) STRICT;
      CREATE INDEX job_due ON job (due_at, id) WHERE state = 'waiting';
      CREATE INDEX job_leased ON job (leased_until) WHERE state = 'running';
      CREATE INDEX job_state ON job (state, changed_at);
      """,
    postgres: """
      CREATE TABLE job (
        id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
        unique_key TEXT NOT NULL CHECK (length(unique_key) BETWEEN 1 AND 200),
        payload BYTEA NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
        attempts BIGINT NOT NULL CHECK (attempts >= 0),
        due_at BIGINT NOT NULL,
        created_at BIGINT NOT NULL,
        changed_at BIGINT NOT NULL,
        lease BYTEA CHECK ((state = 'running') = (lease IS NOT NULL)),
        leased_until BIGINT CHECK ((lease IS NULL) = (leased_until IS NULL)),
        last_error TEXT CHECK (length(last_error) <= 500),
        UNIQUE (kind, unique_key)
      );
      CREATE INDEX job_due ON job (due_at, id) WHERE state = 'waiting';
      CREATE INDEX job_leased ON job (leased_until) WHERE state = 'running';
      CREATE INDEX job_state ON job (state, changed_at);
      """)
}
