extension Migration {
  /// The accounts on SQLite.
  static let accountsSQLite = """
    CREATE TABLE account (
      id BLOB PRIMARY KEY CHECK (length(id) = 16),
      person BLOB NOT NULL UNIQUE CHECK (length(person) = 16),
      email BLOB NOT NULL,
      email_digest BLOB NOT NULL UNIQUE CHECK (length(email_digest) = 32),
      password_hash TEXT NOT NULL,
      language TEXT NOT NULL,
      adult_from INTEGER,
      is_administrator INTEGER NOT NULL CHECK (is_administrator IN (0, 1)),
      created_at INTEGER NOT NULL,
      disabled_at INTEGER
    ) STRICT;
    CREATE INDEX account_administrator ON account (id) WHERE is_administrator = 1;
    CREATE TABLE session (
      id BLOB PRIMARY KEY CHECK (length(id) = 16),
      token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
      account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('own', 'staff', 'shared')),
      factors INTEGER NOT NULL CHECK (factors IN (1, 2)),
      device TEXT NOT NULL CHECK (length(device) <= 50),
      started_at INTEGER NOT NULL,
      authenticated_at INTEGER NOT NULL,
      seen_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX session_account ON session (account);
    CREATE INDEX session_seen ON session (seen_at);
    CREATE INDEX session_started ON session (started_at);
    CREATE TABLE known_device (
      token BLOB PRIMARY KEY CHECK (length(token) = 32),
      account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      seen_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX known_device_account ON known_device (account);
    CREATE INDEX known_device_seen ON known_device (seen_at);
    CREATE TABLE one_time_token (
      digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
      purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 50),
      account BLOB REFERENCES account (id) ON DELETE CASCADE,
      email BLOB CHECK (length(email) = 32),
      payload BLOB NOT NULL,
      tries INTEGER NOT NULL CHECK (tries >= 0),
      created_at INTEGER NOT NULL,
      ends_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX one_time_token_account ON one_time_token (account, purpose);
    CREATE INDEX one_time_token_email ON one_time_token (email, purpose);
    CREATE INDEX one_time_token_end ON one_time_token (ends_at);
    CREATE TABLE second_factor (
      account BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
      secret BLOB NOT NULL,
      last_step INTEGER,
      enabled_at INTEGER
    ) STRICT;
    CREATE TABLE recovery_code (
      account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      PRIMARY KEY (account, digest)
    ) STRICT;
    CREATE TABLE throttle (
      key BLOB PRIMARY KEY CHECK (length(key) = 32),
      tries INTEGER NOT NULL CHECK (tries >= 0),
      last_at INTEGER NOT NULL,
      blocked_until INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX throttle_last ON throttle (last_at);
    CREATE TABLE organization (
      id BLOB PRIMARY KEY CHECK (length(id) = 16),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      kind TEXT NOT NULL CHECK (kind IN ('school', 'agency', 'employer')),
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE membership (
      organization BLOB NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
      account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      role TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 50),
      permissions TEXT NOT NULL CHECK (length(permissions) <= 200),
      since INTEGER NOT NULL,
      PRIMARY KEY (organization, account, role)
    ) STRICT;
    CREATE INDEX membership_account ON membership (account);
    CREATE TABLE invitation (
      id BLOB PRIMARY KEY CHECK (length(id) = 16),
      token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
      organization BLOB REFERENCES organization (id) ON DELETE CASCADE,
      role TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 50),
      permissions TEXT NOT NULL CHECK (length(permissions) <= 200),
      email BLOB NOT NULL,
      email_digest BLOB NOT NULL CHECK (length(email_digest) = 32),
      invited_by BLOB REFERENCES account (id) ON DELETE SET NULL,
      is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)),
      created_at INTEGER NOT NULL,
      ends_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX invitation_organization ON invitation (organization);
    CREATE INDEX invitation_inviter ON invitation (invited_by);
    CREATE INDEX invitation_end ON invitation (ends_at);
    CREATE TABLE consent (
      id BLOB PRIMARY KEY CHECK (length(id) = 16),
      person BLOB NOT NULL REFERENCES account (person) ON DELETE CASCADE,
      organization BLOB REFERENCES organization (id) ON DELETE CASCADE,
      account BLOB REFERENCES account (id) ON DELETE CASCADE,
      purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 50),
      kinds TEXT NOT NULL CHECK (length(kinds) BETWEEN 1 AND 1000),
      given_at INTEGER NOT NULL,
      from_at INTEGER NOT NULL,
      until_at INTEGER CHECK (until_at > from_at),
      revoked_at INTEGER,
      CHECK ((organization IS NULL) <> (account IS NULL))
    ) STRICT;
    CREATE INDEX consent_person ON consent (person);
    CREATE INDEX consent_organization ON consent (organization);
    CREATE INDEX consent_account ON consent (account);
    CREATE TABLE guardian_consent (
      id BLOB PRIMARY KEY CHECK (length(id) = 16),
      account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      email BLOB,
      seen_by BLOB CHECK (length(seen_by) = 16),
      given_at INTEGER NOT NULL,
      withdrawn_at INTEGER,
      CHECK ((email IS NULL) <> (seen_by IS NULL))
    ) STRICT;
    CREATE INDEX guardian_consent_account ON guardian_consent (account);
    CREATE TABLE account_hold (
      account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('legal', 'retention')),
      reason BLOB NOT NULL,
      through INTEGER,
      placed_at INTEGER NOT NULL,
      PRIMARY KEY (account, kind)
    ) STRICT;
    """
}
