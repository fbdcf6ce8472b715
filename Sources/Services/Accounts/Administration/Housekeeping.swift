public import Vocabulary

/// Removes what has ended: sessions, tokens, invitations, counts of tries, browsers not seen for long.
public struct Housekeeping: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// Removes it. Once an hour is often enough: what has ended is worth nothing before it is removed.
  public func tidy(at now: Instant) async throws {
    let longest = Session.Kind.allCases.map(\.longest).max() ?? .zero
    let idle = Session.Kind.allCases.map(\.idle).max() ?? .zero
    try await accounts.store.write(at: now) { tables in
      try tables.removeSessions(startedBefore: now - longest, seenBefore: now - idle)
      try tables.removeDevices(seenBefore: now - KnownDevice.lifetime)
    }
    try await accounts.store.write(at: now) { tables in
      try tables.removeTokens(endedBefore: now)
      try tables.removeInvitations(endedBefore: now)
    }
    // No count is remembered longer than a day.
    try await accounts.store.write(at: now) { try $0.removeThrottles(lastBefore: now - .seconds(86_400)) }
  }
}
