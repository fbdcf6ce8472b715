import Knowledge
import Rules
import Services
import Vocabulary

/// What-ifs on one's own record. Nothing of a question is kept.
extension MemberVisit {
  func whatIfPage(_ entry: WhatIfEntry, _ wallet: LiveWallet) async throws -> Reply {
    let base = wallet.live.base
    let versions = try await wallet.record.versions(for: person(), at: now)
    let evidence = Evidence(versions) { $0.utcDay }.withoutHealth
    let asOf = site.today()
    // The form begins with what the record can answer.
    let kind = entry.picked ?? (WhatIfEntry.credentials(for: .lapse, base, evidence).isEmpty ? .fail : .renewLate)
    var shown = WhatIfPage(
      entry: entry, kind: kind,
      credentials: WhatIfEntry.credentials(for: kind, base, evidence).map { Pick($0.id, $0.mark) },
      states: base.jurisdictions.map { Pick($0.code, $0.name[language]) }, today: asOf, language: language)
    // Letting lapse needs no day, so that an address with a credential alone is a whole question.
    guard entry.isAsked || entry.picked == nil && !entry.kind.isEmpty else { return page(shown.page()) }
    let (question, faults) = entry.question(base, evidence, asOf: asOf)
    shown.errors = faults.map { FormError(field: Self.place($0.field), message: text($0.message)) }
    if let question {
      let answer = try WhatIfService(base).answer(question, evidence, asOf: asOf)
      shown.answer = WhatIfTelling(base, language, asOf: asOf).told(answer)
    }
    return page(shown.page(), status: faults.isEmpty ? 200 : 422)
  }

  /// The id of what an error leads to.
  private static func place(_ field: WhatIfEntry.Field) -> String {
    switch field {
    case .kind: "kinds"
    case .credential, .day, .state: field.rawValue
    }
  }
}
