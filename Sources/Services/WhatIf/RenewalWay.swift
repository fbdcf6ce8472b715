import Knowledge
public import Planning
public import Rules
public import Vocabulary

/// A way to renew a certification or to get it back, as its rule stands on a day.
public struct RenewalWay: Sendable {
  public enum Standing: String, Sendable, Hashable {
    /// All that it asks for is there.
    case open
    /// Something is missing.
    case missing
    /// It opens on a later day.
    case notYet = "not yet"
    /// It was open, and is on no later day known.
    case closed
    case notKnown = "not known"
  }

  /// One thing that it asks for.
  public struct Condition: Sendable, Hashable {
    public let text: Phrase
    public let standing: Standing
    /// The first day on which it opens, or on which it is closed, where one is known.
    public let from: CivilDate?
    /// The last day on which it is open, where one is known.
    public let through: CivilDate?
    public let citations: [Citation]
  }

  public let rule: Rule
  public let finding: Finding
  public let conditions: [Condition]
  public let fees: Cost

  public var standing: Standing {
    if conditions.isEmpty {
      switch finding.verdict {
      case .met: return .open
      case .notMet: return .missing
      case .undetermined, .notCovered: return .notKnown
      }
    }
    let order: [Standing] = [.closed, .notYet, .missing, .notKnown]
    return order.first { standing in conditions.contains { $0.standing == standing } } ?? .open
  }

  /// The last day on which it is open; nil: none is known.
  public var through: CivilDate? { conditions.filter { $0.standing == .open }.compactMap(\.through).min() }

  /// The first day on which it is closed, or on which it opens.
  public var from: CivilDate? {
    let days = conditions.filter { $0.standing == standing }.compactMap(\.from)
    return standing == .closed ? days.min() : days.max()
  }

  /// How rules on keeping a certification are called, after its id.
  private static let names: Set<String> = [
    "renewal-by-education", "renewal-by-examination", "late-renewal", "reactivation", "reinstatement",
    "recertification-by-ccp",
  ]

  /// The ways of a credential, in the order of the packs.
  ///
  /// - Throws: `DeterminationError`.
  static func all(
    _ credential: Credential, _ assessor: Assessor, _ evidence: Evidence, on day: CivilDate, asOf: CivilDate
  ) throws -> [RenewalWay] {
    let base = assessor.base
    let fees = WhatIfFees(base: base, evidence: evidence, on: asOf)
    return try base.book.rules.filter { rule in
      rule.id.hasPrefix(credential.id + "/") && names.contains(String(rule.id.dropFirst(credential.id.count + 1)))
    }.map { rule in
      let answer = try assessor.determine(
        rule.id, evidence, Inquiry(asOf: asOf, on: day), credential: credential.id)
      let parts: [Explanation]
      if case .all = base.book.requirements[rule.root].word {
        parts = answer.explanation?.children ?? []
      } else {
        parts = []
      }
      let conditions = parts.compactMap { part -> Condition? in
        guard let line = assessor.evaluator.timeline(ofPart: part.path, in: rule.root), let text = part.words else {
          return nil
        }
        return condition(text, line.map(\.verdict), part, on: day)
      }
      return RenewalWay(
        rule: rule, finding: answer.finding, conditions: conditions, fees: fees.way(rule, of: credential))
    }
  }

  private static func condition(
    _ text: Phrase, _ line: Timeline<Verdict>, _ part: Explanation, on day: CivilDate
  ) -> Condition {
    let span = line.span(on: day)
    func made(_ standing: Standing, from: CivilDate? = nil, through: CivilDate? = nil) -> Condition {
      Condition(
        text: text, standing: standing, from: from, through: through, citations: part.allCitations)
    }
    switch line.value(on: day) {
    case .met: return made(.open, through: span.last.finite)
    case .undetermined, .notCovered: return made(.notKnown)
    case .notMet:
      if let opens = line.first(from: day, where: { $0 == .met }) { return made(.notYet, from: opens) }
      let stays = line.first(from: day) { $0 != .notMet } == nil
      let wasMet = line.first(from: .distantPast) { $0 == .met }.map { $0 < day } ?? false
      return stays && wasMet ? made(.closed, from: span.first.finite) : made(.missing)
    }
  }
}

extension Explanation {
  /// Its own words, or those of the one part that it stands for.
  fileprivate var words: Phrase? { text ?? (children.count == 1 ? children[0].words : nil) }
}
