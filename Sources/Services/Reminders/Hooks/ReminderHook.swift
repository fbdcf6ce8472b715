public import Cryptography
public import Vocabulary

/// Where an organization wants to be told of reminders: an address, and what each message is signed with.
public struct ReminderHook: Hashable, Sendable, CustomReflectable {
  public let organization: Organization.ID
  public let address: HookAddress
  public let secret: HookSecret
  public let setAt: Instant

  public init(organization: Organization.ID, address: HookAddress, secret: HookSecret, setAt: Instant) {
    (self.organization, self.address, self.secret, self.setAt) = (organization, address, secret, setAt)
  }

  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What may be told.
public struct HookPolicy: Hashable, Sendable {
  /// Whether addresses of networks that are not public are told too, and on this machine without encryption: for who runs both.
  public var allowsPrivate: Bool

  public init(allowsPrivate: Bool = false) { self.allowsPrivate = allowsPrivate }
}

/// The address of a receiver: `https://texts.example.org/fobwatch`.
public struct HookAddress: Hashable, Sendable {
  public let text: String

  /// Nil for what is no `https` address with a name, at most 500 characters. What the name stands for is looked at when
  /// something is told.
  ///
  /// - Parameter policy: where it allows that, `http://127.0.0.1:…` and `http://localhost:…` too.
  public init?(_ text: String, _ policy: HookPolicy) {
    guard text.utf8.count <= 500, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      !text.contains(where: { "@#\\\"<>^`{|}".contains($0) })
    else { return nil }
    let here = ["http://127.0.0.1:", "http://localhost:"].first { text.hasPrefix($0) }
    if policy.allowsPrivate, here != nil {
      self.text = text
      return
    }
    guard text.hasPrefix("https://") else { return nil }
    let place = text.dropFirst("https://".count).prefix { $0 != "/" && $0 != "?" }
    let parts = place.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, parts.count <= 2, Self.isName(host) else { return nil }
    if parts.count == 2 { guard let port = UInt16(parts[1]), port > 0 else { return nil } }
    self.text = text
  }

  /// A name with at least two parts, the last of letters: no number of an address is one.
  private static func isName(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = labels.allSatisfy { label in
      !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
          default: false
          }
        }
    }
    return isPlain && labels.count >= 2 && labels.last?.first?.isLetter == true && host.utf8.count <= 253
  }
}

/// What messages to one receiver are signed with, as Standard Webhooks writes it: `whsec_…`.
public struct HookSecret: Hashable, Sendable, CustomReflectable {
  private static let prefix = "whsec_"
  /// 24 to 64.
  public let bytes: [UInt8]

  /// Nil for a text that is none.
  public init?(_ text: String) {
    guard text.hasPrefix(Self.prefix), let bytes = Base64.standard.bytes(String(text.dropFirst(Self.prefix.count))),
      (24...64).contains(bytes.count)
    else { return nil }
    self.bytes = bytes
  }

  private init(fresh: [UInt8]) { bytes = fresh }

  /// A fresh one of 32 bytes.
  public static func fresh(from random: RandomBytes) -> HookSecret { HookSecret(fresh: random(32)) }

  public var text: String { Self.prefix + Base64.standard.text(bytes) }

  /// The header `webhook-signature` of a message.
  ///
  /// - Parameters:
  ///   - id: the header `webhook-id`, the same at each try.
  ///   - timestamp: the header `webhook-timestamp`: seconds since 1970, of this try.
  public func signature(id: String, timestamp: Int64, _ body: [UInt8]) -> String {
    let code = HMACSHA256(key: bytes).code(of: Array("\(id).\(timestamp).".utf8) + body)
    return "v1," + Base64.standard.text(code.bytes)
  }

  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A message that waits to be told to an organization.
public struct OutgoingHook: Hashable, Sendable, CustomReflectable {
  /// `webhook-id`: letters, digits and `-`.
  public let id: String
  public let organization: Organization.ID
  /// Whom it is about: when they end it, it is told no more.
  public let person: PersonID
  /// JSON.
  public let body: [UInt8]

  public init(id: String, organization: Organization.ID, person: PersonID, body: [UInt8]) {
    (self.id, self.organization, self.person, self.body) = (id, organization, person, body)
  }

  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Where organizations are told of reminders, who wants that, and what waits.
public protocol HookTable {
  func hook(of organization: Organization.ID) throws -> ReminderHook?
  /// Takes the place of one that is there; who wanted that one is asked anew.
  func put(_ hook: ReminderHook) throws
  /// Whether there was one. Who wanted it is forgotten.
  func removeHook(of organization: Organization.ID) throws -> Bool
  /// The organizations that a person wants to be told.
  func hookConsents(of person: PersonID) throws -> [Organization.ID]
  /// The people who want an organization to be told, in a fixed order.
  func hookConsents(to organization: Organization.ID) throws -> [PersonID]
  func addHookConsent(of person: PersonID, to organization: Organization.ID) throws
  func removeHookConsent(of person: PersonID, to organization: Organization.ID) throws
  /// Has a message told when the transaction has happened; one with the same identifier is told once.
  func post(_ hook: OutgoingHook) throws
}
