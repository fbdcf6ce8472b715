public import Cryptography
public import Rules
public import Vocabulary

/// A look at the issuer's own source about one record of a person: what it said, of which version of the record, on which day.
/// It is never changed. A correction of the record makes another version, which nobody has checked.
public struct SourceCheck: Hashable, Sendable {
  public typealias ID = Identifier<SourceCheck>

  /// How the issuer was asked. There is none for a copy of a card or certificate: a copy is no source.
  public enum Method: String, CaseIterable, Sendable {
    /// The issuer's own web page.
    case website = "issuer-website"
    /// A call to the issuer.
    case phone
    /// A letter or mail of the issuer.
    case letter
    /// A service that asks issuers.
    case service = "source-service"
  }

  /// What the source said.
  public enum Answer: Hashable, Sendable {
    /// The record is right; with the days that the source shows.
    case confirms(begins: CivilDate?, ends: CivilDate?)
    /// The source says something else: what, in words.
    case differs(String)
    /// The source knows nothing of it.
    case nothingFound
    /// It was taken back; nil: the source does not say when.
    case revoked(on: CivilDate?)
  }

  /// Whoever looked: a member, for an organization.
  public struct Checker: Hashable, Sendable {
    public let account: Account.ID
    public let organization: Organization.ID

    public init(account: Account.ID, organization: Organization.ID) {
      (self.account, self.organization) = (account, organization)
    }
  }

  /// The most characters of a text of a check.
  public static let longest = 400

  public let id: ID
  /// The record, and the entry of the log that said what was checked.
  public let place: RecordReference
  public let kind: EvidenceKind
  /// Who answered: the issuer, or a service that asked it.
  public let source: String
  public let method: Method
  public let by: Checker
  /// The day on which the checker says that they looked. When it was noted is the time of its entry.
  public let stated: CivilDate
  public let answer: Answer
  /// The name that the source shows; nil: it was not noted.
  public let name: String?
  /// SHA-256 of a file that the checker keeps; nil: none was kept.
  public let evidence: Digest?
  /// How many days the checker's own policy lets it count.
  public private(set) var policyDays: Int

  public init(
    id: ID, place: RecordReference, kind: EvidenceKind, source: String, method: Method, by: Checker, stated: CivilDate,
    answer: Answer, name: String? = nil, evidence: Digest?, policyDays: Int
  ) {
    self.id = id
    self.place = place
    self.kind = kind
    self.source = source
    self.method = method
    self.by = by
    self.stated = stated
    self.answer = answer
    self.name = name
    self.evidence = evidence
    self.policyDays = policyDays
  }

  /// The day on which it is due again: the first on which it counts no more.
  public var dueAgain: CivilDate { stated.adding(days: policyDays) }

  /// Whether it counts on a day: from the day it was made to the last day of the policy.
  public func counts(on day: CivilDate) -> Bool { stated <= day && day < dueAgain }

  /// Whether the source said that the record is right.
  public var isConfirming: Bool {
    switch answer {
    case .confirms: true
    case .differs, .nothingFound, .revoked: false
    }
  }

  /// Kinds of evidence about which an issuer can be asked.
  public static let kinds: Set<EvidenceKind> = [
    .certification, .license, .card, .training, .decision, .attempt, .diploma,
  ]
}

/// A check with the time at which it was noted, by the clock of the server.
public struct KeptCheck: Hashable, Sendable {
  public let check: SourceCheck
  public let observed: Instant

  public init(_ check: SourceCheck, observed: Instant) { (self.check, self.observed) = (check, observed) }
}

extension SourceCheck {
  /// The same, counting no longer than a policy lets it: nobody's longer one widens that of who looks.
  func counting(by policy: CheckPolicy) -> SourceCheck {
    var check = self
    check.policyDays = min(policyDays, policy.days)
    return check
  }
}

extension [KeptCheck] {
  /// The same, none counting longer than a policy lets it.
  func counting(by policy: CheckPolicy) -> [KeptCheck] {
    map { KeptCheck($0.check.counting(by: policy), observed: $0.observed) }
  }
}

/// How long a check with the issuer counts: a policy of whoever runs the installation, or of an organization for itself, and no
/// rule of any issuer.
public struct CheckPolicy: Hashable, Sendable {
  /// How many days, 1 to 3660.
  public let days: Int

  /// What counts where nobody has set anything: a choice of our own.
  public static let standard = CheckPolicy(days: 30)

  /// The days that an organization can set for itself.
  public static let ownDays = 1...365

  /// - Parameter days: less than 1 counts as 1, more than 3660 as 3660.
  public init(days: Int) { self.days = min(max(days, 1), 3660) }
}
