import Knowledge
import Rules
public import Vocabulary

/// What somebody sees who has a link.
extension ProofLinks {
  /// The answer to a link.
  public enum Look: Sendable {
    case shown(Shown)
    /// It was ended by its owner; nothing else is said.
    case revoked
    /// Its time has passed; nothing else is said.
    case expired
    /// There is none such, and none that can be told from it.
    case unknown
    /// Too many looks from there, or at this link.
    case wait(until: Instant)
  }

  /// What an open link shows.
  public struct Shown: Sendable {
    public let name: String
    public let asked: DayInterval
    public let answers: [CertificationAnswer]
    /// Until when the link is open.
    public let endsAt: Instant
  }

  /// Looks. Each look at a link is an entry in the log of its owner, without a word on who looked.
  ///
  /// - Parameters:
  ///   - through: the last day that is asked about; nil, or before today: today alone.
  ///   - origin: from where, for the count of looks alone.
  public func look(
    _ token: String, through: CivilDate?, origin: Origin, at moment: SourceChecks.Moment
  ) async throws -> Look {
    guard let token = SecretToken(text: token) else { return .unknown }
    let now = moment.now
    let found = try await accounts.store.write(at: now) { [accounts] tables -> Found in
      if let wait = try accounts.limits.take([.proofHost(origin)], in: tables, at: now) { return .wait(wait) }
      guard let link = try tables.proofLink(token: token.proofDigest) else { return .none }
      switch link.state(at: now) {
      case .revoked: return .revoked
      case .expired: return .expired
      case .open: break
      }
      if let wait = try accounts.limits.take([.proofLink(link.id)], in: tables, at: now) { return .wait(wait) }
      // Somebody who was disabled answers nobody.
      guard let owner = try tables.account(of: link.person), owner.disabledAt == nil, !owner.isMinor(at: now),
        let content = ProofEntries.content(
          of: link.id, in: try tables.entries(of: link.person, kind: ProofEntries.made))
      else { return .expired }
      try tables.append(ProofEntries.looked(link))
      return .open(link, content, try SourceChecks.checks(of: link.person, in: tables))
    }
    switch found {
    case .none: return .unknown
    case .revoked: return .revoked
    case .expired: return .expired
    case .wait(let until): return .wait(until: until)
    case .open(let link, let content, let checks):
      let versions = try await evidence.versions(of: link.person)
      let recorded = RecordedEvidence(versions) { _ in .distantPast }
      let asked = DayInterval(moment.day, max(moment.day, through ?? moment.day))
      let certification = Certification(base, recorded, checks.counting(by: policy), on: moment.day)
      return .shown(
        Shown(
          name: content.name, asked: asked,
          answers: try content.credentials.compactMap { id in
            try base.credential(id).flatMap { try certification.answer($0, on: asked, shown: content.name) }
          }, endsAt: link.endsAt))
    }
  }

  private enum Found: Sendable {
    case none, revoked, expired
    case wait(Instant)
    case open(ProofLink, ProofLink.Content, [KeptCheck])
  }
}
