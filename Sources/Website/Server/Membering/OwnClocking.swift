import Knowledge
import Rules
import Services
import Vocabulary

/// Attempts and clocks of whoever is signed in, and which pages of bodies they looked at.
extension MemberVisit {
  func clocksPage(_ wallet: LiveWallet) async throws -> Reply {
    page(try await clocks(wallet, LookEntry(), []).page(language))
  }

  /// Notes that they looked at pages of a body.
  func noteLook(_ form: Form, _ wallet: LiveWallet) async throws -> Reply {
    guard let looks = pageLooks(wallet) else { return noClocks }
    let entry = LookEntry(form)
    let today = site.today()
    guard let credential = wallet.live.base.credential(entry.credential) else { return noClocks }
    let outcome = try await looks.note(
      Set(entry.pages), of: credential.id, on: CivilDate(entry.day) ?? .distantFuture, today: today, for: person(),
      at: now)
    let first = wallet.live.base.officialPages(of: credential, on: today).first?.key ?? ""
    guard let error = entry.error(outcome, first: first, language) else { return redirect(.wallet(.clocks)) }
    return page(try await clocks(wallet, entry, [error]).page(language), status: 422)
  }

  func forgetLook(_ form: Form, _ wallet: LiveWallet) async throws -> Reply {
    guard let looks = pageLooks(wallet), let sequence = form["look"].flatMap({ Int($0) }),
      try await looks.forget(sequence, for: person(), at: now)
    else { return noClocks }
    return redirect(.wallet(.clocks))
  }

  private var noClocks: Reply { site.missing(Address(.member(.account), language)) }

  private func pageLooks(_ wallet: LiveWallet) -> PageLooks? {
    members.pageLooks.map { PageLooks(wallet.live.base, store: $0) }
  }

  private func clocks(_ wallet: LiveWallet, _ entry: LookEntry, _ errors: [FormError]) async throws -> ClocksPage {
    let today = site.today()
    let versions = try await wallet.record.versions(for: person(), at: now)
    let evidence = RecordedEvidence(versions) { $0.utcDay }.evidence
    let clocks = try OwnClocks(wallet.live.base, evidence, Services.Inquiry(asOf: today))
    let looks = pageLooks(wallet)
    let kept = try await looks?.looks(for: person(), at: now) ?? []
    return LiveClocks(base: wallet.live.base, clocks: clocks, looks: kept, language: language)
      .page(token: formToken, entry: looks == nil ? nil : entry, errors: errors)
  }
}
