public import Knowledge
public import Rules
public import Vocabulary

/// Where a person stands with one credential on every day: one timeline of phases, read from the timelines of the
/// credential's rules. `LifeSigns.phase` says which phase a day has.
public struct CredentialLife: Sendable {
  public enum Phase: String, Sendable, Hashable, CaseIterable {
    /// Certified, and the duty for the next renewal is met.
    case certified
    /// Certified, and something for the next renewal is still missing.
    case due
    /// Certified; facts or rules do not tell whether the duty for the next renewal is met.
    case renewalUnknown = "renewal not known"
    /// Expired, and the time for a late renewal still runs, whether or not the rest of it is met.
    case lateWindow = "late window"
    /// Expired, and the way back is open.
    case reactivable
    /// Expired; no way back is known to be open on that day.
    case lapsed
    /// The examination is open.
    case eligible
    /// A route is open or may be, but a wait after a failed attempt stands in the way.
    case waiting
    /// No attempt is left, on no later day known.
    case closed
    case notYetEligible = "not yet eligible"
    /// Facts or rules do not tell.
    case unknown
  }

  public let credential: Credential
  public let phases: Timeline<Phase>
  /// Failed attempts on record, and whether there may be others.
  public let failed: (count: Int, isComplete: Bool)
  /// The first day from the day asked on which a further attempt fits the limits and waits; nil: none known.
  public let nextAttempt: CivilDate?
  /// Certified through this day, when certified on the day asked.
  public let through: CivilDate?
}

extension Assessor {
  /// The life of a credential for one person; nil where the packs have no rule for sitting its examination.
  public func life(_ credential: Credential, _ evidence: Evidence, _ inquiry: Inquiry) throws -> CredentialLife? {
    func line(_ name: String) throws -> Timeline<Finding>? {
      let id = credential.id + "/" + name
      guard base.book.rule(id) != nil else { return nil }
      return try determine(id, evidence, inquiry, credential: credential.id).timeline
    }
    guard let eligibility = try line("eligibility") else { return nil }
    /// Named parts of a rule, all of them together, of the person whom the evaluator has just seen; nil where the rule
    /// lacks one.
    func parts(_ names: [String], of rule: String) -> Timeline<Finding>? {
      guard let rule = base.book.rule(credential.id + "/" + rule) else { return nil }
      var result = Timeline(Finding(.met))
      for name in names {
        guard let part = evaluator.timeline(ofPart: rule.id + "#" + name, in: rule.root) else { return nil }
        result = result.combined(with: part, Finding.all)
      }
      return result
    }
    let attempts = try line("attempts")
    let current = try line("current")
    var signs = Timeline(LifeSigns())
    func add(_ line: Timeline<Finding>?, _ sign: WritableKeyPath<LifeSigns, Verdict?>) {
      guard let line else { return }
      signs = signs.combined(with: line) { signs, finding in signs.with(sign, finding.verdict) }
    }
    add(current, \.current)
    add(try line("renewal-by-education"), \.renewal)
    add(try line("late-renewal"), \.late)
    add(parts(["expired", "window"], of: "late-renewal"), \.lateWindow)
    add(try line("reactivation") ?? line("reinstatement") ?? line("recertification-by-ccp"), \.wayBack)
    add(attempts, \.attempts)
    add(parts(["route"], of: "eligibility"), \.route)
    add(eligibility, \.eligibility)
    signs = signs.combined(with: held(credential.id, evidence)) { $0.with(\.isHeld, $1) }
    if let attempts { signs = signs.combined(with: shut(attempts)) { $0.with(\.isShut, $1) } }
    let failed = evidence.records(of: .attempt).filter {
      $0["of"] == .word(credential.id) && $0["result"] == .word("failed")
    }
    let isCurrent = current?.value(on: inquiry.day).verdict == .met
    return CredentialLife(
      credential: credential, phases: signs.map(\.phase),
      failed: (failed.count, (evidence.completeThrough[.attempt] ?? .distantPast) >= inquiry.asOf),
      nextAttempt: attempts?.first(from: inquiry.day) { $0.verdict == .met },
      through: isCurrent ? current?.verdictSpan(on: inquiry.day).last.finite : nil)
  }

  /// Whether no further attempt is known on that day or any later one.
  private func shut(_ attempts: Timeline<Finding>) -> Timeline<Bool> {
    guard let last = attempts.map(\.verdict).points.last, last.value == .notMet else { return Timeline(false) }
    var result = Timeline(last.day == .distantPast)
    if last.day.isFinite { result.set(true, from: last.day) }
    return result
  }

  /// Whether the credential has been given by then.
  private func held(_ credential: String, _ evidence: Evidence) -> Timeline<Bool> {
    var result = Timeline(false)
    let days = evidence.records(of: .certification).compactMap { record -> CivilDate? in
      guard record["of"] == .word(credential), case .day(let days, _) = record["date"] else { return nil }
      return days.last.finite
    }
    if let first = days.min() { result.set(true, from: first) }
    return result
  }
}
