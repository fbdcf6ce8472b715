public import Vocabulary

/// Why an account and its record are not deleted, whatever their owner asks.
public struct Hold: Hashable, Sendable {
  /// What sort of reason it is. An account has at most one of each.
  public enum Kind: String, CaseIterable, Sendable {
    /// A dispute or an inquiry: it lasts until it is lifted.
    case legal
    /// A time for which a record is to be kept.
    case retention
  }

  public let account: Account.ID
  public let kind: Kind
  /// Why, sealed; see `AccountVault`.
  public let reason: [UInt8]
  /// The last day of it; nil until it is lifted.
  public let through: CivilDate?
  public let placedAt: Instant

  public init(account: Account.ID, kind: Kind, reason: [UInt8], through: CivilDate?, placedAt: Instant) {
    self.account = account
    self.kind = kind
    self.reason = reason
    self.through = through
    self.placedAt = placedAt
  }

  /// Whether it still holds. Its last day ends where days end last on earth.
  public func isOn(at now: Instant) -> Bool { through.map { now.ageDay <= $0 } ?? true }
}
