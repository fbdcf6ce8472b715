import CanonicalJSON
import Services
import Vocabulary

/// Mails as JSON, for as long as they wait to be sent.
enum MailCode {
  static func json(_ mail: OutgoingMail) -> JSON {
    let (name, values) = parts(mail.content)
    return [
      "to": .string(mail.to.text), "language": .string(mail.language.rawValue), "content": .string(name),
      "values": .array(values.map { $0.map(JSON.string) ?? .null }),
    ]
  }

  static func mail(_ json: JSON) -> OutgoingMail? {
    guard let to = json["to"]?.asString.flatMap(EmailAddress.init),
      let language = json["language"]?.asString.flatMap(Language.init(rawValue:)),
      let name = json["content"]?.asString, let values = json["values"]?.asArray?.map(\.asString),
      let content = content(name, values)
    else { return nil }
    return OutgoingMail(to: to, language: language, content: content)
  }

  private static func parts(_ content: MailContent) -> (String, [String?]) {
    switch content {
    case .signUp(let token): ("sign-up", [token])
    case .alreadySignedUp: ("already-signed-up", [])
    case .passwordReset(let token): ("password-reset", [token])
    case .noAccount: ("no-account", [])
    case .passwordChanged: ("password-changed", [])
    case .emailChange(let token): ("email-change", [token])
    case .emailTaken: ("email-taken", [])
    case .emailChangeAsked: ("email-change-asked", [])
    case .emailChanged: ("email-changed", [])
    case .secondFactorOn: ("second-factor-on", [])
    case .secondFactorOff: ("second-factor-off", [])
    case .recoveryCodeUsed(let left): ("recovery-code-used", [String(left)])
    case .signInByMail(let token): ("sign-in-by-mail", [token])
    case .invitation(let token, let organization, let role): ("invitation", [token, organization, role.rawValue])
    case .guardianAsked(let token): ("guardian-asked", [token])
    case .guardianThanked(let token): ("guardian-thanked", [token])
    case .accountDeleted: ("account-deleted", [])
    case .unanswered(let organization, let id, let count): ("unanswered", [organization, id.text, String(count)])
    }
  }

  private static func content(_ name: String, _ values: [String?]) -> MailContent? {
    let first = values.first ?? nil
    switch name {
    case "sign-up": return first.map(MailContent.signUp)
    case "already-signed-up": return .alreadySignedUp
    case "password-reset": return first.map(MailContent.passwordReset)
    case "no-account": return .noAccount
    case "password-changed": return .passwordChanged
    case "email-change": return first.map(MailContent.emailChange)
    case "email-taken": return .emailTaken
    case "email-change-asked": return .emailChangeAsked
    case "email-changed": return .emailChanged
    case "second-factor-on": return .secondFactorOn
    case "second-factor-off": return .secondFactorOff
    case "recovery-code-used": return first.flatMap { Int($0) }.map(MailContent.recoveryCodeUsed)
    case "sign-in-by-mail": return first.map(MailContent.signInByMail)
    case "invitation":
      guard let first, values.count == 3, let role = values[2].flatMap(Role.init) else { return nil }
      return .invitation(token: first, organization: values[1], role: role)
    case "guardian-asked": return first.map(MailContent.guardianAsked)
    case "guardian-thanked": return first.map(MailContent.guardianThanked)
    case "account-deleted": return .accountDeleted
    case "unanswered":
      guard let first, values.count == 3, let id = values[1].flatMap(Organization.ID.init(text:)),
        let count = values[2].flatMap({ Int($0) })
      else { return nil }
      return .unanswered(organization: first, id: id, count: count)
    default: return nil
    }
  }
}
