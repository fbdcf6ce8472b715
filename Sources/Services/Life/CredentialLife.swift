public import Knowledge
public import Rules
public import Vocabulary

/// Where a person stands with one credential on every day: one timeline of phases, read from the timelines of the
/// credential's rules. The phase of a day is the first that holds in the order of `Phase`.
public struct CredentialLife: Sendable {
  public enum Phase: String, Sendable, Hashable, CaseIterable {
    /// Certified, and the duty for the next renewal is met.
    case certified
    /// Certified, and something for the next renewal is still missing.
    case due
    /// Expired, and the late renewal is open and met.
    case lateWindow = "late window"
    /// Expired, and the way back is open.
    case reactivable
    /// Expired; the way back is not open on that day.
    case lapsed
    /// The examination is open.
    case eligible
    /// Eligible by a route, but a wait or a limit after failed attempts stands in the way.
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
    let attempts = try line("attempts")
    let current = try line("current")
    let renewal = try line("renewal-by-education")
    let late = try line("late-renewal")
    let back = try line("reactivation") ?? line("reinstatement") ?? line("recertification-by-ccp")
    let was = held(credential.id, evidence)
    let signs = Signs.timeline([current, renewal, late, back, attempts, eligibility])
    let last = attempts?.points.last?.value.verdict
    let phases = signs.combined(with: was) { signs, held in
      CredentialLife.phase(signs, held: held, attemptsEndClosed: last == .notMet)
    }
    let failed = evidence.records(of: .attempt).filter {
      $0["of"] == .word(credential.id) && $0["result"] == .word("failed")
    }
    let isCurrent = current?.value(on: inquiry.day).verdict == .met
    return CredentialLife(
      credential: credential, phases: phases,
      failed: (failed.count, (evidence.completeThrough[.attempt] ?? .distantPast) >= inquiry.asOf),
      nextAttempt: attempts?.first(from: inquiry.day) { $0.verdict == .met },
      through: isCurrent ? current?.verdictSpan(on: inquiry.day).last.finite : nil)
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

/// The verdicts of a day in the order current, renewal, late, way back, attempts, eligibility; nil: no such rule.
struct Signs: Sendable, Equatable {
  var verdicts: [Verdict?]

  static func timeline(_ lines: [Timeline<Finding>?]) -> Timeline<Signs> {
    var result = Timeline(Signs(verdicts: []))
    for line in lines {
      if let line {
        result = result.combined(with: line) { Signs(verdicts: $0.verdicts + [$1.verdict]) }
      } else {
        result = result.map { Signs(verdicts: $0.verdicts + [nil]) }
      }
    }
    return result
  }
}

extension CredentialLife {
  static func phase(_ signs: Signs, held: Bool, attemptsEndClosed: Bool) -> Phase {
    let (current, renewal, late, back, attempts, eligibility) = (
      signs.verdicts[0], signs.verdicts[1], signs.verdicts[2], signs.verdicts[3], signs.verdicts[4], signs.verdicts[5]
    )
    if held {
      switch current {
      case .met: return renewal == nil || renewal == .met ? .certified : .due
      case .undetermined, .notCovered: return .unknown
      case .notMet, nil: break
      }
      if late == .met { return .lateWindow }
      if back == .met { return .reactivable }
      if attempts == .notMet, attemptsEndClosed { return .closed }
      return .lapsed
    }
    switch eligibility {
    case .met: return .eligible
    case .undetermined, .notCovered, nil: return .unknown
    case .notMet: break
    }
    if attempts == .notMet { return attemptsEndClosed ? .closed : .waiting }
    return .notYetEligible
  }
}
