import CanonicalJSON
public import Rules
public import Vocabulary

/// What somebody shares, as they see it: each consent, to whom, and when it was used.
public struct SharingOverview: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// A look at the record by a consent.
  public struct Use: Hashable, Sendable {
    public let at: Instant
    public let kinds: Set<EvidenceKind>
  }

  /// A consent with what came of it.
  public struct Item: Hashable, Sendable {
    public let consent: Consent
    /// The name of the organization; nil for one person.
    public let organization: String?
    /// The newest first.
    public let uses: [Use]
  }

  /// Where something can be shared: an organization that one is a person of.
  public struct Place: Hashable, Sendable {
    public let organization: Organization
    public let purposes: [Consent.Purpose]
  }

  /// What there is to see.
  public struct View: Hashable, Sendable {
    /// The newest first, those that have ended too.
    public let items: [Item]
    public let places: [Place]
    /// For somebody under 18: whether a parent or guardian has consented; nil for adults.
    public let hasGuardian: Bool?
  }

  /// Looks.
  public func look(for signedIn: SignedIn) async throws -> View {
    try await accounts.store.read { tables in
      let uses = try tables.entries(of: signedIn.person, kind: "consent.used")
      let items = try tables.consents(of: signedIn.person).map { consent in
        Item(
          consent: consent, organization: try name(of: consent, in: tables),
          uses: uses.compactMap { Use($0, of: consent) }.reversed())
      }
      let places = try tables.memberships(of: signedIn.account).filter { !$0.role.isStaff }.compactMap { membership in
        try tables.organization(membership.organization).map { organization in
          Place(organization: organization, purposes: organization.kind.roles.compactMap(\.purpose).unique)
        }
      }
      let hasGuardian = try tables.guardianConsents(of: signedIn.account).contains(where: \.isActive)
      return View(items: items, places: places, hasGuardian: signedIn.isMinor ? hasGuardian : nil)
    }
  }

  private func name(of consent: Consent, in tables: any AccountTables) throws -> String? {
    switch consent.receiver {
    case .organization(let id): try tables.organization(id)?.name
    case .account: nil
    }
  }
}

extension SharingOverview.Use {
  /// Nil when the entry is about another consent.
  fileprivate init?(_ entry: PersonEntry, of consent: Consent) {
    guard entry.payload["consent"]?.asString == consent.id.text else { return nil }
    let words = entry.payload["kinds"]?.asArray ?? []
    self.init(at: entry.recordedAt, kinds: Set(words.compactMap { $0.asString.flatMap(EvidenceKind.init(rawValue:)) }))
  }
}

extension [Consent.Purpose] {
  /// Each once, in their order.
  fileprivate var unique: [Consent.Purpose] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
