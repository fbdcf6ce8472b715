import Cryptography
import Vocabulary

/// What is counted, and how often it can be tried. `docs/explanation/accounts.md` says why none of it can be turned against
/// somebody else.
enum Limited {
  /// Wrong passwords for an address from one network.
  case signIn(address: String, Origin)
  /// Wrong passwords from one host, whatever the address.
  case signInHost(Origin)
  /// Wrong passwords in a browser that is known for the account: all that counts there.
  case knownDevice(Digest)
  /// Wrong passwords for an address from anywhere but known browsers. Blocks nothing: see `SignIn`.
  case strangers(address: String)
  /// Wrong passwords of somebody who is signed in.
  case session(Session.ID)
  /// Wrong codes for an account: only who has the password gets that far.
  case code(Account.ID)
  /// Mails that somebody unknown had sent to an address.
  case mail(EmailAddress)
  /// Mails that one host asked for.
  case mailHost(Origin)
  /// Looks at links that show a certification, from one host.
  case proofHost(Origin)
  /// Looks at one such link: each is an entry in the log.
  case proofLink(ProofLink.ID)

  /// How often.
  var limit: RateLimit {
    switch self {
    case .signIn, .knownDevice, .session:
      RateLimit(free: 5, first: .seconds(2), longest: .seconds(900), forget: .seconds(86_400))
    case .signInHost: RateLimit(free: 50, first: .seconds(1), longest: .seconds(300), forget: .seconds(3600))
    case .strangers: RateLimit(free: .max, first: .zero, longest: .zero, forget: .seconds(86_400))
    case .code: RateLimit(free: 5, first: .seconds(30), longest: .seconds(3600), forget: .seconds(86_400))
    // Never longer than a link is good: whoever is kept waiting by somebody else's tries has a good link already.
    case .mail: RateLimit(free: 3, first: .seconds(60), longest: .seconds(1800), forget: .seconds(86_400))
    case .proofHost: RateLimit(free: 100, first: .seconds(1), longest: .seconds(60), forget: .seconds(3600))
    case .proofLink: RateLimit(free: 100, first: .seconds(2), longest: .seconds(300), forget: .seconds(86_400))
    case .mailHost: RateLimit(free: 30, first: .seconds(2), longest: .seconds(300), forget: .seconds(3600))
    }
  }

  /// Under which key it is counted.
  func key(in vault: AccountVault) -> Digest {
    switch self {
    case .signIn(let address, let origin): vault.digest("sign-in", "\(address) \(origin.network)")
    case .signInHost(let origin): vault.digest("sign-in host", origin.host)
    case .knownDevice(let device): vault.digest("device", device.description)
    case .strangers(let address): vault.digest("strangers", address)
    case .session(let session): vault.digest("session", session.text)
    case .code(let account): vault.digest("code", account.text)
    case .mail(let address): vault.digest("mail", address.normalized)
    case .proofHost(let origin): vault.digest("proof host", origin.host)
    case .proofLink(let link): vault.digest("proof link", link.text)
    case .mailHost(let origin): vault.digest("mail host", origin.host)
    }
  }
}

/// Counts tries. They are counted before they are made, so that many at once count as many.
struct Limits {
  let accounts: Accounts

  /// Counts one try under each, or none when one of them has to wait.
  ///
  /// - Returns: until when to wait; nil when it was counted and can be tried.
  func take(_ acts: [Limited], at now: Instant) async throws -> Instant? {
    try await accounts.store.write(at: now) { [self] in try take(acts, in: $0, at: now) }
  }

  /// As `take`, in a transaction.
  func take(_ acts: [Limited], in tables: any AccountTables, at now: Instant) throws -> Instant? {
    let found = try find(acts, in: tables)
    if let wait = found.compactMap({ $0.limit.wait($0.throttle, at: now) }).max() { return wait }
    for each in found { try tables.put(each.limit.counting(each.throttle, key: each.key, at: now)) }
    return nil
  }

  /// Takes back one try under each: it was no wrong one.
  func giveBack(_ acts: [Limited], in tables: any AccountTables, at now: Instant) throws {
    for each in try find(acts, in: tables) {
      guard var throttle = each.throttle else { continue }
      throttle.tries = max(0, throttle.tries - 1)
      throttle.blockedUntil = now
      try tables.put(throttle)
    }
  }

  /// Forgets all tries under each.
  func forget(_ acts: [Limited], in tables: any AccountTables) throws {
    for act in acts { try tables.removeThrottle(act.key(in: accounts.vault)) }
  }

  /// How many tries count.
  func tries(_ act: Limited, in tables: any AccountTables, at now: Instant) throws -> Int {
    act.limit.tries(try tables.throttle(act.key(in: accounts.vault)), at: now)
  }

  private struct Found {
    let key: Digest
    let limit: RateLimit
    let throttle: Throttle?
  }

  /// In one order for everybody, so that two transactions do not wait for each other.
  private func find(_ acts: [Limited], in tables: any AccountTables) throws -> [Found] {
    try acts.map { ($0.key(in: accounts.vault), $0.limit) }.sorted { $0.0.bytes.lexicographicallyPrecedes($1.0.bytes) }
      .map { Found(key: $0, limit: $1, throttle: try tables.throttle($0)) }
  }
}
