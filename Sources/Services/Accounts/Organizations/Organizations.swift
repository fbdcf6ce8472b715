public import Vocabulary

/// Makes organizations, and shows them and their members.
public struct Organizations: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// Makes one. Nil when the name is empty or longer than 200 characters.
  ///
  /// - Throws: `Refusal`.
  public func create(
    name: String, kind: Organization.Kind, by requester: Requester, at now: Instant
  ) async throws -> Organization? {
    try AccessPolicy.require(requester, .createOrganization, on: .installation, at: now)
    let name = name.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    guard (1...200).contains(name.unicodeScalars.count),
      name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { return nil }
    let organization = Organization(id: .fresh(from: accounts.random), name: name, kind: kind, createdAt: now)
    try await accounts.store.write(at: now) { tables in
      try tables.add(organization)
      try tables.append(AccountEntries.organizationCreated(organization, by: requester))
    }
    return organization
  }

  /// One that the requester can see; nil when there is none.
  ///
  /// - Throws: `Refusal`.
  public func find(_ id: Organization.ID, by requester: Requester, at now: Instant) async throws -> Organization? {
    guard let organization = try await accounts.store.read({ try $0.organization(id) }) else { return nil }
    try AccessPolicy.require(requester, .seeOrganization, on: .organization(id, organization.kind), at: now)
    return organization
  }

  /// All of them, in a fixed order, some at a time.
  ///
  /// - Throws: `Refusal`.
  public func list(
    after: Organization.ID?, limit: Int, by requester: Requester, at now: Instant
  ) async throws -> [Organization] {
    try AccessPolicy.require(requester, .seeAccounts, on: .installation, at: now)
    return try await accounts.store.read { try $0.organizations(after: after, limit: limit) }
  }

  /// Says for how many days its checks with issuers count, as many as `CheckPolicy.ownDays` has; nil: as long as the installation
  /// says.
  ///
  /// - Returns: whether there is such an organization, and it can have so many days.
  /// - Throws: `Refusal`.
  public func set(
    checkDays days: Int?, of id: Organization.ID, by requester: Requester, at now: Instant
  ) async throws -> Bool {
    try await accounts.store.write(at: now) { tables in
      guard let organization = try tables.organization(id) else { return false }
      try AccessPolicy.require(requester, .keepCheckDays, on: .organization(id, organization.kind), at: now)
      guard days.map(CheckPolicy.ownDays.contains) ?? true else { return false }
      let policy = days.map { CheckPolicy(days: $0) }
      guard policy != organization.checkPolicy else { return true }
      try tables.set(policy, of: id)
      try tables.append(AccountEntries.checkDays(days, of: organization, by: requester))
      return true
    }
  }

  /// A member as others of the organization see them.
  public struct Member: Hashable, Sendable {
    public let membership: Membership
    public let email: EmailAddress
    /// Whose record it is.
    public let person: PersonID
    /// Whether they are under 18.
    public let isMinor: Bool
  }

  /// The members.
  ///
  /// - Throws: `Refusal`.
  public func members(of id: Organization.ID, by requester: Requester, at now: Instant) async throws -> [Member] {
    guard let organization = try await find(id, by: requester, at: now) else { return [] }
    try AccessPolicy.require(requester, .seeMembers, on: .organization(id, organization.kind), at: now)
    return try await accounts.store.read { [accounts] tables in
      try tables.members(of: id).compactMap { membership in
        try tables.account(membership.account).map {
          Member(
            membership: membership, email: try accounts.email(of: $0), person: $0.person, isMinor: $0.isMinor(at: now))
        }
      }
    }
  }

  /// Takes a role from a member, or leaves. The member's sessions end, unless it was their own wish.
  ///
  /// - Returns: whether there was such a member.
  /// - Throws: `Refusal`.
  public func remove(
    _ member: Account.ID, as role: Role, from id: Organization.ID, by requester: Requester, at now: Instant
  ) async throws -> Bool {
    try await accounts.store.write(at: now) { tables in
      guard let account = try tables.account(member), let organization = try tables.organization(id) else {
        return false
      }
      let basis = try AccessPolicy.require(
        requester, .removeMember(member), on: .organization(id, organization.kind), at: now)
      guard
        let membership = try tables.memberships(of: member).first(where: { $0.organization == id && $0.role == role }),
        try tables.remove(member, as: role, from: id)
      else { return false }
      try tables.append(AccountEntries.membership(membership, of: account, by: requester, isGranted: false))
      if basis != .own { try tables.removeSessions(of: member, but: nil) }
      return true
    }
  }

  /// Gives a member other permissions. The member's sessions end.
  ///
  /// - Returns: whether there is such a member.
  /// - Throws: `Refusal`.
  public func set(
    _ permissions: Set<Permission>, of member: Account.ID, as role: Role, in id: Organization.ID,
    by requester: Requester,
    at now: Instant
  ) async throws -> Bool {
    try await accounts.store.write(at: now) { tables in
      guard let account = try tables.account(member), let organization = try tables.organization(id) else {
        return false
      }
      try AccessPolicy.require(requester, .setPermissions(member), on: .organization(id, organization.kind), at: now)
      guard
        var membership = try tables.memberships(of: member).first(where: { $0.organization == id && $0.role == role })
      else { return false }
      guard role.isStaff || permissions.isEmpty else { throw Refusal.notInRole }
      membership.permissions = permissions
      try tables.put(membership)
      try tables.append(AccountEntries.membership(membership, of: account, by: requester, isGranted: true))
      try tables.removeSessions(of: member, but: nil)
      return true
    }
  }
}
