import Services
import Vocabulary

extension MemberVisit {
  /// The page of the route.
  func get() async throws -> Reply {
    switch route {
    case .signUp: return page(signUpPage())
    case .signUpFinish(let token): return try await signUpFinishPage(token)
    case .signIn: return page(SignInPage(token: formToken).page(language))
    case .secondStep: return page(SecondStepPage(token: formToken).page(language))
    case .signInByMail: return page(signInByMailPage)
    case .mailed: return page(NoticePage.mailed(language))
    case .forgotten: return page(ForgottenPage(token: formToken).page(language))
    case .reset(let token): return try await resetPage(token)
    case .account: return try await accountPage()
    default: return site.missing(Address(.member(.account), language))
    }
  }

  /// What a form of the route asks for.
  func post(_ form: Form) async throws -> Reply {
    switch route {
    case .signUp: return try await signUp(form)
    case .signUpFinish(let token): return try await signUpFinish(token, form)
    case .signIn: return try await signIn(form)
    case .secondStep: return try await secondStep(form)
    case .signInByMail(let token): return try await signInByMail(token)
    case .signOut: return try await signOut()
    case .forgotten: return try await forgotten(form)
    case .reset(let token): return try await reset(token, form)
    default: return site.missing(Address(.member(.account), language))
    }
  }
}
