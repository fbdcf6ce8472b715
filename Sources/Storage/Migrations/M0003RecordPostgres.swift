extension Migration {
  /// `record`, for PostgreSQL.
  static let postgresRecord = """
    CREATE TABLE log_head (
      id BIGINT PRIMARY KEY CHECK (id = 1),
      origin TEXT NOT NULL CHECK (length(origin) BETWEEN 1 AND 100),
      size BIGINT NOT NULL CHECK (size >= 0),
      frontier BYTEA NOT NULL
    );
    INSERT INTO log_head (id, origin, size, frontier)
      VALUES (1, 'fobwatch/log/' || left(replace(CAST(gen_random_uuid() AS TEXT), '-', ''), 16), 0,
        '\\x0000000000000000');

    CREATE FUNCTION fobwatch_refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END$$;
    CREATE FUNCTION fobwatch_refuse_unless_erased() RETURNS trigger LANGUAGE plpgsql AS
      $$BEGIN
        IF EXISTS (SELECT 1 FROM person_key k
          WHERE k.person = OLD.person AND k.purpose = TG_ARGV[0] AND k.sealed IS NULL)
        THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'records are removed only with the key of their person';
      END$$;

    CREATE TABLE entry (
      sequence BIGINT PRIMARY KEY CHECK (sequence >= 0),
      person BYTEA CHECK (length(person) = 16),
      kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
      recorded_at BIGINT NOT NULL,
      salt BYTEA NOT NULL CHECK (length(salt) = 32),
      ciphertext BYTEA NOT NULL,
      leaf BYTEA NOT NULL CHECK (length(leaf) = 32)
    );
    CREATE INDEX entry_person ON entry (person, sequence) WHERE person IS NOT NULL;
    CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry FOR EACH ROW
      EXECUTE FUNCTION fobwatch_refuse('entries of the log are never changed');
    CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry FOR EACH ROW
      EXECUTE FUNCTION fobwatch_refuse('entries of the log are never removed');
    CREATE TRIGGER entry_no_truncate BEFORE TRUNCATE ON entry
      EXECUTE FUNCTION fobwatch_refuse('entries of the log are never removed');

    CREATE TABLE checkpoint (
      size BIGINT PRIMARY KEY CHECK (size >= 0),
      note TEXT NOT NULL,
      signed_at BIGINT NOT NULL
    );
    CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint FOR EACH ROW
      EXECUTE FUNCTION fobwatch_refuse('checkpoints are never changed');
    CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint FOR EACH ROW
      EXECUTE FUNCTION fobwatch_refuse('checkpoints are never removed');
    CREATE TRIGGER checkpoint_no_truncate BEFORE TRUNCATE ON checkpoint
      EXECUTE FUNCTION fobwatch_refuse('checkpoints are never removed');

    CREATE TABLE key_fingerprint (
      purpose TEXT NOT NULL,
      number BIGINT NOT NULL CHECK (number > 0),
      fingerprint TEXT NOT NULL,
      seen_at BIGINT NOT NULL,
      PRIMARY KEY (purpose, number)
    );

    CREATE TABLE person_key (
      person BYTEA NOT NULL CHECK (length(person) = 16),
      purpose TEXT NOT NULL CHECK (purpose IN ('record', 'health')),
      sealed BYTEA,
      created_at BIGINT NOT NULL,
      PRIMARY KEY (person, purpose)
    );

    CREATE TABLE evidence (
      entry BIGINT PRIMARY KEY REFERENCES entry (sequence),
      person BYTEA NOT NULL CHECK (length(person) = 16),
      record BYTEA NOT NULL CHECK (length(record) = 16),
      kind TEXT NOT NULL,
      known_from BIGINT NOT NULL,
      known_until BIGINT,
      true_from BIGINT,
      true_through BIGINT
    );
    CREATE INDEX evidence_known ON evidence (person, known_from);
    CREATE INDEX evidence_true ON evidence (person, true_from);
    CREATE UNIQUE INDEX evidence_standing ON evidence (person, record) WHERE known_until IS NULL;
    CREATE INDEX evidence_record ON evidence (record);
    CREATE TRIGGER evidence_no_update
      BEFORE UPDATE OF entry, person, record, kind, known_from, true_from, true_through ON evidence FOR EACH ROW
      EXECUTE FUNCTION fobwatch_refuse('what was recorded is never changed');
    CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence FOR EACH ROW
      EXECUTE FUNCTION fobwatch_refuse_unless_erased('record');
    CREATE TRIGGER evidence_no_truncate BEFORE TRUNCATE ON evidence
      EXECUTE FUNCTION fobwatch_refuse('records are removed only with the key of their person');

    CREATE TABLE health (
      entry BIGINT PRIMARY KEY REFERENCES entry (sequence),
      person BYTEA NOT NULL CHECK (length(person) = 16),
      record BYTEA NOT NULL CHECK (length(record) = 16),
      known_from BIGINT NOT NULL,
      known_until BIGINT
    );
    CREATE INDEX health_known ON health (person, known_from);
    CREATE UNIQUE INDEX health_standing ON health (person, record) WHERE known_until IS NULL;
    CREATE INDEX health_record ON health (record);
    CREATE TRIGGER health_no_update BEFORE UPDATE OF entry, person, record, known_from ON health FOR EACH ROW
      EXECUTE FUNCTION fobwatch_refuse('what was recorded is never changed');
    CREATE TRIGGER health_no_delete BEFORE DELETE ON health FOR EACH ROW
      EXECUTE FUNCTION fobwatch_refuse_unless_erased('health');
    CREATE TRIGGER health_no_truncate BEFORE TRUNCATE ON health
      EXECUTE FUNCTION fobwatch_refuse('records are removed only with the key of their person');
    """
}
