public import Knowledge
public import Rules
public import Vocabulary

/// One credential in the chooser: what the evaluator says about eligibility, and what the packs say about cost.
public struct Comparison: Sendable {
  /// An amount of money with what is known of it: a range where prices or sources differ.
  public struct Cost: Sendable, Hashable {
    public let low: Money
    public let high: Money
    public let grade: RuleGrade
    /// What the amount is for, and other remarks.
    public let texts: [Phrase]

    /// "$125", "$125 to $250".
    public func text(_ language: Language) -> String {
      low == high ? "\(low)" : Phrase("\(low) to \(high)", "de \(low) a \(high)")[language]
    }
  }

  public let assessment: Assessment
  /// The exam or application fee of the best route; nil: not known.
  public let toGet: Cost?
  /// Renewal and yearly fees over ten years; nil: not known.
  public let toKeep: Cost?
  /// Fees to keep it whose amount no text in hand states, each with what is said of it.
  public let notKnownToKeep: [Phrase]
  /// The period of a certification in months, and how sure that is.
  public let period: (months: Int, grade: RuleGrade)?
  /// Points, contact hours or credits for one renewal, as the rule states them.
  public let duties: [(text: Phrase, grade: RuleGrade)]
  /// Limits and waits after a failed attempt.
  public let retakes: [(text: Phrase, grade: RuleGrade)]

  public var credential: Credential { assessment.credential }
  /// The day from which the answer is met; nil: on no day known.
  public var metFrom: CivilDate? { assessment.metFrom }
  /// Last day of the span in which it is first met.
  public var closes: CivilDate? {
    metFrom.map { assessment.determination.timeline.verdictSpan(on: $0).last }
  }
}

/// The chooser: the same questions for every credential.
public struct Comparer {
  private let base: KnowledgeBase
  private let assessor: Assessor

  public init(_ base: KnowledgeBase) {
    self.base = base
    assessor = Assessor(base)
  }

  /// In alphabetical order of the marks: no credential is favored.
  public func compare(_ evidence: Evidence, _ inquiry: Inquiry, onlyComplete: Bool = true) throws -> [Comparison] {
    try base.credentials.filter { $0.isComplete || !onlyComplete }.sorted { $0.mark < $1.mark }.compactMap {
      credential in
      guard let assessment = try assessor.assess(credential, evidence, inquiry) else { return nil }
      return Comparison(
        assessment: assessment, toGet: toGet(assessment, evidence), toKeep: toKeep(credential, inquiry.asOf),
        notKnownToKeep: notKnownToKeep(credential, inquiry.asOf),
        period: period(credential.id, inquiry.asOf),
        duties: leaves(credential.id, inquiry.asOf, ["renewal", "current", "active"]) { leaf in
          if case .points = leaf { true } else { false }
        },
        retakes: leaves(credential.id, inquiry.asOf, ["attempts"]) { if case .attempts = $0 { true } else { false } })
    }
  }

  // MARK: - Money

  private func amounts(_ value: DatedValue, on day: CivilDate) -> [(Money, RuleGrade)] {
    value.answers(on: day).compactMap { answer in
      if case .money(let money) = answer.reading.content { (money, answer.grade) } else { nil }
    }
  }

  private func toGet(_ assessment: Assessment, _ evidence: Evidence) -> Comparison.Cost? {
    let day = assessment.inquiry.asOf
    let best = assessment.routes.filter { $0.finding.verdict == .met }.map(\.name)
    let isMember: Bool? =
      if case .flag(let flag)? = evidence.records(of: .person).first?["aama_member"] { flag } else { nil }
    let fees = base.values(of: assessment.credential.id, "fee.").filter { value in
      guard value.name.hasPrefix("fee.examination") || value.name.hasPrefix("fee.application") else { return false }
      let isForMembers =
        value.name.hasSuffix("members") && !value.name.hasSuffix("non-members") || value.name.hasSuffix(".member")
      let isForOthers = value.name.hasSuffix("non-members")
      if isMember == false, isForMembers { return false }
      if isMember == true, isForOthers { return false }
      return value.routes.isEmpty || best.isEmpty || !Set(value.routes).isDisjoint(with: best)
    }
    return cost(fees.map { ($0, 1) }, on: day)
  }

  /// Ten years of fees that come back: yearly ones ten times, renewal ones once a period.
  private func toKeep(_ credential: Credential, _ day: CivilDate) -> Comparison.Cost? {
    var parts: [(DatedValue, Int)] = []
    for value in base.values(of: credential.id, "fee.") {
      if value.name == "fee.annual" { parts.append((value, 10)) }
      if value.name.hasPrefix("fee.renewal"), let period = period(credential.id, day) {
        parts.append((value, 120 / max(1, period.months)))
      }
    }
    return total(parts, on: day)
  }

