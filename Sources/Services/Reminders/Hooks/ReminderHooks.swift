import CanonicalJSON
import Knowledge
import Rules
public import Vocabulary

/// Tells organizations of reminders of those who want that, so that a text service of theirs can be attached.
public struct ReminderHooks: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  // MARK: - An organization

  /// What who keeps the address sees of it.
  public struct Kept: Sendable {
    /// Nil: there is none.
    public let address: HookAddress?
    /// Who wants it, by the identifier that messages carry.
    public let people: [(person: PersonID, email: EmailAddress)]
  }

  /// The address of an organization.
  ///
  /// - Throws: `Refusal`.
  public func look(at id: Organization.ID, by signedIn: SignedIn, at now: Instant) async throws -> Kept {
    try await accounts.store.read { [accounts] tables in
      let kind = try Self.kind(of: id, in: tables)
      try AccessPolicy.require(.account(signedIn), .keepHook, on: .organization(id, kind), at: now)
      let people = try tables.hookConsents(to: id).compactMap {
        person -> (person: PersonID, email: EmailAddress)? in
        guard let account = try tables.account(of: person) else { return nil }
        return (person: person, email: try accounts.email(of: account))
      }
      return Kept(address: try tables.hook(of: id)?.address, people: people)
    }
  }

  /// Sets the address. Who wanted another one is asked anew.
  ///
  /// - Returns: what messages are signed with; it is shown now and never again.
  /// - Throws: `Refusal`.
  public func set(
    _ address: HookAddress, of id: Organization.ID, by signedIn: SignedIn, at now: Instant
  ) async throws -> HookSecret {
    let secret = HookSecret.fresh(from: accounts.random)
    try await accounts.store.write(at: now) { tables in
      let kind = try Self.kind(of: id, in: tables)
      try AccessPolicy.require(.account(signedIn), .keepHook, on: .organization(id, kind), at: now)
      try tables.put(ReminderHook(organization: id, address: address, secret: secret, setAt: now))
      try tables.append(Self.entry("organization.webhook-set", id, signedIn))
    }
    return secret
  }

  /// Removes the address. Nothing more is told.
  ///
  /// - Throws: `Refusal`.
  public func remove(of id: Organization.ID, by signedIn: SignedIn, at now: Instant) async throws {
    try await accounts.store.write(at: now) { tables in
      let kind = try Self.kind(of: id, in: tables)
      try AccessPolicy.require(.account(signedIn), .keepHook, on: .organization(id, kind), at: now)
      guard try tables.removeHook(of: id) else { return }
      try tables.append(Self.entry("organization.webhook-ended", id, signedIn))
    }
  }

  private static func kind(of id: Organization.ID, in tables: any AccountTables) throws -> Organization.Kind {
    guard let organization = try tables.organization(id) else { throw Refusal.notMember }
    return organization.kind
  }

  private static func entry(_ kind: String, _ id: Organization.ID, _ signedIn: SignedIn) -> LogEntryDraft {
    LogEntryDraft(
      kind: kind, person: nil,
      payload: AccountEntries.object([
        ("organization", .string(id.text)), ("by", AccountEntries.by(.account(signedIn))),
      ]))
  }

  // MARK: - A person

  /// An organization that somebody can have told.
  public struct Channel: Hashable, Sendable {
    public let organization: Organization.ID
    public let name: String
    public let isOn: Bool
  }

  /// The organizations with an address with which somebody shares something that can be told.
  ///
  /// - Throws: `Refusal`.
  public func channels(of signedIn: SignedIn, at now: Instant) async throws -> [Channel] {
    try AccessPolicy.require(.account(signedIn), .keepReminders, on: .record(Self.own(signedIn)), at: now)
    return try await accounts.store.read { tables in
      let on = Set(try tables.hookConsents(of: signedIn.person))
      return try Self.shared(of: signedIn.person, in: tables, at: now).keys.compactMap { id -> Channel? in
        guard try tables.hook(of: id) != nil, let organization = try tables.organization(id) else { return nil }
        return Channel(organization: id, name: organization.name, isOn: on.contains(id))
      }.sorted { ($0.name, $0.organization.text) < ($1.name, $1.organization.text) }
    }
  }

  /// Consents to one of them being told, or ends that. Nothing happens for another organization.
  ///
  /// - Throws: `Refusal`.
  public func choose(
    _ isOn: Bool, _ id: Organization.ID, for signedIn: SignedIn, at now: Instant
  ) async throws {
    try AccessPolicy.require(.account(signedIn), .keepReminders, on: .record(Self.own(signedIn)), at: now)
    try await accounts.store.write(at: now) { tables in
      guard try tables.account(signedIn.account) != nil else { throw Refusal.signInNeeded }
      let wasOn = try tables.hookConsents(of: signedIn.person).contains(id)
      guard wasOn != isOn else { return }
      if isOn {
        guard try tables.hook(of: id) != nil, try Self.shared(of: signedIn.person, in: tables, at: now)[id] != nil
        else { return }
        try tables.addHookConsent(of: signedIn.person, to: id)
      } else {
        try tables.removeHookConsent(of: signedIn.person, to: id)
      }
      try tables.append(
        LogEntryDraft(
          kind: isOn ? "reminders.channel-on" : "reminders.channel-off", person: signedIn.person,
          payload: AccountEntries.object([
            ("organization", .string(id.text)), ("by", AccountEntries.by(.account(signedIn))),
          ])))
    }
  }

  private static func own(_ signedIn: SignedIn) -> SharedRecord {
    SharedRecord(person: signedIn.person, isMinor: signedIn.isMinor, hasGuardian: false, memberOf: [], consents: [])
  }

  /// The kinds that somebody shares with each organization now, of those that can be told.
  private static func shared(
    of person: PersonID, in tables: any AccountTables, at now: Instant
  ) throws -> [Organization.ID: Set<EvidenceKind>] {
    let known = Set(DueKind.allCases.compactMap(\.evidence))
    var kinds: [Organization.ID: Set<EvidenceKind>] = [:]
    for consent in try tables.consents(of: person) where consent.isActive(at: now) {
      if case .organization(let id) = consent.receiver { kinds[id, default: []].formUnion(consent.kinds) }
    }
    return kinds.mapValues { $0.intersection(known) }.filter { !$0.value.isEmpty }
  }

  // MARK: - Messages

  /// Has the organizations told that somebody wants told, together with the mail of a day: what they share, never of health.
  func tell(
    _ items: [DueItem], of person: ReminderPerson, on day: CivilDate, id: String, at now: Instant
  ) async throws {
    let told = items.filter { !$0.kind.isHealth }
    guard !told.isEmpty else { return }
    try await accounts.store.write(at: now) { tables in
      let organizations = try tables.hookConsents(of: person.person)
      guard !organizations.isEmpty else { return }
      let shared = try Self.shared(of: person.person, in: tables, at: now)
      for organization in organizations {
        let things = told.filter { item in
          item.kind.evidence.map { shared[organization]?.contains($0) == true } ?? false
        }
        guard !things.isEmpty else { continue }
        try tables.post(
          OutgoingHook(
            id: "\(id)-\(organization.text)", organization: organization, person: person.person,
            body: Self.body(things, of: person, on: day)))
      }
    }
  }

  /// The message: whom it is about by an identifier, in which language they read, and of each thing its kind and last day.
  private static func body(_ items: [DueItem], of person: ReminderPerson, on day: CivilDate) -> [UInt8] {
    let things = items.map { item -> JSON in
      ["kind": .string(item.kind.rawValue), "last_day": .string(item.day.description)]
    }
    let message: JSON = [
      "type": "reminder.due",
      "data": [
        "person": .string(person.person.text), "language": .string(person.settings.language.rawValue),
        "day": .string(day.description), "things": .array(things),
      ],
    ]
    return message.bytes
  }

  /// Where a message is to be told now; nil when its organization has no address any more, or the person has ended it.
  public func receiver(of message: OutgoingHook, at now: Instant) async throws -> ReminderHook? {
    try await accounts.store.read { tables in
      guard try tables.hookConsents(of: message.person).contains(message.organization),
        try Self.shared(of: message.person, in: tables, at: now)[message.organization] != nil
      else { return nil }
      return try tables.hook(of: message.organization)
    }
  }
}
