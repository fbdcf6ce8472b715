import Foundation

/// From where a request came, as far as tries are counted by it.
public struct Origin: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// 4 or 16 bytes; none when nothing is known.
  private let bytes: [UInt8]

  /// Nothing is known of where a request came from: all such requests count as from one place.
  public static let unknown = Origin(bytes: [])

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// An IPv4 or IPv6 address as text; what is none counts as unknown.
  public init(address: String) {
    var (four, six) = (in_addr(), in6_addr())
    if inet_pton(AF_INET, address, &four) == 1 {
      bytes = withUnsafeBytes(of: four, Array.init)
    } else if inet_pton(AF_INET6, address, &six) == 1 {
      let all = withUnsafeBytes(of: six, Array.init)
      // IPv4 in the clothes of IPv6.
      bytes = all.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255] ? Array(all.suffix(4)) : all
    } else {
      bytes = []
    }
  }

  /// What one connection has: an address of IPv4, and a /64 of IPv6.
  var host: String { prefix(bytes.count == 4 ? 4 : 8) }

  /// What one customer of a provider can move about in: a /24 of IPv4, and a /48 of IPv6.
  var network: String { prefix(bytes.count == 4 ? 3 : 6) }

  private func prefix(_ count: Int) -> String {
    bytes.isEmpty ? "unknown" : bytes.prefix(count).map(String.init).joined(separator: ".") + "/\(8 * count)"
  }

  /// Never the address: this text can reach a log.
  public var description: String { "an origin" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
