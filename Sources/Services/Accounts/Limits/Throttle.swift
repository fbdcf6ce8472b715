public import Cryptography
public import Vocabulary

/// How often something was tried under one key, and until when it cannot be tried again.
public struct Throttle: Hashable, Sendable {
  public let key: Digest
  /// How often; 0 or more.
  public var tries: Int
  public var lastAt: Instant
  public var blockedUntil: Instant

  public init(key: Digest, tries: Int, lastAt: Instant, blockedUntil: Instant) {
    (self.key, self.tries, self.lastAt, self.blockedUntil) = (key, tries, lastAt, blockedUntil)
  }
}

/// How often something can be tried: some tries are free, and each one more waits twice as long as the one before.
public struct RateLimit: Hashable, Sendable {
  /// How many tries cost nothing.
  public let free: Int
  /// The wait after the first one that is not free.
  public let first: Duration
  /// The longest wait.
  public let longest: Duration
  /// After how long without a try all is forgotten.
  public let forget: Duration

  public init(free: Int, first: Duration, longest: Duration, forget: Duration) {
    (self.free, self.first, self.longest, self.forget) = (free, first, longest, forget)
  }

  /// Until when one has to wait; nil when it can be tried now. A wait longer than there is was noted by a clock that was
  /// wrong, and does not count.
  func wait(_ throttle: Throttle?, at now: Instant) -> Instant? {
    guard let throttle, now < throttle.blockedUntil, throttle.blockedUntil <= now + longest + Lifetime.slack
    else { return nil }
    return throttle.blockedUntil
  }

  /// With one more try.
  func counting(_ throttle: Throttle?, key: Digest, at now: Instant) -> Throttle {
    let tries = tries(throttle, at: now) + 1
    return Throttle(key: key, tries: tries, lastAt: now, blockedUntil: now + pause(after: tries))
  }

  /// How many tries still count.
  func tries(_ throttle: Throttle?, at now: Instant) -> Int {
    guard let throttle, Lifetime.holds(from: throttle.lastAt, until: throttle.lastAt + forget, at: now) else {
      return 0
    }
    return throttle.tries
  }

  private func pause(after tries: Int) -> Duration {
    guard tries > free else { return .zero }
    return min(longest, first * (1 << min(tries - free - 1, 30)))
  }
}
