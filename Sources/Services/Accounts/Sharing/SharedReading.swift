public import Rules
public import Vocabulary

/// That somebody can look at some kinds of evidence of one person, now. Only `SharedReading` makes one, so what takes one
/// cannot be reached without having been asked for, and noted in the log.
public struct ReadGrant: Hashable, Sendable {
  public let person: PersonID
  /// What can be looked at; at least one.
  public let kinds: Set<EvidenceKind>
  /// Why the other kinds that were asked for cannot.
  public let refused: [EvidenceKind: Refusal]

  fileprivate init(person: PersonID, kinds: Set<EvidenceKind>, refused: [EvidenceKind: Refusal]) {
    (self.person, self.kinds, self.refused) = (person, kinds, refused)
  }
}

/// Opens records: one's own, and those that others share. Every look at somebody else's is an entry in the log of that person.
public struct SharedReading: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// Asks to look at some kinds of evidence of a person.
  ///
  /// - Throws: `Refusal` when none of them can be looked at. A person who does not exist is refused like one who shares
  ///   nothing.
  public func open(
    _ kinds: Set<EvidenceKind>, of person: PersonID, by signedIn: SignedIn, at now: Instant
  ) async throws -> ReadGrant {
    if person == signedIn.person { return ReadGrant(person: person, kinds: kinds, refused: [:]) }
    return try await accounts.store.write(at: now) { tables in
      let record = try Self.record(of: person, for: signedIn, in: tables, at: now)
      let decisions = kinds.map {
        ($0, AccessPolicy.decide(.account(signedIn), .read($0), on: .record(record), at: now))
      }
      return try Self.grant(decisions, of: person, to: signedIn, in: tables)
    }
  }

  /// The same for a record of somebody else, in a transaction that does other things too. What is refused is refused before
  /// anything is noted.
  static func open(
    _ kinds: Set<EvidenceKind>, of person: PersonID, by signedIn: SignedIn, in tables: any AccountTables,
    at now: Instant
  ) throws -> ReadGrant {
    let record = try record(of: person, for: signedIn, in: tables, at: now)
    let decisions = kinds.map {
      ($0, AccessPolicy.decide(.account(signedIn), .read($0), on: .record(record), at: now))
    }
    return try grant(decisions, of: person, to: signedIn, in: tables)
  }

  /// Who does not exist looks like who shares nothing.
  private static func record(
    of person: PersonID, for signedIn: SignedIn, in tables: any AccountTables, at now: Instant
  ) throws -> SharedRecord {
    try tables.account(of: person).map { try SharedRecords(tables: tables, now: now).record(of: $0, for: signedIn) }
      ?? SharedRecord(person: person, isMinor: false, hasGuardian: false, memberOf: [], consents: [])
  }

  /// What is shared for coaching with one organization, opened in a transaction that does other things too.
  ///
  /// - Parameter record: with the consents to that organization alone.
  static func coached(
    _ record: SharedRecord, by signedIn: SignedIn, in tables: any AccountTables, at now: Instant
  ) throws -> ReadGrant {
    let decisions = Role.coach.needs.map {
      ($0, AccessPolicy.decide(.account(signedIn), .coach($0), on: .record(record), at: now))
    }
    return try grant(decisions, of: record.person, to: signedIn, in: tables)
  }

  /// The grant that follows from what was decided of each kind, noted as a look.
  private static func grant(
    _ decisions: [(EvidenceKind, Decision)], of person: PersonID, to signedIn: SignedIn, in tables: any AccountTables
  ) throws -> ReadGrant {
    var seen: [Consent: Set<EvidenceKind>] = [:]
    var refused: [EvidenceKind: Refusal] = [:]
    for (kind, decision) in decisions {
      switch decision {
      case .allowed(.consent(let consent)): seen[consent, default: []].insert(kind)
      case .allowed(.own), .allowed(.machine), .allowed(.administrator), .allowed(.member): refused[kind] = .noConsent
      case .refused(let refusal): refused[kind] = refusal
      }
    }
    guard !seen.isEmpty else { throw refused.values.max { $0.rawValue < $1.rawValue } ?? .noConsent }
    for (consent, kinds) in seen.sorted(by: { $0.key.id.text < $1.key.id.text }) {
      try tables.append(ConsentEntries.used(consent, by: .account(signedIn), seen: kinds))
    }
    return ReadGrant(person: person, kinds: seen.values.reduce(into: []) { $0.formUnion($1) }, refused: refused)
  }

  /// The people of whom somebody can see at least one kind of evidence through an organization. Being on this list is no look
  /// at a record.
  ///
  /// - Throws: `Refusal`.
  public func people(
    sharingWith id: Organization.ID, for signedIn: SignedIn, at now: Instant
  ) async throws -> [PersonID] {
    try await accounts.store.read { tables in
      guard let organization = try tables.organization(id) else { throw Refusal.notMember }
      try AccessPolicy.require(.account(signedIn), .seeMembers, on: .organization(id, organization.kind), at: now)
      let people = Set(try tables.consents(to: id).filter { $0.isActive(at: now) }.map(\.person))
      return try people.filter { person in
        guard let owner = try tables.account(of: person) else { return false }
        let record = try SharedRecords(tables: tables, now: now).record(of: owner, for: signedIn)
        return EvidenceKind.allCases.contains {
          AccessPolicy.decide(.account(signedIn), .read($0), on: .record(record), at: now).isAllowed
        }
      }.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }
  }
}
