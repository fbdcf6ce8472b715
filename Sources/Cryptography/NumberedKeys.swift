import Synchronization

/// The keys of one purpose, at least one: the newest is for what is new.
public final class NumberedKeys: Sendable {
  private struct Known {
    var keys: [UInt32: SecretKey]
    var newest: (number: UInt32, key: SecretKey)
  }

  private let known: Mutex<Known>
  private let find: @Sendable (UInt32) -> SecretKey?

  /// One key that never changes, number 1.
  public init(_ key: SecretKey) {
    known = Mutex(Known(keys: [1: key], newest: (1, key)))
    find = { _ in nil }
  }

  /// Keys by their numbers, and where to look for one that came later; nil when there is none.
  init?(_ keys: [UInt32: SecretKey], finding find: @escaping @Sendable (UInt32) -> SecretKey?) {
    guard let newest = keys.max(by: { $0.key < $1.key }) else { return nil }
    known = Mutex(Known(keys: keys, newest: (newest.key, newest.value)))
    self.find = find
  }

  /// The key with the highest number.
  public var newest: (number: UInt32, key: SecretKey) { known.withLock(\.newest) }

  /// All keys, the newest first.
  public var all: [(number: UInt32, key: SecretKey)] {
    known.withLock { $0.keys.sorted { $0.key > $1.key }.map { ($0.key, $0.value) } }
  }

  /// The key of a number, also of one made since; nil when there is none.
  public func key(_ number: UInt32) -> SecretKey? {
    if let key = known.withLock({ $0.keys[number] }) { return key }
    guard number > 0, let key = find(number) else { return nil }
    known.withLock { known in
      known.keys[number] = key
      if number > known.newest.number { known.newest = (number, key) }
    }
    return key
  }
}
