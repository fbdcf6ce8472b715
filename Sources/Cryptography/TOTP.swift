import CLibOATH

/// Codes of an authenticator application (RFC 6238): HMAC-SHA1, six digits, a new one every 30 seconds.
public struct TOTP: Sendable, CustomStringConvertible, CustomReflectable {
  /// How long a code is shown, in seconds.
  public static let step: Int64 = 30
  private let secret: [UInt8]

  /// Nil when the secret is shorter than the 16 bytes that RFC 4226 asks for.
  public init?(secret: [UInt8]) {
    guard secret.count >= 16 else { return nil }
    self.secret = secret
  }

  /// A fresh secret of 20 bytes.
  public static func newSecret(from random: RandomBytes = .system) -> [UInt8] { random(20) }

  /// The code of a moment, in seconds since 1970; nil when it lies before.
  public func code(at now: Int64) -> String? {
    guard Self.times.contains(now), Self.isPrepared else { return nil }
    var code = [CChar](repeating: 0, count: 8)
    let secret = secret.map { CChar(bitPattern: $0) }
    let result = oath_totp_generate(secret, secret.count, time_t(now), UInt32(Self.step), 0, 6, &code)
    guard result == Int32(OATH_OK.rawValue) else { return nil }
    return String(decoding: code.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The step of `now`, if the code is the one shown in it; nil when it is wrong, or shown before or after.
  ///
  /// A code is good for those 30 seconds, and once: keep the step that was returned, and give it as `lastUsed` the next time.
  public func matchedStep(_ code: String, at now: Int64, lastUsed: Int64? = nil) -> Int64? {
    let digits = Array(code.utf8)
    guard Self.times.contains(now), digits.count == 6,
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let step = now / Self.step
    guard let expected = self.code(at: now), ConstantTime.areEqual(digits, Array(expected.utf8)) else { return nil }
    return step > lastUsed ?? -1 ? step : nil
  }

  /// The secret as people type it: Base32 (RFC 4648, section 6).
  public var secretText: String { Base32.text(secret) }

  /// The address an application reads from a QR code; all of it is as secret as the secret.
  public func address(issuer: String, account: String) -> String {
    let (issuer, account) = (percentEncoded(issuer), percentEncoded(account))
    return "otpauth://totp/\(issuer):\(account)?secret=\(secretText)&issuer=\(issuer)&algorithm=SHA1&digits=6&period=30"
  }

  public var description: String { "a secret of one-time codes" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  /// The seconds since 1970 that there are codes for: far enough, and no sum overflows.
  private static let times: ClosedRange<Int64> = 0...(1 << 40)
  private static let isPrepared = oath_init() == Int32(OATH_OK.rawValue)

  private func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        String(UnicodeScalar(byte))
      default: "%" + Hex.text([byte]).uppercased()
      }
    }.joined()
  }
}
