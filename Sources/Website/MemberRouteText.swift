public import Services
public import Vocabulary

extension MemberRoute {
  /// The address in English.
  var path: String {
    let path = text { value, _ in value }
    if case .again(let page) = self, page != .account { return path + "?to=" + page.path }
    if case .verify(_, let day?) = self { return path + "?year=\(day.year)&month=\(day.month)&day=\(day.day)" }
    if case .accounts(let after?) = self { return path + "?after=" + after.text }
    if case .wallet(let route) = self, !route.query.isEmpty { return path + route.query }
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
    case .reminderChannels: "/account/reminders/channels"
    case .hook(let id): "/organizations/\(shown(id.text, "organization"))/webhook"
    case .hookEnd(let id): "/organizations/\(shown(id.text, "organization"))/webhook/removal"
    case .checkDays(let id): "/organizations/\(shown(id.text, "organization"))/check-days"
    case .roadmaps: "/account/roadmaps"
    case .roadmap(let id): "/account/roadmaps/\(shown(id.text, "roadmap"))"
    case .roadmapStep(let id, let step):
      "/account/roadmaps/\(shown(id.text, "roadmap"))/steps/\(shown(step, "step"))"
    case .roadmapRemoval(let id): "/account/roadmaps/\(shown(id.text, "roadmap"))/removal"
    case .roadmapAnswers(let id): "/account/roadmaps/\(shown(id.text, "roadmap"))/answers"
    case .wallet(let route): route.text(shown)
    case .education: "/account/education"
    case .courses: "/account/education/courses"
    case .verification: "/account/verification"
    case .verificationEnd: "/account/verification/removal"
    case .verify(let token, _): "/verify/\(shown(token, "token"))"
    case .signOff(let token): "/sign-off/\(shown(token, "token"))"
    case .signOffReference(let token): "/sign-off/\(shown(token, "token"))/reference"
    case .externship(let route): route.text(shown)
    case .coaching(let route): route.text(shown)
    case .checks(let id): "/organizations/\(shown(id.text, "organization"))/checks"
    case .check(let id, let person, let record):
      "/organizations/\(shown(id.text, "organization"))/checks/\(shown(person.text, "person"))/\(shown(record.text, "record"))"
    case .papers: "/account/papers"
    case .paperNew: "/account/papers/add"
    case .ownPaper(let id): "/account/papers/\(shown(id.text, "paper"))"
    case .paperPart(let id, .content): "/account/papers/\(shown(id.text, "paper"))/file"
    case .paperPart(let id, .preview): "/account/papers/\(shown(id.text, "paper"))/preview"
    case .paperPlace(let id): "/account/papers/\(shown(id.text, "paper"))/place"
    case .paperRemoval(let id): "/account/papers/\(shown(id.text, "paper"))/removal"
    case .pages(let id, let route): "/account/papers/pages/\(shown(id.text, "paper"))" + route.text(shown)
    case .uploads: "/account/papers/uploads"
    case .upload(let id): "/account/papers/uploads/\(shown(id.text, "upload"))"
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
    case "verify":
      let day = ["year", "month", "day"].compactMap { query[$0].flatMap { Int($0) } }
      let found = day.count == 3 ? CivilDate(year: day[0], month: day[1], day: day[2]) : nil
      let through = found.flatMap { askedDay($0.description) }
      self.init(rest, alone: nil) { .verify($0, through: through) }
    case "sign-off" where rest.count == 2 && rest[1] == "reference":
      self.init([rest[0]], alone: nil, token: MemberRoute.signOffReference)
    case "sign-off": self.init(rest, alone: nil, token: MemberRoute.signOff)
    case "account" where rest.first == "externship":
      guard let route = ExternshipRoute(Array(rest.dropFirst())) else { return nil }
      self = .externship(route)
    case "account" where rest.first == "coach":
      guard let route = CoachingRoute(own: Array(rest.dropFirst())) else { return nil }
      self = .coaching(route)
    case "coaching":
      guard let route = CoachingRoute(rest) else { return nil }
      self = .coaching(route)
    case "account" where rest.first == "roadmaps": self.init(roadmaps: Array(rest.dropFirst()))
    case "account" where WalletRoute.owns(rest.first):
      guard let route = WalletRoute(rest, query: query) else { return nil }
      self = .wallet(route)
    case "account" where rest.first == "papers": self.init(papers: Array(rest.dropFirst()))
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
    case "education": self = .education
    case "education/courses": self = .courses
    case "verification": self = .verification
    case "verification/removal": self = .verificationEnd
    case "reminders": self = .reminders
    case "reminders/calendar": self = .reminderFeed
    case "reminders/calendar/removal": self = .reminderFeedEnd
    case "reminders/channels": self = .reminderChannels
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

  private init?(papers rest: [String]) {
    switch (rest.first, rest.dropFirst().joined(separator: "/")) {
    case (nil, _): self = .papers
    case ("add", ""): self = .paperNew
    case ("pages", _):
      guard rest.count >= 2, let id = PaperID(text: rest[1]),
        let route = PagesRoute(rest.dropFirst(2).joined(separator: "/"))
      else { return nil }
      self = .pages(id, route)
    case ("uploads", ""): self = .uploads
    case ("uploads", let id):
      guard let id = UploadID(text: id) else { return nil }
      self = .upload(id)
    case (let id?, let what):
      guard let id = PaperID(text: id) else { return nil }
      switch what {
      case "": self = .ownPaper(id)
      case "file": self = .paperPart(id, .content)
      case "preview": self = .paperPart(id, .preview)
      case "place": self = .paperPlace(id)
      case "removal": self = .paperRemoval(id)
      default: return nil
      }
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
    case "checks": self = .checks(id)
    case "webhook": self = .hook(id)
    case "webhook/removal": self = .hookEnd(id)
    case "check-days": self = .checkDays(id)
    default:
      let parts = rest.split(separator: "/").map(String.init)
      guard parts.count == 3, parts[0] == "checks", let person = PersonID(text: parts[1]),
        let record = RecordID(text: parts[2])
      else { return nil }
      self = .check(id, person, record)
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
    case .organization(let id): self = .organization(id)
    }
  }
}

extension MailLink {
  /// The path of the page that this link leads to: `/sign-up/…`, `/es/sign-up/…`.
  public func path(_ language: Language) -> String { Address(.member(MemberRoute(self)), language).text }
}
