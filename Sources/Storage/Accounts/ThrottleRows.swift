import Cryptography
import Services
import Vocabulary

extension SQLAccountTables {
  /// A row without tries only stands there to be locked.
  func throttle(_ key: Digest) throws -> Throttle? {
    try prepare(throttle: key)
    return try one(
      "SELECT key, tries, last_at, blocked_until FROM throttle WHERE key = $1", [.digest(key)]
    ).flatMap { row in
      let tries = try row.int("tries")
      return tries == 0
        ? nil
        : Throttle(
          key: try row.digest("key"), tries: tries, lastAt: try row.instant("last_at"),
          blockedUntil: try row.instant("blocked_until"))
    }
  }

  func put(_ throttle: Throttle) throws {
    try statements.run(
      """
      INSERT INTO throttle (key, tries, last_at, blocked_until) VALUES ($1, $2, $3, $4)
      ON CONFLICT (key) DO UPDATE SET tries = $2, last_at = $3, blocked_until = $4
      """,
      [.digest(throttle.key), Value(throttle.tries), Value(throttle.lastAt), Value(throttle.blockedUntil)])
  }

  func removeThrottle(_ key: Digest) throws {
    try statements.run("DELETE FROM throttle WHERE key = $1", [.digest(key)])
  }

  func removeThrottles(lastBefore: Instant) throws {
    try statements.run("DELETE FROM throttle WHERE last_at < $1", [Value(lastBefore)])
  }
}
