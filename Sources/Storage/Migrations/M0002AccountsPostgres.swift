extension Migration {
  /// The accounts on PostgreSQL.
  static let accountsPostgres = """
    CREATE TABLE account (
      id BYTEA PRIMARY KEY CHECK (length(id) = 16),
      person BYTEA NOT NULL UNIQUE CHECK (length(person) = 16),
      email BYTEA NOT NULL,
      email_digest BYTEA NOT NULL UNIQUE CHECK (length(email_digest) = 32),
      password_hash TEXT NOT NULL,
      language TEXT NOT NULL,
      adult_from BIGINT,
      is_administrator BIGINT NOT NULL CHECK (is_administrator IN (0, 1)),
      created_at BIGINT NOT NULL,
      disabled_at BIGINT
    );
    CREATE INDEX account_administrator ON account (id) WHERE is_administrator = 1;
    CREATE TABLE session (
      id BYTEA PRIMARY KEY CHECK (length(id) = 16),
      token BYTEA NOT NULL UNIQUE CHECK (length(token) = 32),
      account BYTEA NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('own', 'staff', 'shared')),
      factors BIGINT NOT NULL CHECK (factors IN (1, 2)),
      device TEXT NOT NULL CHECK (length(device) <= 50),
      started_at BIGINT NOT NULL,
      authenticated_at BIGINT NOT NULL,
      seen_at BIGINT NOT NULL
    );
    CREATE INDEX session_account ON session (account);
    CREATE INDEX session_seen ON session (seen_at);
    CREATE INDEX session_started ON session (started_at);
    CREATE TABLE known_device (
      token BYTEA PRIMARY KEY CHECK (length(token) = 32),
      account BYTEA NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      seen_at BIGINT NOT NULL
    );
    CREATE INDEX known_device_account ON known_device (account);
    CREATE INDEX known_device_seen ON known_device (seen_at);
    CREATE TABLE one_time_token (
      digest BYTEA PRIMARY KEY CHECK (length(digest) = 32),
      purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 50),
      account BYTEA REFERENCES account (id) ON DELETE CASCADE,
      email BYTEA CHECK (length(email) = 32),
      payload BYTEA NOT NULL,
      tries BIGINT NOT NULL CHECK (tries >= 0),
      created_at BIGINT NOT NULL,
      ends_at BIGINT NOT NULL
    );
    CREATE INDEX one_time_token_account ON one_time_token (account, purpose);
    CREATE INDEX one_time_token_email ON one_time_token (email, purpose);
    CREATE INDEX one_time_token_end ON one_time_token (ends_at);
    CREATE TABLE second_factor (
      account BYTEA PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
      secret BYTEA NOT NULL,
      last_step BIGINT,
      enabled_at BIGINT
    );
    CREATE TABLE recovery_code (
      account BYTEA NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      digest BYTEA NOT NULL CHECK (length(digest) = 32),
      PRIMARY KEY (account, digest)
    );
    CREATE TABLE throttle (
      key BYTEA PRIMARY KEY CHECK (length(key) = 32),
      tries BIGINT NOT NULL CHECK (tries >= 0),
      last_at BIGINT NOT NULL,
      blocked_until BIGINT NOT NULL
    );
    CREATE INDEX throttle_last ON throttle (last_at);
    CREATE TABLE organization (
      id BYTEA PRIMARY KEY CHECK (length(id) = 16),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      kind TEXT NOT NULL CHECK (kind IN ('school', 'agency', 'employer')),
      created_at BIGINT NOT NULL
    );
    CREATE TABLE membership (
      organization BYTEA NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
      account BYTEA NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      role TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 50),
      permissions TEXT NOT NULL CHECK (length(permissions) <= 200),
      since BIGINT NOT NULL,
      PRIMARY KEY (organization, account, role)
    );
    CREATE INDEX membership_account ON membership (account);
    CREATE TABLE invitation (
      id BYTEA PRIMARY KEY CHECK (length(id) = 16),
      token BYTEA NOT NULL UNIQUE CHECK (length(token) = 32),
      organization BYTEA REFERENCES organization (id) ON DELETE CASCADE,
      role TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 50),
      permissions TEXT NOT NULL CHECK (length(permissions) <= 200),
      email BYTEA NOT NULL,
      email_digest BYTEA NOT NULL CHECK (length(email_digest) = 32),
      invited_by BYTEA REFERENCES account (id) ON DELETE SET NULL,
      is_first BIGINT NOT NULL CHECK (is_first IN (0, 1)),
      created_at BIGINT NOT NULL,
      ends_at BIGINT NOT NULL
    );
    CREATE INDEX invitation_organization ON invitation (organization);
    CREATE INDEX invitation_inviter ON invitation (invited_by);
    CREATE INDEX invitation_end ON invitation (ends_at);
    CREATE TABLE consent (
      id BYTEA PRIMARY KEY CHECK (length(id) = 16),
      person BYTEA NOT NULL REFERENCES account (person) ON DELETE CASCADE,
      organization BYTEA REFERENCES organization (id) ON DELETE CASCADE,
      account BYTEA REFERENCES account (id) ON DELETE CASCADE,
      purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 50),
      kinds TEXT NOT NULL CHECK (length(kinds) BETWEEN 1 AND 1000),
      given_at BIGINT NOT NULL,
      from_at BIGINT NOT NULL,
      until_at BIGINT CHECK (until_at > from_at),
      revoked_at BIGINT,
      CHECK ((organization IS NULL) <> (account IS NULL))
    );
    CREATE INDEX consent_person ON consent (person);
    CREATE INDEX consent_organization ON consent (organization);
    CREATE INDEX consent_account ON consent (account);
    CREATE TABLE guardian_consent (
      id BYTEA PRIMARY KEY CHECK (length(id) = 16),
      account BYTEA NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      email BYTEA,
      seen_by BYTEA CHECK (length(seen_by) = 16),
      given_at BIGINT NOT NULL,
      withdrawn_at BIGINT,
      CHECK ((email IS NULL) <> (seen_by IS NULL))
    );
    CREATE INDEX guardian_consent_account ON guardian_consent (account);
    CREATE TABLE account_hold (
      account BYTEA NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('legal', 'retention')),
      reason BYTEA NOT NULL,
      through BIGINT,
      placed_at BIGINT NOT NULL,
      PRIMARY KEY (account, kind)
    );
    """
}
