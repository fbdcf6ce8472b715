public import Vocabulary

/// Whom to tell of a flaw in the security of this installation, and until when that holds (RFC 9116).
public struct SecurityContact: Sendable, Hashable {
  /// Why it cannot be used.
  public enum ContactError: Error, Hashable, CustomStringConvertible {
    case notAContact(String)

    /// What was expected, what was found.
    public var description: String {
      switch self {
      case .notAContact(let text):
        "expected a security contact like mailto:security@example.org or https://example.org/security, found '\(text)'"
      }
    }
  }

  let contact: String
  /// The last day it holds.
  public let until: CivilDate
  let canonical: String?

  /// - Parameters:
  ///   - contact: a `mailto:`, `tel:` or `https:` address, or an e-mail address.
  ///   - until: the last day it holds. After it nothing is told.
  ///   - address: where this installation is, like `https://fobwatch.example.org`.
  public init(contact: String, until: CivilDate, address: String? = nil) throws(ContactError) {
    let isPlain = contact.unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) }
    let hasScheme = ["mailto:", "tel:", "https://"].contains { contact.hasPrefix($0) && contact.count > $0.count }
    guard isPlain, hasScheme || (contact.contains("@") && !contact.contains(":")) else { throw .notAContact(contact) }
    self.contact = hasScheme ? contact : "mailto:\(contact)"
    self.until = until
    canonical = address.map { ($0.hasSuffix("/") ? String($0.dropLast()) : $0) + Route.securityText.path }
  }

  /// The file, or nil when it does not hold any more.
  func text(on day: CivilDate) -> String? {
    guard day <= until else { return nil }
    var lines = ["Contact: \(contact)", "Expires: \(until.next)T00:00:00Z", "Preferred-Languages: en, es"]
    if let canonical { lines.append("Canonical: \(canonical)") }
    return lines.map { $0 + "\n" }.joined()
  }
}
