import Cryptography
import Vocabulary

/// How a browser is to be signed in.
public struct SignInManner: Hashable, Sendable {
  /// Whether others use this phone too: the session is short, and nothing is remembered.
  public let isShared: Bool
  public let device: DeviceLabel
  /// Where the request came from.
  public let origin: Origin
  /// The token of the session that the browser has, if it has one: it ends.
  public let session: String?
  /// The token by which the browser is known, if it has one.
  public let knownDevice: String?

  public init(isShared: Bool, device: DeviceLabel, origin: Origin, session: String? = nil, knownDevice: String? = nil) {
    self.isShared = isShared
    self.device = device
    self.origin = origin
    self.session = session
    self.knownDevice = knownDevice
  }
}

/// A session that has just begun or was rotated, with what the browser is to keep. The tokens are nowhere else.
public struct OpenedSession: Sendable {
  public let session: Session
  /// For a cookie that scripts cannot read; it ends with the browser when `session.kind.isForgottenOnClose`.
  public let token: SecretToken
  /// For a cookie that is kept for `KnownDevice.lifetime`; nil on a shared phone, where there is to be none.
  public let knownDevice: SecretToken?
}

/// Begins sessions, and gives them new tokens.
struct SessionOpening {
  let accounts: Accounts
  let tables: any AccountTables
  let now: Instant

  /// Begins a session for somebody who has shown who they are. The one that the browser had ends, and one that is too many.
  func open(_ account: Account, factors: Int, _ manner: SignInManner) throws -> OpenedSession {
    if let old = manner.session.flatMap(SecretToken.init(text:)) {
      try tables.session(token: old.sessionDigest).map { try tables.remove($0.id) }
    }
    let token = SecretToken.fresh(from: accounts.random)
    let session = Session(
      id: .fresh(from: accounts.random), token: token.sessionDigest, account: account.id,
      kind: manner.isShared ? .shared : try kind(account), factors: factors, device: manner.device, startedAt: now,
      authenticatedAt: now,
      seenAt: now)
    for old in try tables.sessions(of: account.id).sorted(by: { $0.seenAt > $1.seenAt }).dropFirst(Session.most - 1) {
      try tables.remove(old.id)
    }
    try tables.add(session)
    return OpenedSession(session: session, token: token, knownDevice: try remember(account, manner))
  }

  /// The same session under another token; the old one is worth nothing from now on. Nil when it has ended.
  func rotate(
    _ session: Session, of account: Account, factors: Int? = nil, isAuthenticated: Bool = false
  ) throws -> OpenedSession? {
    let token = SecretToken.fresh(from: accounts.random)
    var session = session
    session.token = token.sessionDigest
    session.seenAt = now
    if session.kind != .shared { session.kind = try kind(account) }
    if let factors { session.factors = factors }
    if isAuthenticated { session.authenticatedAt = now }
    return try tables.change(session) ? OpenedSession(session: session, token: token, knownDevice: nil) : nil
  }

  /// What a session on a device of one's own is now.
  private func kind(_ account: Account) throws -> Session.Kind {
    let isStaff = try account.isAdministrator || tables.memberships(of: account.id).contains { $0.role.isStaff }
    return isStaff ? .staff : .own
  }

  /// A new token for a known browser, each time somebody signs in there. Nil on a shared phone.
  func remember(_ account: Account, _ manner: SignInManner) throws -> SecretToken? {
    guard !manner.isShared else { return nil }
    if let old = manner.knownDevice.flatMap(SecretToken.init(text:)),
      let device = try tables.device(token: old.deviceDigest), device.account == account.id
    {
      try tables.removeDevice(token: device.token)
    }
    let devices = try tables.devices(of: account.id).sorted { $0.seenAt > $1.seenAt }
    for device in devices.dropFirst(KnownDevice.most - 1) { try tables.removeDevice(token: device.token) }
    let token = SecretToken.fresh(from: accounts.random)
    try tables.add(KnownDevice(token: token.deviceDigest, account: account.id, seenAt: now))
    return token
  }
}

extension SecretToken {
  var sessionDigest: Digest { digest(for: "session") }
  var deviceDigest: Digest { digest(for: "device") }
}
