extension Migration {
  /// Who is reminded and how, the mails of days without what they say, the runs that look, and calendars that others read.
  static let reminders = Migration(
    number: 6, name: "reminders",
    sqlite: """
      CREATE TABLE reminder_person (
        person BLOB PRIMARY KEY CHECK (length(person) = 16) REFERENCES account (person) ON DELETE CASCADE,
        is_mail_on INTEGER NOT NULL CHECK (is_mail_on IN (0, 1)),
        language TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 10),
        zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 50),
        quiet_from INTEGER NOT NULL CHECK (quiet_from BETWEEN 0 AND 23),
        quiet_until INTEGER NOT NULL CHECK (quiet_until BETWEEN 0 AND 23),
        set_at INTEGER NOT NULL,
        looked_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX reminder_person_on ON reminder_person (person) WHERE is_mail_on = 1;
      CREATE TABLE reminder_digest (
        person BLOB NOT NULL CHECK (length(person) = 16) REFERENCES reminder_person (person) ON DELETE CASCADE,
        day INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('claimed', 'sent', 'possibly sent', 'failed')),
        message_id TEXT NOT NULL UNIQUE CHECK (length(message_id) BETWEEN 1 AND 100),
        items INTEGER NOT NULL CHECK (items >= 0),
        tries INTEGER NOT NULL CHECK (tries >= 1),
        known_at INTEGER NOT NULL,
        claimed_at INTEGER NOT NULL,
        lease BLOB,
        leased_until INTEGER NOT NULL,
        handed_at INTEGER,
        sent_at INTEGER,
        reason TEXT CHECK (length(reason) <= 500),
        PRIMARY KEY (person, day)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX reminder_digest_open ON reminder_digest (leased_until) WHERE state = 'claimed';
      CREATE TABLE reminder_run (
        run BLOB PRIMARY KEY CHECK (length(run) = 16),
        began_at INTEGER NOT NULL,
        ended_at INTEGER,
        people INTEGER NOT NULL,
        sent INTEGER NOT NULL,
        not_known INTEGER NOT NULL,
        waiting INTEGER NOT NULL,
        failed INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX reminder_run_end ON reminder_run (ended_at);
      CREATE TABLE reminder_feed (
        person BLOB PRIMARY KEY CHECK (length(person) = 16) REFERENCES account (person) ON DELETE CASCADE,
        digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
        language TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 10),
        made_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE reminder_event (
        person BLOB NOT NULL CHECK (length(person) = 16) REFERENCES account (person) ON DELETE CASCADE,
        uid BLOB NOT NULL CHECK (length(uid) = 16),
        day INTEGER NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence >= 0),
        is_cancelled INTEGER NOT NULL CHECK (is_cancelled IN (0, 1)),
        changed_at INTEGER NOT NULL,
        PRIMARY KEY (person, uid)
      ) STRICT, WITHOUT ROWID;
      """,
    postgres: """
      CREATE TABLE reminder_person (
        person BYTEA PRIMARY KEY CHECK (length(person) = 16) REFERENCES account (person) ON DELETE CASCADE,
        is_mail_on BIGINT NOT NULL CHECK (is_mail_on IN (0, 1)),
        language TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 10),
        zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 50),
        quiet_from BIGINT NOT NULL CHECK (quiet_from BETWEEN 0 AND 23),
        quiet_until BIGINT NOT NULL CHECK (quiet_until BETWEEN 0 AND 23),
        set_at BIGINT NOT NULL,
        looked_at BIGINT
      );
      CREATE INDEX reminder_person_on ON reminder_person (person) WHERE is_mail_on = 1;
      CREATE TABLE reminder_digest (
        person BYTEA NOT NULL CHECK (length(person) = 16) REFERENCES reminder_person (person) ON DELETE CASCADE,
        day BIGINT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('claimed', 'sent', 'possibly sent', 'failed')),
        message_id TEXT NOT NULL UNIQUE CHECK (length(message_id) BETWEEN 1 AND 100),
        items BIGINT NOT NULL CHECK (items >= 0),
        tries BIGINT NOT NULL CHECK (tries >= 1),
        known_at BIGINT NOT NULL,
        claimed_at BIGINT NOT NULL,
        lease BYTEA,
        leased_until BIGINT NOT NULL,
        handed_at BIGINT,
        sent_at BIGINT,
        reason TEXT CHECK (length(reason) <= 500),
        PRIMARY KEY (person, day)
      );
      CREATE INDEX reminder_digest_open ON reminder_digest (leased_until) WHERE state = 'claimed';
      CREATE TABLE reminder_run (
        run BYTEA PRIMARY KEY CHECK (length(run) = 16),
        began_at BIGINT NOT NULL,
        ended_at BIGINT,
        people BIGINT NOT NULL,
        sent BIGINT NOT NULL,
        not_known BIGINT NOT NULL,
        waiting BIGINT NOT NULL,
        failed BIGINT NOT NULL
      );
      CREATE INDEX reminder_run_end ON reminder_run (ended_at);
      CREATE TABLE reminder_feed (
        person BYTEA PRIMARY KEY CHECK (length(person) = 16) REFERENCES account (person) ON DELETE CASCADE,
        digest BYTEA NOT NULL UNIQUE CHECK (length(digest) = 32),
        language TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 10),
        made_at BIGINT NOT NULL
      );
      CREATE TABLE reminder_event (
        person BYTEA NOT NULL CHECK (length(person) = 16) REFERENCES account (person) ON DELETE CASCADE,
        uid BYTEA NOT NULL CHECK (length(uid) = 16),
        day BIGINT NOT NULL,
        sequence BIGINT NOT NULL CHECK (sequence >= 0),
        is_cancelled BIGINT NOT NULL CHECK (is_cancelled IN (0, 1)),
        changed_at BIGINT NOT NULL,
        PRIMARY KEY (person, uid)
      );
      """)
}
