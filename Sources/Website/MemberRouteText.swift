public import Services
public import Vocabulary

extension MemberRoute {
  /// The address in English.
  var path: String {
    let path = text { value, _ in value }
    if case .again(let page) = self, page != .account { return path + "?to=" + page.path }
    if case .accounts(let after?) = self { return path + "?after=" + after.text }
    return path
  }

  /// The address without what stands in it.
  var pattern: String { text { _, name in "{\(name)}" } }

  private func text(_ shown: (String, String) -> String) -> String {
    switch self {
    case .signUp: "/sign-up"
    case .signUpFinish(let token): "/sign-up/\(shown(token, "token"))"
    case .signIn: "/sign-in"
    case .secondStep: "/sign-in/code"
    case .signInByMail(let token): "/sign-in/mail/\(shown(token, "token"))"
    case .mailed: "/mail-sent"
    case .signOut: "/sign-out"
    case .forgotten: "/forgotten"
    case .reset(let token): "/forgotten/\(shown(token, "token"))"
    case .emailConfirmation(let token): "/new-address/\(shown(token, "token"))"
    case .invitation(let token): "/invitation/\(shown(token, "token"))"
    case .guardian(let token): "/guardian/\(shown(token, "token"))"
    case .guardianWithdrawal(let token): "/guardian/\(shown(token, "token"))/withdrawal"
    case .account: "/account"
    case .again: "/account/again"
    case .email: "/account/address"
    case .password: "/account/password"
    case .factor: "/account/code"
    case .factorSetup: "/account/code/secret"
    case .factorOn: "/account/code/first"
    case .factorOff: "/account/code/removal"
    case .recoveryCodes: "/account/code/recovery"
    case .sessions: "/account/sessions"
    case .sessionEnd: "/account/sessions/removal"
    case .sharing: "/account/sharing"
    case .sharingEnd: "/account/sharing/removal"
    case .ownGuardian: "/account/guardian"
    case .deletion: "/account/deletion"
    case .reminders: "/account/reminders"
    case .reminderFeed: "/account/reminders/calendar"
    case .reminderFeedEnd: "/account/reminders/calendar/removal"
    case .roadmaps: "/account/roadmaps"
    case .roadmap(let id): "/account/roadmaps/\(shown(id.text, "roadmap"))"
    case .roadmapStep(let id, let step):
      "/account/roadmaps/\(shown(id.text, "roadmap"))/steps/\(shown(step, "step"))"
    case .roadmapRemoval(let id): "/account/roadmaps/\(shown(id.text, "roadmap"))/removal"
    case .roadmapAnswers(let id): "/account/roadmaps/\(shown(id.text, "roadmap"))/answers"
    case .organization(let id): "/organizations/\(shown(id.text, "organization"))"
    case .invite(let id): "/organizations/\(shown(id.text, "organization"))/invitations"
    case .inviteEnd(let id): "/organizations/\(shown(id.text, "organization"))/invitations/removal"
    case .memberEnd(let id): "/organizations/\(shown(id.text, "organization"))/members/removal"
    case .permissions(let id): "/organizations/\(shown(id.text, "organization"))/members/permissions"
    case .paper(let id): "/organizations/\(shown(id.text, "organization"))/members/guardian"
    case .administration: "/administration"
    case .organizationNew: "/administration/organizations"
    case .administratorInvite: "/administration/invitations"
    case .administratorInviteEnd: "/administration/invitations/removal"
    case .accounts: "/administration/accounts"
    case .administered(let id): "/administration/accounts/\(shown(id.text, "account"))"
    case .administer(let id, let act): "/administration/accounts/\(shown(id.text, "account"))/\(act.rawValue)"
    }
  }

  /// Reads the parts of a path; nil when they are none of these.
  init?(parts: [String], query: [String: String]) {
    let rest = Array(parts.dropFirst())
    switch parts.first {
    case "sign-up": self.init(rest, alone: .signUp, token: MemberRoute.signUpFinish)
    case "sign-in" where rest == ["code"]: self = .secondStep
    case "sign-in" where rest.first == "mail":
      guard rest.count == 2 else { return nil }
      self.init(Array(rest.dropFirst()), alone: nil, token: MemberRoute.signInByMail)
    case "sign-in" where rest.isEmpty: self = .signIn
    case "mail-sent" where rest.isEmpty: self = .mailed
    case "sign-out" where rest.isEmpty: self = .signOut
    case "forgotten": self.init(rest, alone: .forgotten, token: MemberRoute.reset)
    case "new-address": self.init(rest, alone: nil, token: MemberRoute.emailConfirmation)
    case "invitation": self.init(rest, alone: nil, token: MemberRoute.invitation)
    case "guardian" where rest.count == 2 && rest[1] == "withdrawal":
      self.init([rest[0]], alone: nil, token: MemberRoute.guardianWithdrawal)
    case "guardian": self.init(rest, alone: nil, token: MemberRoute.guardian)
    case "account" where rest.first == "roadmaps": self.init(roadmaps: Array(rest.dropFirst()))
    case "account": self.init(account: rest.joined(separator: "/"), query: query)
    case "organizations":
      guard let id = rest.first.flatMap(Organization.ID.init(text:)) else { return nil }
      self.init(organization: id, rest.dropFirst().joined(separator: "/"))
    case "administration": self.init(administration: rest, query: query)
    default: return nil
    }
  }

