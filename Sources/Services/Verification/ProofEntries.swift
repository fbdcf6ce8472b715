import CanonicalJSON
import Vocabulary

/// What the log says about links: what one shows, that it ended, and every look at it; never a token or where a look came from.
enum ProofEntries {
  static let made = "link.made"
  static let revoked = "link.revoked"
  static let looked = "link.looked"

  static func made(_ link: ProofLink, _ content: ProofLink.Content) -> LogEntryDraft {
    LogEntryDraft(
      kind: made, person: link.person,
      payload: AccountEntries.object([
        ("link", .string(link.id.text)), ("credentials", .array(content.credentials.map { .string($0) })),
        ("purpose", .string(content.purpose.rawValue)), ("name", .string(content.name)),
        ("ends", .string(String(link.endsAt.microseconds))),
      ]))
  }

  static func revoked(_ link: ProofLink) -> LogEntryDraft { about(link, revoked) }

  static func looked(_ link: ProofLink) -> LogEntryDraft { about(link, looked) }

  private static func about(_ link: ProofLink, _ kind: String) -> LogEntryDraft {
    LogEntryDraft(
      kind: kind, person: link.person, payload: AccountEntries.object([("link", .string(link.id.text))]))
  }

  /// What a link shows; nil when no entry says it.
  static func content(of id: ProofLink.ID, in entries: [PersonEntry]) -> ProofLink.Content? {
    for entry in entries where entry.payload["link"]?.asString == id.text {
      guard let names = entry.payload["credentials"]?.asArray, let name = entry.payload["name"]?.asString,
        let purpose = entry.payload["purpose"]?.asString.flatMap(ProofLink.Purpose.init(rawValue:))
      else { return nil }
      return ProofLink.Content(credentials: names.compactMap(\.asString), purpose: purpose, name: name)
    }
    return nil
  }
}
