public import Cryptography
import Rules
public import Vocabulary

/// What members of an organization do.
extension SourceChecks {
  /// What is to be checked for an organization: the records of all who share with it for that, the one that has waited longest
  /// first. Opening the list is a look at each of these records, and noted as one.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func work(
    for id: Organization.ID, by signedIn: SignedIn, at moment: Moment
  ) async throws -> [Item] {
    let people = try await accounts.store.read { [accounts] tables in
      guard let organization = try tables.organization(id) else { throw Refusal.notMember }
      let subject = Subject.organization(id, organization.kind)
      try AccessPolicy.require(.account(signedIn), .seeWorkList, on: subject, at: moment.now)
      let people = Set(try tables.consents(to: id).filter { $0.isActive(at: moment.now) }.map(\.person))
      return try people.compactMap { person -> (PersonID, EmailAddress)? in
        guard let owner = try tables.account(of: person) else { return nil }
        let kinds = try Self.kinds(of: owner, for: id, signedIn, in: tables, at: moment.now)
        return kinds.isEmpty ? nil : (person, try accounts.email(of: owner))
      }
    }
    var found: [Item] = []
    for (person, email) in people {
      // Somebody can revoke while the list is made.
      guard let opened = try? await open(person, for: id, signedIn, moment.now) else { continue }
      found += items(of: person, email, opened.versions, opened.checks, opened.kinds, names: opened.names, moment)
    }
    return found.sorted { ($0.due, $0.person.text, $0.record.id) < ($1.due, $1.person.text, $1.record.id) }
  }

  /// One record, to note a check of it; nil when there is none that an issuer can be asked about, or not any more.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func look(
    _ record: RecordID, of person: PersonID, for id: Organization.ID, by signedIn: SignedIn, at moment: Moment
  ) async throws -> Item? {
    guard let organization = try await accounts.store.read({ try $0.organization(id) }) else { throw Refusal.notMember }
    try AccessPolicy.require(
      .account(signedIn), .seeWorkList, on: .organization(id, organization.kind), at: moment.now)
    let opened = try await open(person, for: id, signedIn, moment.now)
    return items(of: person, opened.email, opened.versions, opened.checks, opened.kinds, names: opened.names, moment)
      .first {
        $0.place.record == record
      }
  }

  /// What a checker says.
  public struct Draft: Hashable, Sendable {
    /// The entry that said what was checked: what stood on the page.
    public var seen: Int
    public var method: SourceCheck.Method
    public var answer: SourceCheck.Answer
    /// The day on which they looked; nil: not said.
    public var stated: CivilDate?
    /// Who answered; empty: the issuer that the packs name.
    public var source: String
    /// The name that the source shows; empty: not noted.
    public var name: String
    public var evidence: Digest?

    public init(
      seen: Int, method: SourceCheck.Method, answer: SourceCheck.Answer, stated: CivilDate?, source: String,
      name: String = "", evidence: Digest?
    ) {
      self.seen = seen
      self.method = method
      self.answer = answer
      self.stated = stated
      self.source = source
      self.name = name
      self.evidence = evidence
    }
  }

  /// What came of noting one.
  public enum Outcome: Hashable, Sendable {
    case recorded(SourceCheck.ID)
    /// There is no such record, or none that an issuer can be asked about.
    case noSuchRecord
    /// The record says something else since the page was opened.
    case changedMeanwhile
    case refused(Problem)
  }

  /// Why one is not noted.
  public enum Problem: Hashable, Sendable {
    /// No day is said.
    case noDay
    /// The day lies ahead.
    case dayAhead
    /// No pack names the issuer, or a service answered: it has to be said who did.
    case noSource
    /// A text is longer than `SourceCheck.longest`, or what the source said is missing.
    case badText
    /// "Confirmed" with days that are not those of the record.
    case contradiction
    /// The last day lies before the first.
    case wrongOrder
    /// "Confirmed" with a name that is none of those that are shared.
    case otherName
  }

  /// Notes what an issuer said. It stands from then on and is never changed.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func record(
    _ draft: Draft, of record: RecordID, _ person: PersonID, for id: Organization.ID, by signedIn: SignedIn,
    at moment: Moment
  ) async throws -> Outcome {
    guard let item = try await look(record, of: person, for: id, by: signedIn, at: moment) else { return .noSuchRecord }
    guard item.place.sequence == draft.seen else { return .changedMeanwhile }
    let source = draft.source.isEmpty && draft.method != .service ? item.issuer.name?.en ?? "" : draft.source
    if let problem = problem(draft, item, source, moment.day) { return .refused(problem) }
    guard let stated = draft.stated else { return .refused(.noDay) }
    let check = SourceCheck(
      id: .fresh(from: accounts.random), place: item.place, kind: item.record.kind, source: source,
      method: draft.method, by: SourceCheck.Checker(account: signedIn.account, organization: id), stated: stated,
      answer: draft.answer, name: draft.name.isEmpty ? nil : draft.name,
      evidence: draft.evidence, policyDays: policy.days)
    try await accounts.store.write(at: moment.now) { tables in
      guard let owner = try tables.account(of: person) else { throw Refusal.noConsent }
      let shared = try Self.shared(owner, for: id, signedIn, in: tables, at: moment.now)
      try AccessPolicy.require(.account(signedIn), .check(item.record.kind), on: .record(shared), at: moment.now)
      try tables.append(SourceCheckJSON.entry(check, of: person))
    }
    return .recorded(check.id)
  }

  private func problem(_ draft: Draft, _ item: Item, _ source: String, _ day: CivilDate) -> Problem? {
    guard let stated = draft.stated else { return .noDay }
    guard stated <= day else { return .dayAhead }
    guard !source.isEmpty else { return .noSource }
    guard Self.isText(source), Self.isText(draft.name) else { return .badText }
    switch draft.answer {
    case .differs(let said): return said.isEmpty || !Self.isText(said) ? .badText : nil
    case .nothingFound: return nil
    case .revoked(let on): return on.map { $0 > day } == true ? .dayAhead : nil
    case .confirms(let begins, let ends):
      if let begins, let ends, begins > ends { return .wrongOrder }
      if let begins, begins > day { return .dayAhead }
      if CheckedDays(item.record.kind).contradict(item.record, begins: begins, ends: ends) { return .contradiction }
      return isOther(draft.name, item.names) ? .otherName : nil
    }
  }

  /// Whether a name is none of those that the record has; never where the record does not say the name of today.
  private func isOther(_ name: String, _ known: [KnownName]?) -> Bool {
    guard !name.isEmpty, let known, known.contains(where: \.isCurrent) else { return false }
    return !known.contains { NameComparison.areSame(name, $0.name) }
  }

  private static func isText(_ text: String) -> Bool {
    text.unicodeScalars.count <= SourceCheck.longest
      && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\r" }
  }

  // MARK: - Inside

  private struct Opened: Sendable {
    let kinds: Set<EvidenceKind>
    let email: EmailAddress
    let versions: [RecordVersion]
    let checks: [KeptCheck]
    /// Nil: they are not shared.
    let names: [KnownName]?
  }

  /// Opens the record of somebody for an organization: a look that is noted.
  private func open(
    _ person: PersonID, for id: Organization.ID, _ signedIn: SignedIn, _ now: Instant
  ) async throws -> Opened {
    let (kinds, email, checks) = try await accounts.store.read { [accounts] tables in
      guard let owner = try tables.account(of: person) else { throw Refusal.noConsent }
      let kinds = try Self.kinds(of: owner, for: id, signedIn, in: tables, at: now)
      return (kinds, try accounts.email(of: owner), try Self.checks(of: person, in: tables))
    }
    guard !kinds.isEmpty else { throw Refusal.noConsent }
    // Names are compared with what the issuer shows, and are never checked themselves.
    let grant = try await SharedReading(accounts).open(kinds, of: person, by: signedIn, at: now)
    let versions = try await evidence.versions(of: person).filter { grant.kinds.contains($0.content.kind) }
    return Opened(
      kinds: grant.kinds.intersection(SourceCheck.kinds), email: email, versions: versions, checks: checks,
      names: grant.kinds.contains(.personName) ? Self.names(versions) : nil)
  }

  /// The kinds of which somebody notes checks for an organization, with names if those are shared too.
  private static func kinds(
    of owner: Account, for id: Organization.ID, _ signedIn: SignedIn, in tables: any AccountTables, at now: Instant
  ) throws -> Set<EvidenceKind> {
    let record = try shared(owner, for: id, signedIn, in: tables, at: now)
    func can(_ action: Action) -> Bool {
      AccessPolicy.decide(.account(signedIn), action, on: .record(record), at: now).isAllowed
    }
    let checked = SourceCheck.kinds.filter { can(.check($0)) }
    return checked.isEmpty || !can(.read(.personName)) ? checked : checked.union([.personName])
  }

  /// The record of somebody, with what they share with one organization alone.
  private static func shared(
    _ owner: Account, for id: Organization.ID, _ signedIn: SignedIn, in tables: any AccountTables, at now: Instant
  ) throws -> SharedRecord {
    let record = try SharedRecords(tables: tables, now: now).record(of: owner, for: signedIn)
    return SharedRecord(
      person: record.person, isMinor: record.isMinor, hasGuardian: record.hasGuardian, memberOf: record.memberOf,
      consents: record.consents.filter { $0.receiver == .organization(id) })
  }
}
