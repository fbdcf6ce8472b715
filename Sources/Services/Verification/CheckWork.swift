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
    let (people, policy) = try await accounts.store.read { tables in
      guard let organization = try tables.organization(id) else { throw Refusal.notMember }
      let subject = Subject.organization(id, organization.kind)
      try AccessPolicy.require(.account(signedIn), .seeWorkList, on: subject, at: moment.now)
      let consents = try tables.consents(to: id).filter { $0.isActive(at: moment.now) }
      return (Array(Set(consents.map(\.person))), self.policy(of: organization))
    }
    let found = try await open(people, for: id, signedIn, moment.now).flatMap { opened in
      items(of: opened, policy, moment)
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
    guard let opened = try await open([person], for: id, signedIn, moment.now).first else { throw Refusal.noConsent }
    return items(of: opened, policy(of: organization), moment).first { $0.place.record == record }
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
    guard let organization = try await accounts.store.read({ try $0.organization(id) }) else { throw Refusal.notMember }
    let check = SourceCheck(
      id: .fresh(from: accounts.random), place: item.place, kind: item.record.kind, source: source,
      method: draft.method, by: SourceCheck.Checker(account: signedIn.account, organization: id), stated: stated,
      answer: draft.answer, name: draft.name.isEmpty ? nil : draft.name,
      evidence: draft.evidence, policyDays: policy(of: organization).days)
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
    let person: PersonID
    let kinds: Set<EvidenceKind>
    let email: EmailAddress
    var checks: [KeptCheck] = []
    /// Of the kinds that are shared.
    var versions: [RecordVersion] = []
    /// Nil: they are not shared.
    var names: [KnownName]?
  }

  private func items(of opened: Opened, _ policy: CheckPolicy, _ moment: Moment) -> [Item] {
    items(
      of: opened.person, opened.email, opened.versions, opened.checks.counting(by: policy),
      opened.kinds.intersection(SourceCheck.kinds),
      names: opened.names, moment)
  }

  /// So many looks are noted in one transaction: others who write wait for it.
  private static let atOnce = 50

  /// Opens the records of some people for an organization: looks that are noted. Who does not share, or no more, is left out.
  private func open(
    _ people: [PersonID], for id: Organization.ID, _ signedIn: SignedIn, _ now: Instant
  ) async throws -> [Opened] {
    var all: [Opened] = []
    for start in stride(from: 0, to: people.count, by: Self.atOnce) {
      let some = people[start..<min(start + Self.atOnce, people.count)]
      let opened = try await accounts.store.write(at: now) { tables -> [Opened] in
        let opened = try some.compactMap { try self.open($0, for: id, signedIn, in: tables, now) }
        let said = try tables.entries(of: opened.map(\.person), kinds: [SourceCheckJSON.kind])
        return opened.map { one in
          var one = one
          one.checks = Self.checks(said[one.person]?[SourceCheckJSON.kind] ?? [])
          return one
        }
      }
      let versions = try await evidence.versions(of: opened.map(\.person))
      all += opened.compactMap { one in
        guard let own = versions[one.person] else { return nil }
        var one = one
        one.versions = own.filter { one.kinds.contains($0.content.kind) }
        // Names are compared with what the issuer shows, and are never checked themselves.
        one.names = one.kinds.contains(.personName) ? Self.names(one.versions) : nil
        return one
      }
    }
    return all
  }

  /// Nil for who shares nothing that can be checked.
  private func open(
    _ person: PersonID, for id: Organization.ID, _ signedIn: SignedIn, in tables: any AccountTables, _ now: Instant
  ) throws -> Opened? {
    guard let owner = try tables.account(of: person) else { return nil }
    let kinds = try Self.kinds(of: owner, for: id, signedIn, in: tables, at: now)
    guard !kinds.isEmpty else { return nil }
    do {
      let grant = try SharedReading.open(kinds, of: person, by: signedIn, in: tables, at: now)
      return Opened(person: person, kinds: grant.kinds, email: try accounts.email(of: owner))
    } catch is Refusal {
      return nil
    }
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
