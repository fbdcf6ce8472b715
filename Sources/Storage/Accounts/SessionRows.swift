import Cryptography
import Services
import Vocabulary

extension SQLAccountTables {
  private static let columns = """
    SELECT id, token, account, kind, factors, device, started_at, authenticated_at, seen_at FROM session
    """

  func session(token: Digest) throws -> Session? {
    try one("\(Self.columns) WHERE token = $1", [Value(token)]).map(session)
  }

  func sessions(of account: Account.ID) throws -> [Session] {
    try all("\(Self.columns) WHERE account = $1", [Value(account)]).map(session)
  }

  func add(_ session: Session) throws {
    try statements.run(
      """
      INSERT INTO session (id, token, account, kind, factors, device, started_at, authenticated_at, seen_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      [
        Value(session.id), Value(session.token), Value(session.account), .text(session.kind.rawValue),
        Value(session.factors), .text(session.device.text), Value(session.startedAt), Value(session.authenticatedAt),
        Value(session.seenAt),
      ])
  }

  func change(_ session: Session) throws -> Bool {
    try statements.run(
      "UPDATE session SET token = $1, kind = $2, factors = $3, authenticated_at = $4, seen_at = $5 WHERE id = $6",
      [
        Value(session.token), .text(session.kind.rawValue), Value(session.factors), Value(session.authenticatedAt),
        Value(session.seenAt), Value(session.id),
      ]) == 1
  }

  func touch(_ session: Session.ID, at now: Instant) throws {
    try statements.run("UPDATE session SET seen_at = $1 WHERE id = $2", [Value(now), Value(session)])
  }

  func remove(_ session: Session.ID) throws {
    try statements.run("DELETE FROM session WHERE id = $1", [Value(session)])
  }

  func removeSessions(of account: Account.ID, but kept: Session.ID?) throws {
    try statements.run(
      "DELETE FROM session WHERE account = $1 AND id <> $2", [Value(account), .bytes(kept?.bytes ?? [])])
  }

  func removeAllSessions() throws { try statements.run("DELETE FROM session") }

  func removeSessions(startedBefore: Instant, seenBefore: Instant) throws {
    try statements.run(
      "DELETE FROM session WHERE started_at < $1 OR seen_at < $2", [Value(startedBefore), Value(seenBefore)])
  }

  func device(token: Digest) throws -> KnownDevice? {
    try one("SELECT token, account, seen_at FROM known_device WHERE token = $1", [Value(token)]).map(device)
  }

  func devices(of account: Account.ID) throws -> [KnownDevice] {
    try all("SELECT token, account, seen_at FROM known_device WHERE account = $1", [Value(account)]).map(device)
  }

  func add(_ device: KnownDevice) throws {
    try statements.run(
      "INSERT INTO known_device (token, account, seen_at) VALUES ($1, $2, $3)",
      [Value(device.token), Value(device.account), Value(device.seenAt)])
  }

  func removeDevice(token: Digest) throws {
    try statements.run("DELETE FROM known_device WHERE token = $1", [Value(token)])
  }

  func removeDevices(of account: Account.ID) throws {
    try statements.run("DELETE FROM known_device WHERE account = $1", [Value(account)])
  }

  func removeDevices(seenBefore: Instant) throws {
    try statements.run("DELETE FROM known_device WHERE seen_at < $1", [Value(seenBefore)])
  }

  private func session(_ row: Row) throws -> Session {
    Session(
      id: try row.id("id"), token: try row.digest("token"), account: try row.id("account"), kind: try row.word("kind"),
      factors: try row.int("factors"), device: DeviceLabel(text: try row.text("device")),
      startedAt: try row.instant("started_at"), authenticatedAt: try row.instant("authenticated_at"),
      seenAt: try row.instant("seen_at"))
  }

  private func device(_ row: Row) throws -> KnownDevice {
    KnownDevice(token: try row.digest("token"), account: try row.id("account"), seenAt: try row.instant("seen_at"))
  }
}
