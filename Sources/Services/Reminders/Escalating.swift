import CanonicalJSON
import Cryptography
import Knowledge
import Rules
public import Vocabulary

/// Tells coordinators of what stays unanswered: only of who wants that, only those with whom they share it, and only that there is
/// something. Coordinators who keep the list of members hear later, and at once where there are no others.
extension Reminders {
  /// Tells whoever is to hear now, and forgets what is settled.
  ///
  /// - Parameter today: the day where the person is.
  func escalate(_ person: ReminderPerson, on today: CivilDate, at now: Instant, _ list: DueList) async throws {
    guard person.settings.isEscalated, let told = person.told, told.day < today, let times = base.escalation else {
      return
    }
    let choice = NoticeChoice(base.leadTimes)
    let late = try await items(of: person.person, known: nil, on: today, with: list).filter {
      !$0.kind.isHealth && today.days(to: $0.day) <= times.coordinator && choice.series($0)?.isOpen(on: today) == true
    }
    // Nobody leaves unanswered what they were not told of.
    let then = late.isEmpty ? [] : try await items(of: person.person, known: told.knownAt, on: told.day, with: list)
    let unanswered = late.filter { item in then.contains { $0.id == item.id && $0.day == item.day } }
    try await accounts.store.write(at: now) { [accounts] tables in
      guard let owner = try tables.account(of: person.person), owner.disabledAt == nil else { return }
      let things = unanswered.map { Self.thing($0, of: person.person) }
      try tables.settle(of: person.person, except: things)
      guard !things.isEmpty else { return }
      let writing = EscalationWriting(accounts: accounts, tables: tables, owner: owner, today: today, now: now)
      try writing.tell(Array(zip(unanswered, things)), times)
    }
  }

  /// What somebody leaves unanswered, for a coordinator of an organization.
  public struct Unanswered: Hashable, Sendable {
    public let email: EmailAddress
    public let lastDay: CivilDate
    public let toldAt: Instant
  }

  /// What a coordinator was told of, as long as it stays unanswered and is shared; nil for who is none.
  public func unanswered(
    in id: Organization.ID, for signedIn: SignedIn, at now: Instant
  ) async throws -> [Unanswered]? {
    try await accounts.store.read { [accounts] tables in
      guard let organization = try tables.organization(id),
        AccessPolicy.decide(.account(signedIn), .seeWorkList, on: .organization(id, organization.kind), at: now)
          .isAllowed,
        signedIn.memberships.contains(where: { $0.organization == id && $0.role == .coordinator })
      else { return nil }
      return try tables.escalations(to: signedIn.account, in: id).compactMap { escalation in
        guard let owner = try tables.account(of: escalation.person) else { return nil }
        let record = try SharedRecords(tables: tables, now: now).record(of: owner, for: signedIn)
        let isShared = DueKind.allCases.compactMap(\.evidence).contains {
          AccessPolicy.decide(.account(signedIn), .read($0), on: .record(record), at: now).isAllowed
        }
        guard isShared else { return nil }
        return Unanswered(
          email: try accounts.email(of: owner), lastDay: escalation.lastDay, toldAt: escalation.toldAt)
      }
    }
  }

  /// Whom we told of what one leaves unanswered: each organization once, the last time.
  func others(of person: PersonID) async throws -> [(organization: String, toldAt: Instant)] {
    try await accounts.store.read { tables in
      var seen: Set<Organization.ID> = []
      return try tables.escalations(of: person).compactMap { escalation in
        guard seen.insert(escalation.organization).inserted,
          let organization = try tables.organization(escalation.organization)
        else { return nil }
        return (organization.name, escalation.toldAt)
      }
    }
  }

  /// Says nothing: nobody outside knows the identifier of the person.
  private static func thing(_ item: DueItem, of person: PersonID) -> [UInt8] {
    let text = "fobwatch unanswered 1:\(item.day):\(item.id)"
    return Array(SHA256.digest(of: person.bytes + Array(text.utf8)).bytes.prefix(16))
  }
}

/// Tells coordinators, in a transaction.
struct EscalationWriting {
  let accounts: Accounts
  let tables: any AccountTables
  let owner: Account
  let today: CivilDate
  let now: Instant

  func tell(_ things: [(item: DueItem, thing: [UInt8])], _ times: EscalationTimes) throws {
    var ids: Set<Organization.ID> = []
    for consent in try tables.consents(of: owner.person) where consent.isActive(at: now) {
      if case .organization(let id) = consent.receiver { ids.insert(id) }
    }
    for id in ids.sorted(by: { $0.text < $1.text }) {
      guard let organization = try tables.organization(id) else { continue }
      let members = try tables.members(of: id).filter { $0.role == .coordinator && $0.account != owner.id }
      let hasOthers = members.contains { !$0.permissions.contains(.members) }
      for member in members {
        let isLead = hasOthers && member.permissions.contains(.members)
        let limit = isLead ? times.lead : times.coordinator
        try tell(member, of: things.filter { today.days(to: $0.item.day) <= limit }, organization)
      }
    }
  }

  private func tell(
    _ member: Membership, of things: [(item: DueItem, thing: [UInt8])], _ organization: Organization
  ) throws {
    guard let account = try tables.account(member.account), account.disabledAt == nil else { return }
    // As if they had signed in with all that they sign in with: the policy says what they could see.
    let factors = try tables.secondFactor(of: account.id)?.enabledAt == nil ? 1 : 2
    let signedIn = SignedIn(
      account: account.id, person: account.person, isMinor: account.isMinor(at: now), isAdministrator: false,
      memberships: [member], session: .fresh(from: accounts.random), factors: factors, isRecent: false)
    let record = try SharedRecords(tables: tables, now: now).record(of: owner, for: signedIn)
    var count = 0
    for (item, thing) in things {
      guard let kind = item.kind.evidence,
        AccessPolicy.decide(.account(signedIn), .read(kind), on: .record(record), at: now).isAllowed
      else { continue }
      let isNew = try tables.note(
        Escalation(
          person: owner.person, organization: organization.id, account: account.id, thing: thing, lastDay: item.day,
          toldAt: now))
      if isNew { count += 1 }
    }
    guard count > 0 else { return }
    try accounts.post(
      .unanswered(organization: organization.name, id: organization.id, count: count), to: account, in: tables)
    try tables.append(
      LogEntryDraft(
        kind: "reminders.told-others", person: owner.person,
        payload: AccountEntries.object([
          ("organization", .string(organization.id.text)), ("account", .string(account.id.text)),
          ("things", .string(String(count))),
        ])))
  }
}
