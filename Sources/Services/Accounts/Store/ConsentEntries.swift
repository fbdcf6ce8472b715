import CanonicalJSON
import Rules
import Vocabulary

/// What the log says about consents.
enum ConsentEntries {
  static func given(_ consent: Consent) -> LogEntryDraft {
    LogEntryDraft(
      kind: "consent.given", person: consent.person,
      payload: AccountEntries.object(
        about(consent) + [
          ("purpose", .string(consent.purpose.rawValue)), ("kinds", kinds(consent.kinds)),
          ("from", moment(consent.from.microseconds)), ("until", consent.until.map { moment($0.microseconds) }),
        ]))
  }

  static func revoked(_ consent: Consent) -> LogEntryDraft {
    LogEntryDraft(
      kind: "consent.revoked", person: consent.person, payload: AccountEntries.object(about(consent)))
  }

  /// - Parameters:
  ///   - requester: who looked.
  ///   - seen: the kinds that were looked at.
  static func used(_ consent: Consent, by requester: Requester, seen: Set<EvidenceKind>) -> LogEntryDraft {
    LogEntryDraft(
      kind: "consent.used", person: consent.person,
      payload: AccountEntries.object(about(consent) + [("by", AccountEntries.by(requester)), ("kinds", kinds(seen))]))
  }

  static func guardian(_ consent: GuardianConsent, of account: Account, isGiven: Bool) -> LogEntryDraft {
    let source: [(String, JSON?)] =
      switch consent.source {
      case .mail: [("by", "mail")]
      case .paper(let seenBy): [("by", "paper"), ("seen_by", .string(seenBy.text))]
      }
    return LogEntryDraft(
      kind: isGiven ? "guardian.consented" : "guardian.withdrew", person: account.person,
      payload: AccountEntries.object([("guardian_consent", .string(consent.id.text))] + source))
  }

  private static func about(_ consent: Consent) -> [(String, JSON?)] {
    switch consent.receiver {
    case .organization(let id): [("consent", .string(consent.id.text)), ("organization", .string(id.text))]
    case .account(let id): [("consent", .string(consent.id.text)), ("account", .string(id.text))]
    }
  }

  private static func kinds(_ kinds: Set<EvidenceKind>) -> JSON { AccountEntries.words(kinds.map(\.rawValue)) }

  /// Microseconds since 1970, as text: a number of JSON is not exact beyond 2^53.
  private static func moment(_ microseconds: Int64) -> JSON { .string(String(microseconds)) }
}
