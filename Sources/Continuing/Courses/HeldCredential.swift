public import Rules
public import Vocabulary

/// A credential that a person holds, with what it asks of them in continuing education.
public struct HeldCredential: Sendable {
  /// `aama/cma`.
  public let id: String
  /// Whether it is current on the day asked, by its own rule; nil: the packs have no such rule.
  public let current: Finding?
  public let duties: [EducationDuty]
  public let gaps: [EducationGap]

  /// `aama`.
  public var body: String { String(id.prefix { $0 != "/" }) }
  /// Whether it is surely not held any more on the day asked.
  public var isOver: Bool { current?.verdict == .notMet }
}

/// Takes from the rules what the credentials of a person ask for.
public struct EducationReader {
  public let evaluator: Evaluator
  public let asOf: CivilDate

  public init(_ evaluator: Evaluator, asOf: CivilDate) {
    self.evaluator = evaluator
    self.asOf = asOf
  }

  private var question: Question { Question(asOf: asOf) }

  /// The evidence with every certification of the person in it: without that no period is known, as there might be a
  /// renewal that nobody listed.
  public static func assumingAllListed(_ evidence: Evidence, asOf: CivilDate) -> (evidence: Evidence, isAssumed: Bool) {
    let through = evidence.completeThrough[.certification]
    if let through, through >= asOf { return (evidence, false) }
    var all = evidence
    all.completeThrough[.certification] = asOf
    return (all, true)
  }

  /// Every credential that was ever given to the person and is known to the rules, in the order of its id.
  ///
  /// - Parameters:
  ///   - through: cycles that end by then are planned as well.
  ///   - also: and the cycle of this day.
  ///   - on: the day on which they are held; nil: the day asked.
  public func held(
    _ evidence: Evidence, through: CivilDate, also: CivilDate? = nil, on: CivilDate? = nil
  ) -> [HeldCredential] {
    let names = Set(
      evidence.records(of: .certification).compactMap { record -> String? in
        if case .word(let name) = record["of"] { return name }
        return nil
      })
    return names.sorted().compactMap { credential($0, evidence, through: through, also: also, on: on ?? asOf) }
  }

  private func credential(
    _ id: String, _ evidence: Evidence, through: CivilDate, also: CivilDate?, on: CivilDate
  ) -> HeldCredential? {
    let rules = evaluator.book.rules.filter { EducationReader.keeps($0.id, id) }
    if rules.isEmpty { return nil }
    let current = evaluator.book.rule(id + "/current").map { rule in
      evaluator.begin(evidence, question)
      return evaluator.timeline(of: rule.root, asked: DayInterval(on)).value(on: on)
    }
    let found = evaluator.educationDuties(of: rules, evidence, question, through: through, also: also, on: on)
    return HeldCredential(id: id, current: current, duties: found.duties, gaps: found.gaps)
  }

  /// What keeps a running certification: not sitting the exam, not getting one back after it has ended.
  private static func keeps(_ rule: String, _ credential: String) -> Bool {
    guard rule.hasPrefix(credential + "/") else { return false }
    let name = rule.dropFirst(credential.count + 1)
    return name == "current" || name == "active" || name == "renewal-by-education"
  }

  /// The duties of one credential once courses are taken, each with the category chosen for it.
  public func duties(
    of credential: HeldCredential, _ evidence: Evidence, adding courses: [(course: Course, category: String?)],
    through: CivilDate
  ) -> [EducationDuty] {
    var more = evidence
    for entry in courses {
      more.put(entry.course.record(for: credential.body, category: entry.category, asOf: asOf))
    }
    return self.credential(credential.id, more, through: through, also: nil, on: asOf)?.duties ?? []
  }

  /// What one course counts towards a duty, as the rule itself counts it.
  func count(
    _ course: Course, category: String?, towards duty: EducationDuty, body: String
  ) -> (sure: PointsCount, possible: PointsCount) {
    evaluator.count(course.record(for: body, category: category, asOf: asOf), towards: duty)
  }

  /// Sets the question for counts.
  func begin(_ evidence: Evidence) { evaluator.begin(evidence, question) }
}
