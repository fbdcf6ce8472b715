import Cryptography
import Services
import Vocabulary

extension Site {
  /// Who shows the token of a session; nil when nobody is signed in, or nobody can be.
  ///
  /// Every page that is about somebody with an account asks this, and nothing else says who they are.
  func signedIn(_ inquiry: Inquiry) async throws -> SignedIn? {
    guard let members, let token = inquiry.cookie(MemberCookies(isSecure: secureCookies).name(.session)) else {
      return nil
    }
    return try await Sessions(members.accounts).current(token, at: members.now())
  }

  /// A page for people with accounts, or what its form asks for.
  func member(_ route: MemberRoute, _ address: Address, _ inquiry: Inquiry) async throws -> Reply {
    guard let members else { return missing(address) }
    let signedIn = try await signedIn(inquiry)
    let visit = MemberVisit(
      site: self, members: members, inquiry: inquiry, route: route, language: address.language, now: members.now(),
      signedIn: signedIn, areRemindersLate: await areRemindersLate(signedIn))
    do {
      return try await visit.reply()
    } catch let refusal as Refusal {
      return visit.refused(refusal)
    } catch is PasswordWork.BusyError {
      return page(ErrorPage(kind: .unavailable, address: Address(.member(route.origin), address.language)))
    }
  }
}

extension MemberVisit {
  fileprivate func reply() async throws -> Reply {
    let isPost = inquiry.method == "POST"
    if route.needsSignIn && signedIn == nil { throw Refusal.signInNeeded }
    if inquiry.method == "PATCH" {
      guard case .upload(let id) = route else { return wrongMethod }
      return isPieceTheirs ? try await appendUpload(id) : stale()
    }
    guard isPost else { return try await get() }
    // A file is no text: these forms are read there.
    if route == .paperNew { return try await addPaper() }
    if route == .courses { return try await chooseCourses() }
    if route == .wallet(.archiveReturn) { return try await returnArchive() }
    let form = try inquiry.form()
    // Who is signed in sends the token of the session with every form, also to the pages that are for everybody.
    guard isFormTheirs(form) else { return stale() }
    return try await post(form)
  }

  /// Whether a form comes from a page of this session; without a session, any does.
  func isFormTheirs(_ form: Form) -> Bool {
    guard let formToken else { return true }
    return ConstantTime.areEqual(Array(formToken.utf8), Array((form[FormToken.field] ?? "").utf8))
  }

  /// What is answered when something cannot be done.
  func refused(_ refusal: Refusal) -> Reply {
    if refusal != .signInNeeded, refusal != .recentSignInNeeded { tellRefused(refusal) }
    switch refusal {
    case .signInNeeded:
      var reply = redirect(.signIn)
      // A token that lets nobody in is worth nothing.
      if sessionToken != nil { reply.headers.append(cookies.forget(.session)) }
      return reply
    case .recentSignInNeeded: return redirect(.again(route.origin))
    // What is not there and what is somebody else's look the same.
    case .notMember, .otherSubject, .notYours: return site.missing(Address(.member(.account), language))
    case .notAdministrator, .notInRole, .roleNotHere, .permissionNeeded, .notOnYourself, .adultsOnly, .noConsent,
      .consentNotBegun, .consentEnded, .notInConsent, .minorOutsideSchool, .guardianNeeded, .sensitivePermissionNeeded,
      .secondFactorNeeded:
      return page(NoticePage.refused(refusal, language), status: 403)
    }
  }

  /// A form from before the session got another token.
  func stale() -> Reply {
    tellStale()
    return page(
      NoticePage(
        route: route.isPage ? route : route.origin,
        title: Phrase("This form is too old", "Este formulario es demasiado antiguo"),
        text: Phrase(
          "You have signed in or out since this page was opened. Nothing was changed. Open it once more.",
          "Usted inició o cerró sesión desde que se abrió esta página. No se cambió nada. Ábrala otra vez."),
        links: [Link(text(Phrase("Open it once more", "Abrirla otra vez")), .page(.member(route.origin)))]
      ).page(language), status: 403)
  }
}
