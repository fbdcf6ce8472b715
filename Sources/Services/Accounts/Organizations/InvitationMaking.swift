import Cryptography
import Vocabulary

/// Adds invitations to the tables, and makes roles of them.
struct InvitationMaking {
  let accounts: Accounts
  let tables: any AccountTables
  let now: Instant

  /// An invitation. An earlier one to the same address for the same role goes.
  func make(
    _ token: SecretToken, _ email: EmailAddress, to organization: Organization.ID?, as role: Role,
    _ permissions: Set<Permission>, by requester: Requester, isFirst: Bool = false
  ) throws -> Invitation {
    let invitedBy: Account.ID? =
      switch requester {
      case .nobody, .machine: nil
      case .account(let signedIn): signedIn.account
      }
    let id = Invitation.ID.fresh(from: accounts.random)
    let invitation = Invitation(
      id: id, token: token.invitationDigest, organization: organization, role: role, permissions: permissions,
      email: accounts.vault.seal(email.text, as: .invitation, of: id.bytes),
      emailDigest: accounts.vault.digest(of: email), invitedBy: invitedBy, isFirst: isFirst,
      createdAt: now, endsAt: now + (isFirst ? Invitation.firstLifetime : Invitation.lifetime))
    for old in try tables.invitations(to: organization)
    where isFirst ? old.isFirst : old.emailDigest == invitation.emailDigest && old.role == role {
      try tables.remove(old.id)
    }
    try tables.add(invitation)
    return invitation
  }

  /// Gives an account what an invitation is to, and uses the invitation up.
  func grant(_ invitation: Invitation, to account: Account, by requester: Requester) throws {
    try tables.remove(invitation.id)
    guard let organization = try invitation.organization.flatMap(tables.organization) else {
      var account = account
      account.isAdministrator = true
      _ = try tables.change(account)
      try tables.append(AccountEntries.administrator(account, by: requester, isGranted: true))
      return
    }
    let membership = Membership(
      organization: organization.id, kind: organization.kind, account: account.id, role: invitation.role,
      permissions: invitation.permissions, since: now)
    try tables.put(membership)
    try tables.append(AccountEntries.membership(membership, of: account, by: requester, isGranted: true))
  }
}

extension SecretToken {
  var invitationDigest: Digest { digest(for: "invitation") }
}
