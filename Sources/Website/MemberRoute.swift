public import Services
public import Vocabulary

/// The addresses of people with accounts. See `Route`: a token of a mail stands in the path, and no log writes it.
public indirect enum MemberRoute: Sendable, Hashable {
  // Getting in and out
  case signUp
  /// Chooses the password, by the link of a mail.
  case signUpFinish(String)
  case signIn
  /// The code of the second factor.
  case secondStep
  /// The last step of signing in, by the link of a mail.
  case signInByMail(String)
  /// "Look into your mail."
  case mailed
  /// POST only.
  case signOut
  /// Asks for a mail with a link to choose another password.
  case forgotten
  case reset(String)
  /// Shows that a new address is one's own, by the link of a mail.
  case emailConfirmation(String)
  case invitation(String)
  case guardian(String)
  case guardianWithdrawal(String)
  /// Whether somebody is certified, by a link of theirs: today and, if asked, through another day.
  case verify(String, through: CivilDate?)
  /// What a preceptor is asked to sign, by a link of whoever did the work. A POST answers.
  case signOff(String)
  /// POST only: they are no reference any more.
  case signOffReference(String)

  // One's own account
  case account
  /// Shows again who somebody is, and goes on to another page.
  case again(MemberRoute)
  case email
  case password
  case factor
  /// POST only: a fresh secret.
  case factorSetup
  /// POST only: the first code.
  case factorOn
  case factorOff
  case recoveryCodes
  case sessions
  /// POST only: ends one, or all others.
  case sessionEnd
  /// What one shares. A POST gives a consent.
  case sharing
  /// POST only.
  case sharingEnd
  /// A parent or guardian is asked.
  case ownGuardian
  case deletion
  /// What one is reminded of. A POST says how.
  case reminders
  /// POST only: another address of one's calendar.
  case reminderFeed
  /// POST only.
  case reminderFeedEnd
  /// POST only: whether an organization is told of one's reminders.
  case reminderChannels
  /// The roadmaps one keeps.
  case roadmaps
  case roadmap(RoadmapID)
  /// How a step of one stands: `exam-2`.
  case roadmapStep(RoadmapID, String)
  /// POST only: it is kept no more.
  case roadmapRemoval(RoadmapID)
  /// POST only: the answers it was planned from, into this browser.
  case roadmapAnswers(RoadmapID)
  /// Continuing education: what is missing. A POST asks about a course.
  case education
  /// Which courses are enough. A POST with a catalog answers.
  case courses

  /// What somebody keeps about themselves.
  case wallet(WalletRoute)
  /// What issuers said of one's record, and links that show a certification. A POST makes a link.
  case verification
  /// POST only: a link is ended.
  case verificationEnd
  /// One's own externship ledger.
  case externship(ExternshipRoute)
  /// Who coaches oneself, and whom one coaches.
  case coaching(CoachingRoute)
  /// The papers one keeps.
  case papers
  /// The form for one more.
  case paperNew
  case ownPaper(PaperID)
  /// GET only: its bytes.
  case paperPart(PaperID, PaperPart)
  /// POST only: to what in the record it belongs.
  case paperPlace(PaperID)
  /// POST only: it is kept no more.
  case paperRemoval(PaperID)
  /// One that is photographed page by page, while it is under way.
  case pages(PaperID, PagesRoute)
  /// POST only: begins one that comes in pieces.
  case uploads
  /// How much of it is here; a PATCH adds to it.
  case upload(UploadID)

  // Organizations. All but the first are POST only.
  case organization(Organization.ID)
  case invite(Organization.ID)
  case inviteEnd(Organization.ID)
  case memberEnd(Organization.ID)
  case permissions(Organization.ID)
  /// What a guardian has signed on paper.
  case paper(Organization.ID)
  /// Where it is told of reminders: another address, or none any more.
  case hook(Organization.ID)
  case hookEnd(Organization.ID)
  /// For how many days the checks of an organization count.
  case checkDays(Organization.ID)
  /// Whose records are to be checked with their issuers: a page.
  case checks(Organization.ID)
  /// A record to check: a page. A POST notes what the issuer said.
  case check(Organization.ID, PersonID, RecordID)

  // The installation
  case administration
  /// POST only.
  case organizationNew
  /// POST only: invites an administrator.
  case administratorInvite
  /// POST only: takes such an invitation back.
  case administratorInviteEnd
  /// Some accounts, after one of them. A POST finds one by its address.
  case accounts(after: Account.ID?)
  case administered(Account.ID)
  /// POST only.
  case administer(Account.ID, Act)

  /// What an administrator does to an account.
  public enum Act: String, CaseIterable, Sendable {
    case disable, enable
    case endSessions = "sessions"
    case makeAdministrator = "administrator"
    case removeAdministrator = "no-administrator"
    case hold
    case liftHold = "no-hold"
    case delete = "deletion"
  }

  /// Whether there is a page to look at.
  var isPage: Bool {
    switch self {
    case .signUp, .signUpFinish, .signIn, .secondStep, .signInByMail, .mailed, .forgotten, .reset, .emailConfirmation,
      .invitation, .guardian, .guardianWithdrawal, .account, .again, .email, .password, .factor, .sessions, .sharing,
      .ownGuardian, .deletion, .reminders, .roadmaps, .roadmap, .roadmapStep, .papers, .paperNew, .ownPaper,
      .organization, .administration, .accounts, .administered, .verification, .checks, .check, .verify:
      true
    case .wallet(let route): route.isPage
    case .externship(let route): route.isPage
    case .coaching(let route): route.isPage
    case .pages(_, let route): route.isPage
    case .signOff: true
    case .signOffReference: false
    case .education, .courses: true
    case .signOut, .factorSetup, .factorOn, .factorOff, .recoveryCodes, .sessionEnd, .sharingEnd, .invite, .inviteEnd,
      .memberEnd, .permissions, .paper, .organizationNew, .administratorInvite, .administratorInviteEnd, .administer,
      .roadmapRemoval, .roadmapAnswers, .verificationEnd, .paperPart, .paperPlace, .paperRemoval, .uploads, .upload,
      .reminderFeed, .reminderFeedEnd, .reminderChannels, .hook, .hookEnd, .checkDays:
      false
    }
  }

  /// Whether it is for somebody who is signed in.
  var needsSignIn: Bool {
    switch self {
    case .signUp, .signUpFinish, .signIn, .secondStep, .signInByMail, .mailed, .signOut, .forgotten, .reset,
      .emailConfirmation, .invitation, .guardian, .guardianWithdrawal, .verify:
      false
    case .signOff, .signOffReference: false
    case .education, .courses, .externship, .coaching, .pages: true
    case .account, .again, .email, .password, .factor, .factorSetup, .factorOn, .factorOff, .recoveryCodes, .sessions,
      .sessionEnd, .sharing, .sharingEnd, .ownGuardian, .deletion, .reminders, .reminderFeed, .reminderFeedEnd,
      .reminderChannels, .hook, .hookEnd, .checkDays, .roadmaps, .roadmap, .roadmapStep, .roadmapRemoval,
      .roadmapAnswers, .wallet, .papers, .paperNew, .ownPaper, .paperPart, .paperPlace, .paperRemoval, .uploads,
      .upload,
      .organization, .invite, .inviteEnd, .memberEnd,
      .permissions, .paper, .administration, .organizationNew, .administratorInvite, .administratorInviteEnd,
      .accounts, .administered, .administer, .verification, .verificationEnd, .checks,
      .check:
      true
    }
  }

  /// The page from which a form comes; for a page itself that one.
  var origin: MemberRoute {
    switch self {
    case .signOut: .account
    case .factorSetup, .factorOn, .factorOff, .recoveryCodes: .factor
    case .sessionEnd: .sessions
    case .sharingEnd: .sharing
    case .verificationEnd: .verification
    case .reminderFeed, .reminderFeedEnd, .reminderChannels: .reminders
    case .hook(let id), .hookEnd(let id), .checkDays(let id): .organization(id)
    case .invite(let id), .inviteEnd(let id), .memberEnd(let id), .permissions(let id), .paper(let id):
      .organization(id)
    case .organizationNew, .administratorInvite, .administratorInviteEnd: .administration
    case .administer(let id, _): .administered(id)
    case .roadmapRemoval(let id), .roadmapAnswers(let id): .roadmap(id)
    case .wallet(let route): .wallet(route.origin)
    case .externship(let route): .externship(route.origin)
    case .coaching(let route): .coaching(route.origin)
    case .pages(let id, _): .pages(id, .page)
    case .signOff(let token), .signOffReference(let token): .signOff(token)
    case .education, .courses: self
    case .paperPart(let id, _), .paperPlace(let id), .paperRemoval(let id): .ownPaper(id)
    case .uploads, .upload: .paperNew
    case .signUp, .signUpFinish, .signIn, .secondStep, .signInByMail, .mailed, .forgotten, .reset, .emailConfirmation,
      .invitation, .guardian, .guardianWithdrawal, .account, .again, .email, .password, .factor, .sessions, .sharing,
      .ownGuardian, .deletion, .reminders, .roadmaps, .roadmap, .roadmapStep, .papers, .paperNew, .ownPaper,
      .organization, .administration, .accounts, .administered, .verification, .checks, .check, .verify:
      self
    }
  }
}

extension Route {
  /// Whether it is one of the pages for people with accounts.
  var isForMembers: Bool {
    if case .member = self { true } else { false }
  }
}
