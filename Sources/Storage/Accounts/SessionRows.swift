import Cryptography
import Services
import Vocabulary

extension SQLAccountTables {
  private static let columns = """
    SELECT id, token, account, kind, factors, device, started_at, authenticated_at, seen_at FROM session
    """

  func session(token: Digest) throws -> Session? {
    try one("\(Self.columns) WHERE token = $1", [.digest(token)]).map { try session($0, token: token) }
  }

  /// One row for each membership, and one when there is none.
  func standing(token: Digest) throws -> SessionStanding? {
    let rows = try statements.rows(
      """
      SELECT s.id, s.account, s.kind, s.factors, s.device, s.started_at, s.authenticated_at, s.seen_at,
        a.person, a.adult_from, a.is_administrator, a.disabled_at,
        m.organization, o.kind AS organization_kind, m.role, m.permissions, m.since
      FROM session s JOIN account a ON a.id = s.account
      LEFT JOIN membership m ON m.account = a.id LEFT JOIN organization o ON o.id = m.organization
      WHERE s.token = $1 ORDER BY m.organization, m.role
      """, [.digest(token)])
    guard let row = rows.first else { return nil }
    let session = try session(row, token: token)
    let memberships = try rows.compactMap { row in
      try row.idIfAny("organization").map { organization in
        Membership(
          organization: organization, kind: try row.word("organization_kind"), account: session.account,
          role: try row.word("role"), permissions: try row.words("permissions"), since: try row.instant("since"))
      }
    }
    return SessionStanding(
      session: session, person: try row.id("person"), adultFrom: try row.dayIfAny("adult_from"),
      isAdministrator: try row.bool("is_administrator"), isDisabled: try row.instantIfAny("disabled_at") != nil,
      memberships: memberships)
  }

  func sessions(of account: Account.ID) throws -> [Session] {
    try all("\(Self.columns) WHERE account = $1", [.id(account)]).map { try session($0, token: $0.digest("token")) }
  }

  func add(_ session: Session) throws {
    try statements.run(
      """
      INSERT INTO session (id, token, account, kind, factors, device, started_at, authenticated_at, seen_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      [
        .id(session.id), .digest(session.token), .id(session.account), .text(session.kind.rawValue),
        Value(session.factors), .text(session.device.text), Value(session.startedAt), Value(session.authenticatedAt),
        Value(session.seenAt),
      ])
  }

  func change(_ session: Session) throws -> Bool {
    try statements.run(
      "UPDATE session SET token = $1, kind = $2, factors = $3, authenticated_at = $4, seen_at = $5 WHERE id = $6",
      [
        .digest(session.token), .text(session.kind.rawValue), Value(session.factors), Value(session.authenticatedAt),
        Value(session.seenAt), .id(session.id),
      ]) == 1
  }

  func touch(_ session: Session.ID, at now: Instant) throws {
    try statements.run("UPDATE session SET seen_at = $1 WHERE id = $2", [Value(now), .id(session)])
  }

  func remove(_ session: Session.ID) throws {
    try statements.run("DELETE FROM session WHERE id = $1", [.id(session)])
  }

  func removeSessions(of account: Account.ID, but kept: Session.ID?) throws {
    try statements.run(
      "DELETE FROM session WHERE account = $1 AND id <> $2", [.id(account), .bytes(kept?.bytes ?? [])])
  }

  func removeAllSessions() throws { try statements.run("DELETE FROM session") }

  func removeSessions(startedBefore: Instant, seenBefore: Instant) throws {
    try statements.run(
      "DELETE FROM session WHERE started_at < $1 OR seen_at < $2", [Value(startedBefore), Value(seenBefore)])
  }

  func device(token: Digest) throws -> KnownDevice? {
    try one("SELECT token, account, seen_at FROM known_device WHERE token = $1", [.digest(token)]).map(device)
  }

  func devices(of account: Account.ID) throws -> [KnownDevice] {
    try all("SELECT token, account, seen_at FROM known_device WHERE account = $1", [.id(account)]).map(device)
  }

  func add(_ device: KnownDevice) throws {
    try statements.run(
      "INSERT INTO known_device (token, account, seen_at) VALUES ($1, $2, $3)",
      [.digest(device.token), .id(device.account), Value(device.seenAt)])
  }

  func removeDevice(token: Digest) throws {
    try statements.run("DELETE FROM known_device WHERE token = $1", [.digest(token)])
  }

  func removeDevices(of account: Account.ID) throws {
    try statements.run("DELETE FROM known_device WHERE account = $1", [.id(account)])
  }

  func removeDevices(seenBefore: Instant) throws {
    try statements.run("DELETE FROM known_device WHERE seen_at < $1", [Value(seenBefore)])
  }

  private func session(_ row: Row, token: Digest) throws -> Session {
    Session(
      id: try row.id("id"), token: token, account: try row.id("account"), kind: try row.word("kind"),
      factors: try row.int("factors"), device: DeviceLabel(text: try row.text("device")),
      startedAt: try row.instant("started_at"), authenticatedAt: try row.instant("authenticated_at"),
      seenAt: try row.instant("seen_at"))
  }

  private func device(_ row: Row) throws -> KnownDevice {
    KnownDevice(token: try row.digest("token"), account: try row.id("account"), seenAt: try row.instant("seen_at"))
  }
}
