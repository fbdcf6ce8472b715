/// A mail server to hand mails to (RFC 6409): where it is, and as whom.
public struct MailServer: Sendable, CustomReflectable {
  /// Where it is: `smtps://mail.example.org:465`, encrypted from the start, or `smtp://mail.example.org:587`, encrypted
  /// before anything is said (STARTTLS). On this machine alone, nothing is encrypted.
  public struct Address: Sendable, Hashable {
    let scheme: String
    let host: String
    let port: UInt16

    /// Nil for a text that is none; nothing may stand behind the port.
    public init?(_ text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3 || (parts.count == 4 && parts[3].isEmpty), parts[1].isEmpty,
        parts[0] == "smtp:" || parts[0] == "smtps:"
      else { return nil }
      scheme = String(parts[0].dropLast())
      let place = parts[2].split(separator: ":", omittingEmptySubsequences: false)
      guard place.count <= 2, let host = place.first, !host.isEmpty, host.utf8.allSatisfy(Self.isOfName) else {
        return nil
      }
      self.host = host.lowercased()
      guard place.count == 2 else {
        port = scheme == "smtps" ? 465 : 587
        return
      }
      guard let port = UInt16(place[1]), port > 0 else { return nil }
      self.port = port
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }

    /// Whether what is said stays on this machine.
    public var isHere: Bool { host == "localhost" || host == "127.0.0.1" }
  }

  public var address: Address
  /// Nil: it wants none.
  public var user: String?
  public var password: String?
  /// A file of certificates to trust in place of the system's.
  public var certificates: String?
  /// How long it may take to connect, and to hand over a mail, in milliseconds.
  public var connectTime = 15_000
  public var sendTime = 60_000

  public init(_ address: Address) { self.address = address }

  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
