import CanonicalJSON
import Vocabulary

/// What the log says about accounts: that something happened, who did it and with which identifiers; never an address, a
/// password or a reason.
enum AccountEntries {
  static func created(_ account: Account) -> LogEntryDraft {
    about(account, "account.created", ("minor", .bool(account.adultFrom != nil)))
  }

  static func emailChanged(_ account: Account) -> LogEntryDraft { about(account, "account.email-changed") }

  /// How a password came to be another one.
  enum PasswordCause: String { case changed, reset }

  static func passwordChanged(_ account: Account, _ cause: PasswordCause) -> LogEntryDraft {
    about(account, "account.password-changed", ("cause", .string(cause.rawValue)))
  }

  static func secondFactor(_ account: Account, isOn: Bool) -> LogEntryDraft {
    about(account, isOn ? "account.second-factor-on" : "account.second-factor-off")
  }

  static func disabled(_ account: Account, by requester: Requester, _ isDisabled: Bool) -> LogEntryDraft {
    about(account, isDisabled ? "account.disabled" : "account.enabled", ("by", by(requester)))
  }

  /// Belongs to nobody: what belongs to the person cannot be read from now on.
  static func deleted(_ account: Account, by requester: Requester) -> LogEntryDraft {
    LogEntryDraft(
      kind: "account.deleted", person: nil,
      payload: object([("account", .string(account.id.text)), ("by", by(requester))]))
  }

  static func hold(_ hold: Hold, on account: Account, by requester: Requester, isPlaced: Bool) -> LogEntryDraft {
    about(
      account, isPlaced ? "hold.placed" : "hold.lifted", ("kind", .string(hold.kind.rawValue)), ("by", by(requester)),
      ("through", hold.through.map { .string("\($0)") }))
  }

  static func administrator(_ account: Account, by requester: Requester, isGranted: Bool) -> LogEntryDraft {
    about(account, isGranted ? "role.granted" : "role.removed", ("role", "administrator"), ("by", by(requester)))
  }

  static func membership(_ membership: Membership, of account: Account, by requester: Requester, isGranted: Bool)
    -> LogEntryDraft
  {
    about(
      account, isGranted ? "role.granted" : "role.removed", ("role", .string(membership.role.rawValue)),
      ("organization", .string(membership.organization.text)), ("by", by(requester)),
      ("permissions", words(membership.permissions.map(\.rawValue))))
  }

  static func organizationCreated(_ organization: Organization, by requester: Requester) -> LogEntryDraft {
    LogEntryDraft(
      kind: "organization.created", person: nil,
      payload: object([
        ("organization", .string(organization.id.text)), ("kind", .string(organization.kind.rawValue)),
        ("name", .string(organization.name)), ("by", by(requester)),
      ]))
  }

  /// - Parameter days: nil: as many as the installation says.
  static func checkDays(_ days: Int?, of organization: Organization, by requester: Requester) -> LogEntryDraft {
    LogEntryDraft(
      kind: "organization.check-days", person: nil,
      payload: object([
        ("organization", .string(organization.id.text)),
        ("days", days.flatMap { JSONNumber(whole: Int64($0)) }.map { .number($0) }), ("by", by(requester)),
      ]))
  }

  private static func about(_ account: Account, _ kind: String, _ members: (String, JSON?)...) -> LogEntryDraft {
    LogEntryDraft(
      kind: kind, person: account.person, payload: object([("account", .string(account.id.text))] + members))
  }

  /// Who did it: an account, or the command line.
  static func by(_ requester: Requester) -> JSON {
    switch requester {
    case .nobody: .null
    case .machine: "machine"
    case .account(let signedIn): .string(signedIn.account.text)
    }
  }

  static func words(_ words: [String]) -> JSON { .array(words.sorted().map(JSON.string)) }

  /// Without the members that have no value.
  static func object(_ members: [(String, JSON?)]) -> JSON {
    var kept: [JSONObject.Member] = []
    for case (let key, let value?) in members { kept.append(JSONObject.Member(key: key, value: value)) }
    // Keys are literals of this target, and differ.
    return JSONObject(kept).map(JSON.object) ?? .null
  }
}
