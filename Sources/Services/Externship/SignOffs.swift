public import Rules
public import Vocabulary

/// What a preceptor does who has a link. There is no account behind it: the link is for some days, and for nothing else.
public struct SignOffs: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What an open link shows. Texts that look as if they were about a patient are left out.
  public struct Shown: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
      public let item: SignOff.Item
      public let content: ExternshipDay
    }

    public let name: String
    /// The oldest day first.
    public let lines: [Line]
    public let endsAt: Instant

    /// What stands on the page, to tell when it does not any more.
    public var seen: String { lines.map { "\($0.item.day.text).\($0.item.version)" }.joined(separator: ",") }
    public var hours: Quantity { lines.reduce(.zero) { $0 + $1.content.hours } }
  }

  /// The answer to a link.
  public enum Look: Hashable, Sendable {
    case open(Shown)
    /// It was used; whether the days were signed, and whether a consent as a reference stands.
    case answered(at: Instant, isSigned: Bool, isReference: Bool)
    /// Its time has passed, its owner ended it, or its days are not there any more: nothing else is said.
    case ended
    /// There is none such, and none that can be told from it.
    case unknown
    /// Whoever asks is its owner: nobody signs for themselves.
    case own
    /// Too many looks from there.
    case wait(until: Instant)
  }

  /// Looks. Each look at an open link is an entry in the log of its owner, without a word on who looked.
  ///
  /// - Parameters:
  ///   - origin: from where, for the count of looks alone.
  ///   - viewer: who is signed in there; nil: nobody.
  public func look(
    _ token: String, origin: Origin, viewer: SignedIn?, at now: Instant
  ) async throws -> Look {
    try await opened(token, origin, viewer, now) { tables, link, look in
      if case .open = look, let link { try tables.append(ExternshipEntries.looked(link)) }
      return look
    }
  }

  /// What a preceptor says.
  public struct Draft: Hashable, Sendable {
    /// `Shown.seen` of the page.
    public var seen: String
    public var name: String
    public var role: String
    /// Why the days are not signed; nil: they are.
    public var declined: String?
    /// How they can be reached as a reference; nil: they are none.
    public var reference: String?

    public init(seen: String, name: String, role: String, declined: String? = nil, reference: String? = nil) {
      (self.seen, self.name, self.role) = (seen, name, role)
      (self.declined, self.reference) = (declined, reference)
    }
  }

  /// What came of answering.
  public enum Outcome: Hashable, Sendable {
    case answered
    /// The days were changed since the page was opened.
    case changedMeanwhile(Shown)
    case refused(Field, Problem, Shown)
    /// The link is not open: what it answers to a look.
    case notOpen(Look)
  }

  /// A field of the form.
  public enum Field: String, Sendable { case name, role, declined, reference }

  /// Why a field is not taken.
  public enum Problem: Hashable, Sendable {
    /// Nothing, or too much.
    case badText
    /// It looks as if it were about a patient.
    case patient([PatientText.Sign])
  }

  /// Signs the days, or says why not. A link is answered once.
  public func answer(
    _ token: String, _ draft: Draft, origin: Origin, viewer: SignedIn?, at now: Instant
  ) async throws -> Outcome {
    try await opened(token, origin, viewer, now) { tables, link, look in
      guard case .open(let shown) = look, var link else { return .notOpen(look) }
      guard draft.seen == shown.seen else { return .changedMeanwhile(shown) }
      // Who does not sign is no reference either.
      let reference = draft.declined == nil ? draft.reference : nil
      let texts: [(Field, String?)] = [
        (.name, draft.name), (.role, draft.role), (.declined, draft.declined), (.reference, reference),
      ]
      for (field, text) in texts {
        guard let text else { continue }
        guard ExternshipDay.isText(text) else { return .refused(field, .badText, shown) }
        let signs = PatientText.signs(in: text)
        guard signs.isEmpty else { return .refused(field, .patient(signs), shown) }
      }
      link.answeredAt = now
      try tables.change(link)
      try tables.append(
        ExternshipEntries.answered(
          SignOff(
            link: link.id, name: draft.name, role: draft.role, items: shown.lines.map(\.item),
            declined: draft.declined, reference: reference), of: link.person))
      return .answered
    }
  }

  /// The preceptor is no reference any more. Nothing happens to a consent that was taken back before.
  ///
  /// - Returns: whether the link was ever used to give one.
  public func withdraw(
    _ token: String, origin: Origin, viewer: SignedIn?, at now: Instant
  ) async throws -> Bool {
    try await opened(token, origin, viewer, now) { tables, link, look in
      guard case .answered(_, _, let isReference) = look, let link else { return false }
      if isReference { try tables.append(ExternshipEntries.withdrawn(link)) }
      return true
    }
  }

  // MARK: - Inside

  /// Finds what a link answers, and goes on in the same transaction. Without a link the look says why there is none.
  private func opened<T: Sendable>(
    _ text: String, _ origin: Origin, _ viewer: SignedIn?, _ now: Instant,
    _ body: @escaping @Sendable (any AccountTables, SignOffLink?, Look) throws -> T
  ) async throws -> T {
    try await accounts.store.write(at: now) { [accounts] tables in
      guard let token = SecretToken(text: text) else { return try body(tables, nil, .unknown) }
      if let wait = try accounts.limits.take([.proofHost(origin)], in: tables, at: now) {
        return try body(tables, nil, .wait(until: wait))
      }
      guard let link = try tables.signOffLink(token: token.signOffDigest) else {
        return try body(tables, nil, .unknown)
      }
      return try body(tables, link, try Self.look(link, viewer, in: tables, at: now))
    }
  }

  private static func look(
    _ link: SignOffLink, _ viewer: SignedIn?, in tables: any AccountTables, at now: Instant
  ) throws -> Look {
    if viewer?.person == link.person { return .own }
    guard let owner = try tables.account(of: link.person) else { return .unknown }
    let ledger = try Externship.ledger(of: link.person, in: tables)
    switch link.state(at: now) {
    case .answered(let at):
      guard let kept = ledger.signOffs.first(where: { $0.signOff.link == link.id }) else { return .ended }
      return .answered(at: at, isSigned: kept.signOff.isSigned, isReference: kept.contact != nil)
    case .expired, .revoked: return .ended
    case .open: break
    }
    // Somebody who was disabled asks nobody.
    guard owner.disabledAt == nil, !owner.isMinor(at: now),
      let content = ExternshipEntries.content(
        of: link.id, in: try tables.entries(of: link.person, kind: ExternshipEntries.link))
    else { return .ended }
    let lines = ledger.lines.filter { content.days.contains($0.id) && $0.standing.signature == nil }
    guard !lines.isEmpty else { return .ended }
    return .open(
      Shown(
        name: content.name,
        lines: lines.reversed().map {
          Shown.Line(item: SignOff.Item($0.id, version: $0.version), content: $0.content.cleared)
        },
        endsAt: link.endsAt))
  }
}
