import Services
import Vocabulary

extension MemberVisit {
  /// The page of the route.
  func get() async throws -> Reply {
    switch route {
    case .signUp: page(signUpPage())
    case .signUpFinish(let token): try await signUpFinishPage(token)
    case .signIn: page(SignInPage(token: formToken).page(language))
    case .secondStep: page(SecondStepPage(token: formToken).page(language))
    case .signInByMail: page(signInByMailPage)
    case .mailed: page(NoticePage.mailed(language))
    case .forgotten: page(ForgottenPage(token: formToken).page(language))
    case .reset(let token): try await resetPage(token)
    case .emailConfirmation: page(emailConfirmationPage)
    case .invitation(let token): try await invitationPage(token)
    case .guardian(let token): try await guardianPage(token)
    case .guardianWithdrawal: page(guardianWithdrawalPage)
    case .account: try await accountPage()
    case .reminders: try await remindersPage()
    case .roadmaps: try await roadmapsPage()
    case .roadmap(let id): try await roadmapPage(id)
    case .roadmapStep(let id, let step): try await roadmapStepPage(id, step)
    case .wallet(let route): try await walletPage(route)
    case .education: try await educationPage()
    case .courses: try await coursesPage()
    case .externship(let route): try await externshipPage(route)
    case .coaching(let route): try await coachingPage(route)
    case .signOff(let token): try await signOffPage(token)
    case .verification: try await verificationPage()
    case .verify(let token, let through): try await verifyPage(token, through: through)
    case .checks(let id): try await checksPage(id)
    case .check(let id, let person, let record): try await checkPage(id, person, record)
    case .papers: try await papersPage()
    case .paperNew: try await paperNewPage()
    case .ownPaper(let id): try await ownPaperPage(id)
    case .paperPart(let id, let part): try await paperPart(id, part)
    case .upload(let id): try await uploadStanding(id)
    case .pages(let id, let route): try await pagesPage(id, route)
    case .again(let goal): try await againPage(goal)
    case .email: try await emailPage()
    case .password: page(PasswordPage(token: formToken).page(language))
    case .factor: try await factorPage()
    case .sessions: try await sessionsPage()
    case .sharing: try await sharingPage()
    case .ownGuardian: page(try await ownGuardianPage().page(language))
    case .deletion: try await deletionPage()
    case .organization(let id): try await organizationPage(id)
    case .administration: try await administrationPage()
    case .accounts(let after): try await accountsPage(after: after)
    case .administered(let id): try await administeredPage(id)
    case .signOut, .factorSetup, .factorOn, .factorOff, .recoveryCodes, .sessionEnd, .sharingEnd, .invite, .inviteEnd,
      .memberEnd, .permissions, .paper, .organizationNew, .administratorInvite, .administratorInviteEnd, .administer,
      .roadmapRemoval, .roadmapAnswers, .verificationEnd, .paperPlace, .paperRemoval, .uploads, .reminderFeed,
      .reminderFeedEnd, .reminderChannels, .hook, .hookEnd, .checkDays, .signOffReference:
      wrongMethod
    }
  }

  /// What a form of the route asks for.
  func post(_ form: Form) async throws -> Reply {
    switch route {
    case .signUp: try await signUp(form)
    case .signUpFinish(let token): try await signUpFinish(token, form)
    case .signIn: try await signIn(form)
    case .secondStep: try await secondStep(form)
    case .signInByMail(let token): try await signInByMail(token)
    case .signOut: try await signOut()
    case .forgotten: try await forgotten(form)
    case .reset(let token): try await reset(token, form)
    case .emailConfirmation(let token): try await emailConfirmation(token)
    case .invitation(let token): try await invitation(token, form)
    case .guardian(let token): try await guardian(token)
    case .guardianWithdrawal(let token): try await guardianWithdrawal(token)
    case .education: try await askAboutCourse(form)
    case .courses: try await chooseCourses()
    case .externship(let route): try await externship(route, form)
    case .coaching(let route): try await coaching(route, form)
    case .signOff(let token): try await signOff(token, form)
    case .signOffReference(let token): try await endReference(token)
    case .again(let goal): try await again(goal, form)
    case .email: try await emailChange(form)
    case .password: try await passwordChange(form)
    case .factorSetup: try await factorSetup()
    case .factorOn: try await factorOn(form)
    case .factorOff: try await factorOff()
    case .recoveryCodes: try await recoveryCodes()
    case .sessionEnd: try await sessionEnd(form)
    case .sharing: try await share(form)
    case .sharingEnd: try await sharingEnd(form)
    case .ownGuardian: try await askGuardian(form)
    case .deletion: try await deletion()
    case .reminders: try await setReminders(form)
    case .reminderFeed: try await makeFeed()
    case .reminderFeedEnd: try await endFeed()
    case .reminderChannels: try await chooseChannel(form)
    case .hook(let id): try await setHook(id, form)
    case .hookEnd(let id): try await endHook(id)
    case .checkDays(let id): try await setCheckDays(id, form)
    case .roadmapStep(let id, let step): try await changeStep(id, step, form)
    case .roadmapRemoval(let id): try await removeRoadmap(id)
    case .roadmapAnswers(let id): try await openRoadmapAnswers(id)
    case .wallet(let route): try await wallet(route, form)
    case .verification: try await makeLink(form)
    case .verificationEnd: try await endLink(form)
    case .check(let id, let person, let record): try await noteCheck(id, person, record, form)
    case .paperNew: try await addPaper()
    case .paperPlace(let id): try await movePaper(id, form)
    case .paperRemoval(let id): try await removePaper(id)
    case .uploads: try await beginUpload(form)
    case .pages(let id, let route): try await pages(id, route, form)
    case .invite(let id): try await invite(id, form)
    case .inviteEnd, .administratorInviteEnd: try await inviteEnd(form)
    case .memberEnd(let id): try await memberEnd(id, form)
    case .permissions(let id): try await permissions(id, form)
    case .paper(let id): try await paper(id, form)
    case .organizationNew: try await organizationNew(form)
    case .administratorInvite: try await administratorInvite(form)
    case .accounts: try await findAccount(form)
    case .administer(let id, let act): try await administer(id, act, form)
    case .mailed, .account, .factor, .sessions, .roadmaps, .roadmap, .papers, .ownPaper, .paperPart, .upload,
      .organization, .administration, .administered, .checks, .verify:
      wrongMethod
    }
  }

  private func deletionPage() async throws -> Reply {
    _ = try recentPerson()
    return page(DeletionPage(token: formToken).page(language))
  }

  var wrongMethod: Reply {
    site.page(ErrorPage(kind: .wrongMethod, address: Address(.member(route.origin), language)))
  }
}
