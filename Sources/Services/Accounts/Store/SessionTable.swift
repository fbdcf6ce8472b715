public import Cryptography
public import Vocabulary

/// The sessions, and the browsers that are known.
public protocol SessionTable {
  func session(token: Digest) throws -> Session?
  /// A session with what is asked of it at each request, all at once.
  func standing(token: Digest) throws -> SessionStanding?
  func sessions(of account: Account.ID) throws -> [Session]
  func add(_ session: Session) throws
  /// False when it has ended meanwhile.
  func change(_ session: Session) throws -> Bool
  /// Notes a use. Nothing happens to one that has ended.
  func touch(_ session: Session.ID, at now: Instant) throws
  func remove(_ session: Session.ID) throws
  /// Ends all sessions of an account but one.
  func removeSessions(of account: Account.ID, but kept: Session.ID?) throws
  /// Ends all sessions of everybody.
  func removeAllSessions() throws
  /// Removes those that began, or were used, before.
  func removeSessions(startedBefore: Instant, seenBefore: Instant) throws

  func device(token: Digest) throws -> KnownDevice?
  func devices(of account: Account.ID) throws -> [KnownDevice]
  func add(_ device: KnownDevice) throws
  func removeDevice(token: Digest) throws
  func removeDevices(of account: Account.ID) throws
  func removeDevices(seenBefore: Instant) throws
}
