import Glibc

/// Which proxies are believed when they say for whom they ask. Everybody else's `X-Forwarded-For` is a claim and no more.
public struct TrustedProxies: Sendable, Hashable {
  /// 4 or 16 bytes each.
  private let addresses: Set<[UInt8]>

  /// Nobody is believed.
  public static let none = TrustedProxies(addresses: [])

  private init(addresses: Set<[UInt8]>) { self.addresses = addresses }

  /// Addresses of IPv4 or IPv6 with commas between; nil when one of them is none, or there are none.
  public init?(_ text: String) {
    let read = text.split(separator: ",", omittingEmptySubsequences: false).map { Self.bytes(trimmed(String($0))) }
    let known = read.compactMap(\.self)
    guard !known.isEmpty, known.count == read.count else { return nil }
    addresses = Set(known)
  }

  /// The address of the visitor: of the other end, and if that is one of these, the last address in `X-Forwarded-For`
  /// that is none of these. What stands before it was written by somebody who is not believed.
  func visitor(of inquiry: Inquiry) -> String? {
    guard let from = inquiry.from, holds(from) else { return inquiry.from }
    let hops = (inquiry.headers["x-forwarded-for"] ?? "").split(separator: ",").map { trimmed(String($0)) }
    guard let last = hops.last(where: { !holds($0) }), Self.bytes(last) != nil else { return from }
    return last
  }

  private func holds(_ address: String) -> Bool { Self.bytes(address).map(addresses.contains) ?? false }

  private static func bytes(_ address: String) -> [UInt8]? {
    var (four, six) = (in_addr(), in6_addr())
    if inet_pton(AF_INET, address, &four) == 1 { return withUnsafeBytes(of: four, Array.init) }
    guard inet_pton(AF_INET6, address, &six) == 1 else { return nil }
    let all = withUnsafeBytes(of: six, Array.init)
    // IPv4 in the clothes of IPv6.
    return all.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255] ? Array(all.suffix(4)) : all
  }
}