  /// A page that stands alone, or for a token of a mail.
  private init?(_ rest: [String], alone: MemberRoute?, token: (String) -> MemberRoute) {
    if rest.isEmpty, let alone {
      self = alone
    } else if rest.count == 1, SecretToken(text: rest[0]) != nil {
      self = token(rest[0])
    } else {
      return nil
    }
  }

  private init?(account rest: String, query: [String: String]) {
    switch rest {
    case "": self = .account
    case "again":
      let parts = (query["to"] ?? "").split(separator: "/").map(String.init)
      let page = MemberRoute(parts: parts, query: [:]) ?? .account
      self = .again(page.isPage && page.needsSignIn && !page.isAgain ? page : .account)
    case "address": self = .email
    case "password": self = .password
    case "code": self = .factor
    case "code/secret": self = .factorSetup
    case "code/first": self = .factorOn
    case "code/removal": self = .factorOff
    case "code/recovery": self = .recoveryCodes
    case "sessions": self = .sessions
    case "sessions/removal": self = .sessionEnd
    case "sharing": self = .sharing
    case "sharing/removal": self = .sharingEnd
    case "guardian": self = .ownGuardian
    case "deletion": self = .deletion
    case "reminders": self = .reminders
    case "reminders/calendar": self = .reminderFeed
    case "reminders/calendar/removal": self = .reminderFeedEnd
    default: return nil
    }
  }

  private init?(roadmaps rest: [String]) {
    guard let first = rest.first else {
      self = .roadmaps
      return
    }
    guard let id = RoadmapID(text: first) else { return nil }
    switch rest.dropFirst().joined(separator: "/") {
    case "": self = .roadmap(id)
    case "removal": self = .roadmapRemoval(id)
    case "answers": self = .roadmapAnswers(id)
    default:
      guard rest.count == 3, rest[1] == "steps", isSlug(rest[2]) else { return nil }
      self = .roadmapStep(id, rest[2])
    }
  }

  private var isAgain: Bool {
    if case .again = self { true } else { false }
  }

  private init?(organization id: Organization.ID, _ rest: String) {
    switch rest {
    case "": self = .organization(id)
    case "invitations": self = .invite(id)
    case "invitations/removal": self = .inviteEnd(id)
    case "members/removal": self = .memberEnd(id)
    case "members/permissions": self = .permissions(id)
    case "members/guardian": self = .paper(id)
    default: return nil
    }
  }

  private init?(administration rest: [String], query: [String: String]) {
    switch rest.joined(separator: "/") {
    case "": self = .administration
    case "organizations": self = .organizationNew
    case "invitations": self = .administratorInvite
    case "invitations/removal": self = .administratorInviteEnd
    case "accounts": self = .accounts(after: query["after"].flatMap(Account.ID.init(text:)))
    default:
      guard (2...3).contains(rest.count), rest[0] == "accounts", let id = Account.ID(text: rest[1]) else { return nil }
      if rest.count == 2 {
        self = .administered(id)
      } else {
        guard let act = Act(rawValue: rest[2]) else { return nil }
        self = .administer(id, act)
      }
    }
  }

  /// The page that a link in a mail leads to.
  init(_ link: MailLink) {
    switch link {
    case .signUp(let token): self = .signUpFinish(token)
    case .signIn: self = .signIn
    case .signInByMail(let token): self = .signInByMail(token)
    case .forgotten: self = .forgotten
    case .passwordReset(let token): self = .reset(token)
    case .emailChange(let token): self = .emailConfirmation(token)
    case .invitation(let token): self = .invitation(token)
    case .guardian(let token): self = .guardian(token)
    case .guardianWithdrawal(let token): self = .guardianWithdrawal(token)
    case .account: self = .account
    case .reminders: self = .reminders
    }
  }
}

extension MailLink {
  /// The path of the page that this link leads to: `/sign-up/…`, `/es/sign-up/…`.
  public func path(_ language: Language) -> String { Address(.member(MemberRoute(self)), language).text }
}
