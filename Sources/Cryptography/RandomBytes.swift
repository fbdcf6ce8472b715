import CSodium
import Synchronization

/// Where unpredictable bytes come from: an argument of everything that needs some, so that a test can repeat them.
public struct RandomBytes: Sendable {
  private let make: @Sendable (_ count: Int) -> [UInt8]

  /// The operating system's, by way of libsodium.
  public static let system = RandomBytes { count in
    _ = Sodium.prepared
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// The same bytes in the same order for the same key: for tests, and for nothing that must stay secret.
  public static func repeatable(_ key: SecretKey) -> RandomBytes {
    let calls = Counter()
    return RandomBytes { count in
      let seed = KeyedHash(key: key).digest(of: withUnsafeBytes(of: calls.next().littleEndian, Array.init)).bytes
      var bytes = [UInt8](repeating: 0, count: count)
      randombytes_buf_deterministic(&bytes, count, seed)
      return bytes
    }
  }

  /// So many fresh bytes; `count` is 0 or more.
  public func callAsFunction(_ count: Int) -> [UInt8] { make(count) }

  private final class Counter: Sendable {
    private let count = Mutex<UInt64>(0)

    func next() -> UInt64 {
      count.withLock { count in
        count += 1
        return count
      }
    }
  }
}
