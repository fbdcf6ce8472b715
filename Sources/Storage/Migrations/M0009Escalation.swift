extension Migration {
  /// Whether others hear of what stays unanswered, and who did; addresses of organizations that are told of reminders, and who
  /// wants that. Addresses and secrets stand sealed.
  static let escalation = Migration(
    number: 9, name: "escalation",
    sqlite: """
      ALTER TABLE reminder_person ADD COLUMN is_escalated INTEGER NOT NULL DEFAULT 0 CHECK (is_escalated IN (0, 1));
      CREATE TABLE reminder_escalation (
        person BLOB NOT NULL CHECK (length(person) = 16) REFERENCES reminder_person (person) ON DELETE CASCADE,
        organization BLOB NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
        account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        thing BLOB NOT NULL CHECK (length(thing) = 16),
        last_day INTEGER NOT NULL,
        told_at INTEGER NOT NULL,
        PRIMARY KEY (person, organization, account, thing)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX reminder_escalation_account ON reminder_escalation (account, organization);
      CREATE TABLE reminder_hook (
        organization BLOB PRIMARY KEY CHECK (length(organization) = 16) REFERENCES organization (id) ON DELETE CASCADE,
        sealed BLOB NOT NULL,
        set_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE reminder_hook_consent (
        person BLOB NOT NULL CHECK (length(person) = 16) REFERENCES account (person) ON DELETE CASCADE,
        organization BLOB NOT NULL REFERENCES reminder_hook (organization) ON DELETE CASCADE,
        given_at INTEGER NOT NULL,
        PRIMARY KEY (person, organization)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX reminder_hook_consent_organization ON reminder_hook_consent (organization);
      """,
    postgres: """
      ALTER TABLE reminder_person ADD COLUMN is_escalated BIGINT NOT NULL DEFAULT 0 CHECK (is_escalated IN (0, 1));
      CREATE TABLE reminder_escalation (
        person BYTEA NOT NULL CHECK (length(person) = 16) REFERENCES reminder_person (person) ON DELETE CASCADE,
        organization BYTEA NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
        account BYTEA NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        thing BYTEA NOT NULL CHECK (length(thing) = 16),
        last_day BIGINT NOT NULL,
        told_at BIGINT NOT NULL,
        PRIMARY KEY (person, organization, account, thing)
      );
      CREATE INDEX reminder_escalation_account ON reminder_escalation (account, organization);
      CREATE TABLE reminder_hook (
        organization BYTEA PRIMARY KEY CHECK (length(organization) = 16) REFERENCES organization (id) ON DELETE CASCADE,
        sealed BYTEA NOT NULL,
        set_at BIGINT NOT NULL
      );
      CREATE TABLE reminder_hook_consent (
        person BYTEA NOT NULL CHECK (length(person) = 16) REFERENCES account (person) ON DELETE CASCADE,
        organization BYTEA NOT NULL REFERENCES reminder_hook (organization) ON DELETE CASCADE,
        given_at BIGINT NOT NULL,
        PRIMARY KEY (person, organization)
      );
      CREATE INDEX reminder_hook_consent_organization ON reminder_hook_consent (organization);
      """)
}
