/// Which addresses of the internet protocol are public: nobody on the internet has us ask what only we can reach.
enum PublicAddress {
  /// - Parameter bytes: 4 of IPv4 or 16 of IPv6; others are not public.
  static func isPublic(_ bytes: [UInt8]) -> Bool {
    switch bytes.count {
    case 4: isPublicV4(bytes)
    case 16: isPublicV6(bytes)
    default: false
    }
  }

  /// The blocks of the registry of special addresses (RFC 6890 and its updates): first bytes and how many bits count.
  private static let specialV4: [([UInt8], Int)] = [
    ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
    ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15), ([198, 51, 100], 24),
    ([203, 0, 113], 24), ([224], 4), ([240], 4),
  ]

  private static func isPublicV4(_ bytes: [UInt8]) -> Bool { !specialV4.contains { has(bytes, $0, $1) } }

  /// Of IPv6 only what is given out at all (2000::/3), without blocks that stand for others or for examples. What carries an
  /// IPv4 address (mapped, translated, 6to4, Teredo) is not asked.
  private static let specialV6: [([UInt8], Int)] = [
    ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0d, 0xb8], 32), ([0x20, 0x02], 16), ([0x3f, 0xff], 20),
  ]

  private static func isPublicV6(_ bytes: [UInt8]) -> Bool {
    has(bytes, [0x20], 3) && !specialV6.contains { has(bytes, $0, $1) }
  }

  /// Whether an address begins with some bits.
  private static func has(_ bytes: [UInt8], _ prefix: [UInt8], _ bits: Int) -> Bool {
    (0..<bits).allSatisfy { bit in
      let (byte, mask) = (bit / 8, UInt8(0x80) >> UInt8(bit % 8))
      let wanted = byte < prefix.count ? prefix[byte] : 0
      return bytes[byte] & mask == wanted & mask
    }
  }
}
