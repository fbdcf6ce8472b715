public import Knowledge
import Rules
public import Vocabulary

/// Which pages of bodies somebody looked at before they applied: each person their own, and nobody else's.
public struct PageLooks: Sendable {
  let base: KnowledgeBase
  let store: any PageLookStore

  public init(_ base: KnowledgeBase, store: any PageLookStore) { (self.base, self.store) = (base, store) }

  /// What came of noting one.
  public enum Outcome: Hashable, Sendable {
    case noted
    /// No page was named.
    case nothing
    /// The credential has no such page.
    case noSuchPage
    /// The day lies ahead, or more than a hundred years back.
    case badDay
    case tooMany
  }

  /// Notes that somebody looked at pages of a credential's body on a day.
  ///
  /// - Parameters:
  ///   - pages: keys of `OfficialPage`.
  ///   - today: where the person is.
  /// - Throws: `Refusal`, `LogError`.
  public func note(
    _ pages: Set<String>, of credential: String, on day: CivilDate, today: CivilDate, for signedIn: SignedIn,
    at now: Instant
  ) async throws -> Outcome {
    try AccessPolicy.require(.account(signedIn), .add(.application), on: .record(signedIn.ownRecord), at: now)
    guard !pages.isEmpty else { return .nothing }
    guard let credential = base.credential(credential) else { return .noSuchPage }
    let known = base.officialPages(of: credential, on: today).filter { pages.contains($0.key) }
    guard known.count == pages.count else { return .noSuchPage }
    guard day <= today, day >= today.adding(months: -1200) else { return .badDay }
    do {
      try await store.note(
        known.map { PageLook(credential: credential.id, page: $0.key, url: $0.url, day: day) }, of: signedIn.person,
        by: signedIn.account.text, at: now)
    } catch PageLookError.tooMany {
      return .tooMany
    }
    return .noted
  }

  /// Keeps a look no more.
  ///
  /// - Returns: false when there is no such look of theirs.
  /// - Throws: `Refusal`, `LogError`.
  public func forget(_ sequence: Int, for signedIn: SignedIn, at now: Instant) async throws -> Bool {
    try AccessPolicy.require(.account(signedIn), .add(.application), on: .record(signedIn.ownRecord), at: now)
    return try await store.forget(sequence, of: signedIn.person, by: signedIn.account.text, at: now)
  }

  /// Their looks, in the order in which they were noted.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func looks(for signedIn: SignedIn, at now: Instant) async throws -> [KeptLook] {
    try AccessPolicy.require(.account(signedIn), .read(.application), on: .record(signedIn.ownRecord), at: now)
    return try await store.looks(of: signedIn.person)
  }
}
