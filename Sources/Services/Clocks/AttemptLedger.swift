public import Planning
import Rules
public import Vocabulary

/// The attempts at one exam that somebody's record has, and what the limits leave after them.
public struct AttemptLedger: Sendable {
  /// One sitting, past or planned.
  public struct Sitting: Sendable, Hashable {
    public enum Result: Sendable, Hashable { case passed, failed, notKnown }

    /// The id of its record.
    public let record: String
    /// When it was, as far as that is known; nil: not known.
    public let days: DayInterval?
    /// Whether the day lies ahead.
    public let isExpected: Bool
    public let result: Result
  }

  /// What one source says of the limits.
  public struct Account: Sendable, Hashable {
    public let text: Phrase
    public let grade: RuleGrade
    /// The first day from the day asked on which it leaves room for another attempt; nil: none.
    public let next: CivilDate?
  }

  /// The earliest first; those without a day last.
  public let sittings: [Sitting]
  /// Whether the person has said that there are no others.
  public let isComplete: Bool
  /// What the limits say on the day asked; nil: no rule is known.
  public let finding: Finding?
  /// The first day from the day asked on which another attempt fits the limits; nil: none is known.
  public let next: CivilDate?
  /// Where there is no such day: the first day on which the limits do not rule one out, because something is not known then or
  /// sources differ. nil: they rule it out on every day, or the day asked is such a day.
  public let openFrom: CivilDate?
  /// Sittings that fit the limits when each of them fails; nil: no rule is known.
  public let left: Plan.AttemptsLeft?
  /// What each source says, where they are several.
  public let accounts: [Account]
  /// The titles of the credential's rules that cannot be met once no attempt is left.
  public let closes: [Phrase]

  /// Failed sittings on record.
  public var failed: Int { sittings.count { $0.result == .failed } }

  /// The sittings that a record has of one exam.
  static func sittings(of credential: String, _ evidence: Evidence) -> [Sitting] {
    let all = evidence.records(of: .attempt).filter { $0["of"] == .word(credential) }.map { record -> Sitting in
      let result: Sitting.Result =
        switch record["result"] {
        case .word("passed"): .passed
        case .word("failed"): .failed
        case .word, .unknown, .never, .day, .amount, .flag, .words, .spans: .notKnown
        }
      guard case .day(let days, let isExpected) = record["date"] else {
        return Sitting(record: record.id, days: nil, isExpected: false, result: result)
      }
      return Sitting(record: record.id, days: days, isExpected: isExpected, result: result)
    }
    return all.sorted {
      ($0.days?.first ?? .distantFuture, $0.record) < ($1.days?.first ?? .distantFuture, $1.record)
    }
  }
}
