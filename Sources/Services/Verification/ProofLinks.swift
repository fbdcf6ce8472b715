import CanonicalJSON
import Cryptography
public import Knowledge
import Rules
public import Vocabulary

/// Makes links that show whether somebody is certified, lists them with every look, and ends them.
public struct ProofLinks: Sendable {
  let accounts: Accounts
  let evidence: any EvidenceStore
  public let base: KnowledgeBase
  public let policy: CheckPolicy

  public init(_ accounts: Accounts, evidence: any EvidenceStore, base: KnowledgeBase, policy: CheckPolicy = .standard) {
    (self.accounts, self.evidence, self.base, self.policy) = (accounts, evidence, base, policy)
  }

  /// What came of making one.
  public enum Outcome: Sendable {
    /// The token, which is shown this once.
    case made(ProofLink, SecretToken)
    /// No credential is picked, or one that the record does not name.
    case noCredential
    /// No name, one that is too long, one with characters that no name has, or one with letters of a credential: those stand
    /// there only when they are earned.
    case badName
    /// It is for another time than those offered.
    case badTime
    /// `ProofLink.most` are open.
    case tooMany
  }

  /// The credentials that one's own record names a certification in.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func credentials(for signedIn: SignedIn, at now: Instant) async throws -> [Credential] {
    try AccessPolicy.require(.account(signedIn), .seeChecks, on: own(signedIn), at: now)
    let versions = try await evidence.versions(of: signedIn.person)
    let held = Evidence(versions) { _ in .distantPast }.records(of: .certification).map { $0["of"] }
    return base.credentials.filter { held.contains(.word($0.id)) }
  }

  /// Makes one.
  ///
  /// - Parameter days: for how many days, one of `ProofLink.choicesOfDays`.
  /// - Throws: `Refusal`, `LogError`.
  public func make(
    _ content: ProofLink.Content, days: Int, for signedIn: SignedIn, at now: Instant
  ) async throws -> Outcome {
    try AccessPolicy.require(.account(signedIn), .giveLink, on: own(signedIn), at: now)
    let known = try await credentials(for: signedIn, at: now).map(\.id)
    let picked = known.filter { content.credentials.contains($0) }
    guard (1...ProofLink.mostCredentials).contains(picked.count), picked.count == Set(content.credentials).count else {
      return .noCredential
    }
    guard let name = Self.name(content.name), !hasLetters(name) else { return .badName }
    guard ProofLink.choicesOfDays.contains(days) else { return .badTime }
    let token = SecretToken.fresh(from: accounts.random)
    let link = ProofLink(
      id: .fresh(from: accounts.random), person: signedIn.person, madeAt: now, endsAt: now + .seconds(days * 86_400))
    let shown = ProofLink.Content(credentials: picked, purpose: content.purpose, name: name)
    return try await accounts.store.write(at: now) { tables in
      guard try tables.account(signedIn.account) != nil else { throw Refusal.signInNeeded }
      let open = try tables.proofLinks(of: signedIn.person).filter { $0.state(at: now) == .open }
      guard open.count < ProofLink.most else { return .tooMany }
      try tables.add(link, token: token.proofDigest)
      try tables.append(ProofEntries.made(link, shown))
      return .made(link, token)
    }
  }

  /// Ends one of one's own at once. Nothing happens to one that was ended before.
  ///
  /// - Returns: whether there is such a link.
  public func revoke(_ id: ProofLink.ID, for signedIn: SignedIn, at now: Instant) async throws -> Bool {
    try AccessPolicy.require(.account(signedIn), .revokeConsent, on: own(signedIn), at: now)
    return try await accounts.store.write(at: now) { tables in
      guard var link = try tables.proofLinks(of: signedIn.person).first(where: { $0.id == id }) else { return false }
      guard link.revokedAt == nil else { return true }
      link.revokedAt = now
      try tables.change(link)
      try tables.append(ProofEntries.revoked(link))
      return true
    }
  }

  /// A link with what came of it.
  public struct Listed: Sendable {
    public let link: ProofLink
    public let content: ProofLink.Content
    public let state: ProofLink.State
    /// When somebody looked, the newest first.
    public let looks: [Instant]
  }

  /// All of one's own, the newest first, also those that have ended.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func list(for signedIn: SignedIn, at now: Instant) async throws -> [Listed] {
    try AccessPolicy.require(.account(signedIn), .seeChecks, on: own(signedIn), at: now)
    return try await accounts.store.read { tables in
      let links = try tables.proofLinks(of: signedIn.person)
      guard !links.isEmpty else { return [] }
      let made = try tables.entries(of: signedIn.person, kind: ProofEntries.made)
      let looks = try tables.entries(of: signedIn.person, kind: ProofEntries.looked)
      return links.compactMap { link in
        guard let content = ProofEntries.content(of: link.id, in: made) else { return nil }
        return Listed(
          link: link, content: content, state: link.state(at: now),
          looks: looks.filter { $0.payload["link"]?.asString == link.id.text }.map(\.recordedAt).reversed())
      }
    }
  }

  private func own(_ signedIn: SignedIn) -> Subject {
    .record(
      SharedRecord(
        person: signedIn.person, isMinor: signedIn.isMinor, hasGuardian: false, memberOf: [], consents: []))
  }

  /// Whether a name has the letters of a credential among its words: "CMA".
  private func hasLetters(_ name: String) -> Bool {
    let letters = Set(base.credentials.compactMap { $0.mark.split(separator: " ").first?.uppercased() })
    let words = name.uppercased().filter { $0 != "." }.split { !$0.isLetter && !$0.isNumber }
    return words.contains { letters.contains(String($0)) }
  }

  /// A name as it is shown, with blanks in a row as one; nil when it is none.
  static func name(_ text: String) -> String? {
    let name = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
        .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
        .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator:
        true
      @unknown default: false
      }
    }
    return isPlain && (1...ProofLink.longestName).contains(name.unicodeScalars.count) ? name : nil
  }
}

extension SecretToken {
  /// By what a link is found.
  var proofDigest: Digest { digest(for: "proof link") }
}
