import CanonicalJSON
import Cryptography
public import Vocabulary

/// The links that an owner of a ledger gives to preceptors.
extension Externship {
  /// What came of making one.
  public enum LinkOutcome: Sendable {
    /// The token, which is shown this once.
    case made(SignOffLink, SecretToken)
    /// No day is picked, more than `SignOffLink.mostDays`, or one that is signed or not there.
    case noDays
    /// No name, one that is too long, or with characters that no name has.
    case badName
    /// It is for another time than those offered.
    case badTime
    /// `SignOffLink.most` are open.
    case tooMany
  }

  /// Makes one for some days that are not signed as they stand.
  ///
  /// - Parameters:
  ///   - name: what the preceptor knows the owner by.
  ///   - days: for how many days it is open, one of `SignOffLink.choicesOfDays`.
  /// - Throws: `Refusal`, `LogError`.
  public func makeLink(
    for picked: [ExternshipDay.ID], name: String, days: Int, by signedIn: SignedIn, at now: Instant
  ) async throws -> LinkOutcome {
    try require(signedIn, .keepExternship, now)
    try require(signedIn, .giveLink, now)
    guard let shown = ProofLinks.name(name), PatientText.signs(in: shown).isEmpty else { return .badName }
    guard SignOffLink.choicesOfDays.contains(days) else { return .badTime }
    let token = SecretToken.fresh(from: accounts.random)
    let link = SignOffLink(
      id: .fresh(from: accounts.random), person: signedIn.person, madeAt: now, endsAt: now + .seconds(days * 86_400))
    return try await change(signedIn, now) { tables, ledger in
      let open = ledger.lines.filter { $0.standing.signature == nil }.map(\.id)
      let wanted = open.filter { picked.contains($0) }
      guard (1...SignOffLink.mostDays).contains(wanted.count), wanted.count == Set(picked).count else { return .noDays }
      let links = try tables.signOffLinks(of: signedIn.person).filter { $0.state(at: now) == .open }
      guard links.count < SignOffLink.most else { return .tooMany }
      try tables.add(link, token: token.signOffDigest)
      try tables.append(ExternshipEntries.made(link, shown, wanted))
      return .made(link, token)
    }
  }

  /// Ends one of one's own at once. What was signed stays signed. Nothing happens to one that was ended before.
  ///
  /// - Returns: whether there is such a link.
  public func revokeLink(_ id: SignOffLink.ID, by signedIn: SignedIn, at now: Instant) async throws -> Bool {
    try require(signedIn, .revokeConsent, now)
    return try await change(signedIn, now) { tables, _ in
      guard var link = try tables.signOffLinks(of: signedIn.person).first(where: { $0.id == id }) else { return false }
      guard link.revokedAt == nil, link.answeredAt == nil else { return true }
      link.revokedAt = now
      try tables.change(link)
      try tables.append(ExternshipEntries.revoked(link))
      return true
    }
  }

  /// A link with what came of it.
  public struct ListedLink: Sendable {
    public let link: SignOffLink
    public let name: String
    /// How many days it is for.
    public let days: Int
    public let state: SignOffLink.State
    /// When somebody looked, the newest first.
    public let looks: [Instant]
  }

  /// All of one's own, the newest first, also those that have ended.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func links(for signedIn: SignedIn, at now: Instant) async throws -> [ListedLink] {
    try require(signedIn, .keepExternship, now)
    return try await accounts.store.read { tables in
      let links = try tables.signOffLinks(of: signedIn.person)
      guard !links.isEmpty else { return [] }
      let made = try tables.entries(of: signedIn.person, kind: ExternshipEntries.link)
      let looks = try tables.entries(of: signedIn.person, kind: ExternshipEntries.look)
      return links.compactMap { link in
        guard let content = ExternshipEntries.content(of: link.id, in: made) else { return nil }
        return ListedLink(
          link: link, name: content.name, days: content.days.count, state: link.state(at: now),
          looks: looks.filter { $0.payload["link"]?.asString == link.id.text }.map(\.recordedAt).reversed())
      }
    }
  }
}

extension SecretToken {
  /// By what a link is found.
  var signOffDigest: Digest { digest(for: "sign-off link") }
}
