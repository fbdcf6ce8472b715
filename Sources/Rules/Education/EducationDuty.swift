public import Vocabulary

/// A `points` requirement as it stands for one person in one period or cycle.
public struct EducationDuty: Sendable {
  public let requirement: Requirement.ID
  /// The requirement's path, and behind it the number of the cycle where it stands in one.
  public let address: String
  public let rule: PointsRule
  /// The requirement in words, or the nearest words above it.
  public let text: Phrase?
  public let citations: [Citation]
  /// The days that surely count; nil: nobody knows which.
  public let days: DayInterval?
  /// The days that may count.
  public let possibly: DayInterval?
  /// The number of its cycle, from 0; nil: a period.
  public let cycle: Int?
  /// What the evidence surely gives.
  public let sure: PointsCount
  /// What it gives at most.
  public let possible: PointsCount
  /// The verdict on the last day that surely counts, with the marks of its rule.
  public let finding: Finding
  /// One of several sources that disagree: each of them is a duty of its own.
  public let isReading: Bool
  /// The rule may be met in another way as well.
  public let hasAlternatives: Bool
  /// Whether it applies to this person is not known.
  public let isInDoubt: Bool
}

/// Why a rule puts a duty on a person that cannot be counted.
public struct EducationGap: Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// No source says what is asked for.
    case notKnown
    /// The rule waits for somebody to read its source again.
    case stale
    /// The days of the period or the cycle cannot be told.
    case days
  }

  public let address: String
  public let text: Phrase?
  public let reason: Reason
}

/// What the rules of a credential ask of one person in continuing education.
public struct EducationDuties: Sendable {
  public var duties: [EducationDuty] = []
  public var gaps: [EducationGap] = []
  public init() {}
}

extension Evaluator {
  /// The duties of continuing education in the period and in the cycles that run on a day, and in cycles that end by a
  /// later day.
  ///
  /// - Parameters:
  ///   - rules: the rules by which a credential is kept.
  ///   - through: cycles that end by then are among them; the day asked: only those that run.
  ///   - also: the cycle of this day is among them as well.
  ///   - on: the day whose period and cycles are meant; nil: the day asked.
  public func educationDuties(
    of rules: [Rule], _ evidence: Evidence, _ question: Question, through day: CivilDate, also: CivilDate? = nil,
    on: CivilDate? = nil
  ) -> EducationDuties {
    begin(evidence, question)
    let on = on ?? question.asOf
    var walk = EducationWalk(evaluator: self, asOf: question.asOf, on: on, through: max(day, on), also: also)
    for rule in rules { walk.walk(rule.root, EducationWalk.Place(on: on, rule: rule.id)) }
    return walk.result
  }

  /// What one record counts towards a duty of the person and question last begun.
  public func count(_ record: EvidenceRecord, towards duty: EducationDuty) -> (sure: PointsCount, possible: PointsCount)
  {
    var sums = PointSums(duty.rule)
    let settled = SettledRecord(record.settled(asOf: question.asOf))
    add([entry(settled, .yes)], to: &sums, surely: duty.days, possibly: duty.possibly)
    return sums.counts
  }

  /// Adds entries to sums as they stand when the last day has passed.
  func add(_ entries: [Entry], to sums: inout PointSums, surely: DayInterval?, possibly: DayInterval?) {
    guard let possibly else { return }
    for entry in entries where entry.days.first != .distantFuture {
      sums.add(entry, on: possibly.last, inside: possibly, surely: surely)
    }
  }
}
