extension Migration {
  /// The log, the keys it is sealed with, its checkpoints, and the records of people.
  static let record = Migration(
    number: 3, name: "record",
    sqlite: """
      CREATE TABLE log_head (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        origin TEXT NOT NULL CHECK (length(origin) BETWEEN 1 AND 100),
        size INTEGER NOT NULL CHECK (size >= 0),
        frontier BLOB NOT NULL
      ) STRICT;
      INSERT INTO log_head (id, origin, size, frontier)
        VALUES (1, 'fobwatch/log/' || lower(hex(randomblob(8))), 0, x'0000000000000000');

      CREATE TABLE entry (
        sequence INTEGER PRIMARY KEY CHECK (sequence >= 0),
        person BLOB CHECK (length(person) = 16),
        kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
        recorded_at INTEGER NOT NULL,
        salt BLOB NOT NULL CHECK (length(salt) = 32),
        ciphertext BLOB NOT NULL,
        leaf BLOB NOT NULL CHECK (length(leaf) = 32)
      ) STRICT;
      CREATE INDEX entry_person ON entry (person, sequence) WHERE person IS NOT NULL;
      CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
        BEGIN SELECT RAISE(ABORT, 'entries of the log are never changed'); END;
      CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, 'entries of the log are never removed'); END;
      CREATE TRIGGER entry_no_replace BEFORE INSERT ON entry
        WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.sequence)
        BEGIN SELECT RAISE(ABORT, 'entries of the log are never replaced'); END;

      CREATE TABLE checkpoint (
        size INTEGER PRIMARY KEY CHECK (size >= 0),
        note TEXT NOT NULL,
        signed_at INTEGER NOT NULL
      ) STRICT;
      CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint
        BEGIN SELECT RAISE(ABORT, 'checkpoints are never changed'); END;
      CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint
        BEGIN SELECT RAISE(ABORT, 'checkpoints are never removed'); END;

      CREATE TABLE key_fingerprint (
        purpose TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        fingerprint TEXT NOT NULL,
        seen_at INTEGER NOT NULL,
        PRIMARY KEY (purpose, number)
      ) STRICT;

      CREATE TABLE person_key (
        person BLOB NOT NULL CHECK (length(person) = 16),
        purpose TEXT NOT NULL CHECK (purpose IN ('record', 'health')),
        sealed BLOB,
        created_at INTEGER NOT NULL,
        PRIMARY KEY (person, purpose)
      ) STRICT;

      CREATE TABLE evidence (
        entry INTEGER PRIMARY KEY REFERENCES entry (sequence),
        person BLOB NOT NULL CHECK (length(person) = 16),
        record BLOB NOT NULL CHECK (length(record) = 16),
        kind TEXT NOT NULL,
        known_from INTEGER NOT NULL,
        known_until INTEGER,
        true_from INTEGER,
        true_through INTEGER
      ) STRICT;
      CREATE INDEX evidence_known ON evidence (person, known_from);
      CREATE INDEX evidence_true ON evidence (person, true_from);
      CREATE UNIQUE INDEX evidence_standing ON evidence (person, record) WHERE known_until IS NULL;
      CREATE INDEX evidence_record ON evidence (record);
      CREATE TRIGGER evidence_no_update
        BEFORE UPDATE OF entry, person, record, kind, known_from, true_from, true_through ON evidence
        BEGIN SELECT RAISE(ABORT, 'what was recorded is never changed'); END;
      CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence
        WHEN NOT EXISTS (
          SELECT 1 FROM person_key k WHERE k.person = OLD.person AND k.purpose = 'record' AND k.sealed IS NULL)
        BEGIN SELECT RAISE(ABORT, 'records are removed only with the key of their person'); END;

      CREATE TABLE health (
        entry INTEGER PRIMARY KEY REFERENCES entry (sequence),
        person BLOB NOT NULL CHECK (length(person) = 16),
        record BLOB NOT NULL CHECK (length(record) = 16),
        known_from INTEGER NOT NULL,
        known_until INTEGER
      ) STRICT;
      CREATE INDEX health_known ON health (person, known_from);
      CREATE UNIQUE INDEX health_standing ON health (person, record) WHERE known_until IS NULL;
      CREATE INDEX health_record ON health (record);
      CREATE TRIGGER health_no_update BEFORE UPDATE OF entry, person, record, known_from ON health
        BEGIN SELECT RAISE(ABORT, 'what was recorded is never changed'); END;
      CREATE TRIGGER health_no_delete BEFORE DELETE ON health
        WHEN NOT EXISTS (
          SELECT 1 FROM person_key k WHERE k.person = OLD.person AND k.purpose = 'health' AND k.sealed IS NULL)
        BEGIN SELECT RAISE(ABORT, 'records are removed only with the key of their person'); END;
      """,
    postgres: postgresRecord)
}