  /// Yearly and renewal fees of which no amount is known. A credential whose packs name no renewal fee, and no yearly
  /// one with an amount, lacks the renewal fee.
  private func notKnownToKeep(_ credential: Credential, _ day: CivilDate) -> [Phrase] {
    let values = base.values(of: credential.id)
    let renewals = values.filter { $0.name.hasPrefix("fee.renewal") || $0.name == "renewal.fee" }
    let yearly = values.filter { $0.name == "fee.annual" }
    let isPaidYearly = yearly.contains { !amounts($0, on: day).isEmpty }
    let lacking =
      renewals.isEmpty && !isPaidYearly ? [Phrase("Renewal fee", "Costo de la renovación")] : []
    return lacking
      + (renewals + yearly).filter { amounts($0, on: day).isEmpty }.map { value in
        let said = value.answers(on: day).compactMap { answer -> Phrase? in
          if case .text(let text) = answer.reading.content { text } else { nil }
        }
        guard !said.isEmpty else { return value.text }
        let (en, es) = (said.map(\.en).joined(separator: "; "), said.map(\.es).joined(separator: "; "))
        return Phrase("\(value.text.en) (\(en))", "\(value.text.es) (\(es))")
      }
  }

  /// One of several prices for the same thing: their range.
  private func cost(_ values: [(DatedValue, Int)], on day: CivilDate) -> Comparison.Cost? {
    let all = values.flatMap { amounts($0.0, on: day) }
    guard let low = all.map(\.0).min(), let high = all.map(\.0).max(), let grade = all.map(\.1).min() else {
      return nil
    }
    return .init(low: low, high: high, grade: grade, texts: values.map(\.0.text))
  }

  /// Several prices that add up.
  private func total(_ parts: [(DatedValue, Int)], on day: CivilDate) -> Comparison.Cost? {
    var low = Money(cents: 0)
    var high = Money(cents: 0)
    var grade = RuleGrade.stated
    var texts: [Phrase] = []
    for (value, times) in parts {
      let found = amounts(value, on: day)
      guard let least = found.map(\.0).min(), let most = found.map(\.0).max(), let weakest = found.map(\.1).min() else {
        continue
      }
      low = low + least * times
      high = high + most * times
      grade = min(grade, weakest)
      texts.append(value.text)
    }
    return texts.isEmpty ? nil : .init(low: low, high: high, grade: grade, texts: texts)
  }

  // MARK: - Rules in words

  private func period(_ credential: String, _ day: CivilDate) -> (months: Int, grade: RuleGrade)? {
    guard let life = base.book.lives.first(where: { $0.credential == credential }) else { return nil }
    let choice = life.versions.choices.value(on: day)
    guard let index = choice.candidates.last, let period = life.periods[index] else { return nil }
    return (period.months, grade(life.versions.versions[index], choice))
  }

  private func grade(_ version: Version, _ choice: VersionList.Choice) -> RuleGrade {
    !version.isBodys ? .reported : choice.isDated && choice.candidates.count == 1 ? .stated : .presumed
  }

  /// The words of the leaves of some rules as they stand on a day, each with its grade.
  private func leaves(
    _ credential: String, _ day: CivilDate, _ names: [String], where wanted: (Leaf) -> Bool
  ) -> [(text: Phrase, grade: RuleGrade)] {
    var found: [(text: Phrase, grade: RuleGrade)] = []
    func walk(_ id: Requirement.ID, _ grade: RuleGrade, _ text: Phrase?) {
      let requirement = base.book.requirements[id]
      let words = requirement.text ?? text
      switch requirement.word {
      case .leaf(.eachCycle(let cycle)): walk(cycle.duty, grade, words)
      case .leaf(let leaf):
        if wanted(leaf), let words, !found.contains(where: { $0.text == words }) { found.append((words, grade)) }
      case .versions(_, let list):
        let choice = list.choices.value(on: day)
        for index in choice.candidates {
          if let child = list.versions[index].requirement {
            walk(child, min(grade, self.grade(list.versions[index], choice)), words)
          }
        }
      case .conflict(_, let readings):
        // Each reading in its own words: the first leaves of one would hide that another disagrees.
        for reading in readings {
          let before = found
          found = []
          walk(reading, grade, words)
          if let first = found.first, let grade = found.map(\.grade).min() {
            let own = base.book.requirements[reading].text ?? first.text
            let disputed = Phrase("\(own.en) (sources disagree)", "\(own.es) (las fuentes no coinciden)")
            found = before.contains { $0.text == disputed } ? before : before + [(disputed, grade)]
          } else {
            found = before
          }
        }
      default: for child in base.book.children(of: id) { walk(child, grade, words) }
      }
    }
    for rule in base.book.rules where rule.id.hasPrefix(credential + "/") {
      let last = rule.id.split(separator: "/").last ?? ""
      if names.contains(where: { last.hasPrefix($0) }) { walk(rule.root, .stated, nil) }
    }
    return found
  }
}
