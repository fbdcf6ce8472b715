import Services
import Vocabulary

/// Turning the second factor on and off.
extension MemberVisit {
  func factorPage() async throws -> Reply {
    let person = try person()
    let standing = try await SecondFactors(accounts).standing(of: person.account, by: .account(person), at: now)
    let since: String =
      switch standing {
      case .off: ""
      case .on(let since, _): words(since)
      }
    return page(FactorPage(standing: standing, since: since, token: formToken).page(language))
  }

  func factorSetup() async throws -> Reply {
    guard let setup = try await SecondFactors(accounts).begin(for: try person(), at: now) else {
      return redirect(.factor)
    }
    return page(FactorSetupPage(setup: setup, token: formToken).page(language))
  }

  func factorOn(_ form: Form) async throws -> Reply {
    func again(_ error: FormError) -> Page {
      FactorSetupPage(setup: nil, token: formToken, errors: [error]).page(language)
    }
    switch try await SecondFactors(accounts).enable(form["code"] ?? "", for: try person(), at: now) {
    case .on(let codes, let opened):
      return self.opened(opened, page(RecoveryCodesPage(codes: codes, isNew: true).page(language)))
    case .wrongCode: return page(again(FormError(field: "code", message: text(Self.wrongCode))), status: 422)
    case .notBegun: return redirect(.factor)
    case .wait(let until): return waiting(again(waitError("code", until: until)), until: until)
    }
  }

  func factorOff() async throws -> Reply {
    let person = try person()
    let opened = try await SecondFactors(accounts).disable(of: person.account, by: .account(person), at: now)
    let reply = redirect(.factor)
    return opened.map { self.opened($0, reply) } ?? reply
  }

  func recoveryCodes() async throws -> Reply {
    let codes = try await SecondFactors(accounts).renewRecoveryCodes(for: try person(), at: now)
    guard !codes.isEmpty else { return redirect(.factor) }
    return page(RecoveryCodesPage(codes: codes, isNew: false).page(language))
  }
}
