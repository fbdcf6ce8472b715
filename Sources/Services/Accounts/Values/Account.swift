public import Cryptography
public import Vocabulary

/// Somebody who can sign in. Who that is stands sealed in `email` and nowhere else.
public struct Account: Hashable, Sendable {
  public typealias ID = Identifier<Account>

  public let id: ID
  /// The person whose record it is.
  public let person: PersonID
  /// The mail address, sealed; see `AccountVault`.
  public var email: [UInt8]
  /// By what the address is found.
  public var emailDigest: Digest
  /// As argon2id text.
  public var passwordHash: String
  /// The language of mails.
  public var language: Language
  /// The 18th birthday of somebody who signed up before it; nil for who was an adult then.
  public var adultFrom: CivilDate?
  /// Whether this account administers the installation.
  public var isAdministrator: Bool
  public let createdAt: Instant
  /// Since when nobody can sign in; nil while that is not so.
  public var disabledAt: Instant?

  public init(
    id: ID, person: PersonID, email: [UInt8], emailDigest: Digest, passwordHash: String, language: Language,
    adultFrom: CivilDate?, isAdministrator: Bool, createdAt: Instant, disabledAt: Instant? = nil
  ) {
    self.id = id
    self.person = person
    self.email = email
    self.emailDigest = emailDigest
    self.passwordHash = passwordHash
    self.language = language
    self.adultFrom = adultFrom
    self.isAdministrator = isAdministrator
    self.createdAt = createdAt
    self.disabledAt = disabledAt
  }

  /// Whether its owner is under 18.
  public func isMinor(at now: Instant) -> Bool { Self.isMinor(adultFrom: adultFrom, at: now) }

  static func isMinor(adultFrom: CivilDate?, at now: Instant) -> Bool { adultFrom.map { now.ageDay < $0 } ?? false }
}
