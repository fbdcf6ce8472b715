public import Cryptography
public import Vocabulary

/// How often something was tried.
public protocol ThrottleTable {
  /// Nobody else changes it until the transaction ends, also when it is not there yet.
  func throttle(_ key: Digest) throws -> Throttle?
  /// Adds it, or takes the place of the one that is there.
  func put(_ throttle: Throttle) throws
  func removeThrottle(_ key: Digest) throws
  func removeThrottles(lastBefore: Instant) throws
}
