public import Cryptography

/// Chooses, hashes and checks passwords.
public struct Passwords: Sendable {
  /// Which can be chosen.
  public let policy: PasswordPolicy
  private let work: PasswordWork
  private let hash: PasswordHash
  /// The hash of a password that nobody has: checked where there is no account, so that it takes as long.
  private let decoy: String

  /// - Throws: `PasswordHash.OutOfMemoryError`.
  public init(
    policy: PasswordPolicy, work: PasswordWork, hash: PasswordHash, random: RandomBytes
  ) throws(PasswordHash.OutOfMemoryError) {
    (self.policy, self.work, self.hash) = (policy, work, hash)
    decoy = try hash.text(of: Base64.url.text(random(32)))
  }

  /// What came of checking a password.
  public enum Check: Hashable, Sendable {
    case wrong
    case right
    /// Right, and to be kept as this text from now on: its hash was made at another cost.
    case rightRenewed(String)
  }

  /// The text to keep for a new password. Whoever calls has asked the policy.
  ///
  /// - Throws: `PasswordWork.BusyError`, `PasswordHash.OutOfMemoryError`, `CancellationError`.
  func text(of password: PasswordText) async throws -> String {
    try await work.run { [hash] in try hash.text(of: password.text) }
  }

  /// Checks a password against the hash of an account; nil when there is no account, which takes as long.
  ///
  /// - Throws: as `text(of:)`.
  func check(_ typed: String, against stored: String?) async throws -> Check {
    // What is too long to be a password of anybody is no password, and takes as long all the same.
    let password = PasswordText(typed)
    return try await work.run { [hash, decoy] in
      let isRight = hash.verifies(password?.text ?? "", against: stored ?? decoy)
      guard isRight, password != nil, let stored else { return .wrong }
      return hash.needsRehash(stored) ? .rightRenewed(try hash.text(of: password?.text ?? "")) : .right
    }
  }
}
