public import Vocabulary

/// One's own account as its owner sees it.
public struct OwnAccount: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What there is to see.
  public struct View: Hashable, Sendable {
    public let email: EmailAddress
    public let memberships: [Place]
    /// Whether signing in takes a code.
    public let hasFactor: Bool
  }

  /// A role in an organization.
  public struct Place: Hashable, Sendable {
    public let organization: Organization.ID
    public let name: String
    public let kind: Organization.Kind
    public let role: Role
  }

  /// Looks.
  ///
  /// - Throws: `Refusal.signInNeeded` when the account is gone.
  public func look(for signedIn: SignedIn, at now: Instant) async throws -> View {
    try AccessPolicy.require(.account(signedIn), .seeAccount, on: .account(signedIn.account), at: now)
    return try await accounts.store.read { [accounts] tables in
      guard let account = try tables.account(signedIn.account) else { throw Refusal.signInNeeded }
      let places = try signedIn.memberships.compactMap { membership in
        try tables.organization(membership.organization).map {
          Place(organization: $0.id, name: $0.name, kind: $0.kind, role: membership.role)
        }
      }
      return View(
        email: try accounts.email(of: account), memberships: places,
        hasFactor: try tables.secondFactor(of: account.id)?.enabledAt != nil)
    }
  }
}
