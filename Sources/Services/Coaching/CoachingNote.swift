public import Vocabulary

/// What a coach wrote down about somebody who shares with them. Notes are added and never changed. One goes with the consent under
/// which it was written: when that ends, coaches see it no more, and it stays with its person alone.
public struct CoachingNote: Hashable, Sendable {
  public typealias ID = Identifier<CoachingNote>

  /// The most characters of one.
  public static let longest = 500
  /// The most that are kept under one consent.
  public static let most = 500

  public let id: ID
  public let consent: Consent.ID
  public let organization: Organization.ID
  /// Who wrote it.
  public let by: Account.ID
  /// The day on which it was written, where the work is.
  public let day: CivilDate
  public let text: String

  /// Whether it looks as if it were about a patient: then it stays out of every file.
  public var isAboutPatient: Bool { !PatientText.signs(in: text).isEmpty }
}

/// What a coach and the person go by: the goal, who sees to it, and the answer that somebody owes. It goes with a consent as a note
/// does, and each change is a further entry of the log.
public struct CoachingPlan: Hashable, Sendable {
  /// Who owes an answer.
  public enum Answerer: String, CaseIterable, Sendable {
    case candidate, coach, issuer, school
  }

  /// An answer that is expected.
  public struct Reply: Hashable, Sendable {
    public let from: Answerer
    /// The last day on which it is not late.
    public let by: CivilDate

    public init(from: Answerer, by: CivilDate) { (self.from, self.by) = (from, by) }

    /// Whether its day is over.
    public func isOverdue(on today: CivilDate) -> Bool { by < today }
  }

  /// The most days ahead that an answer can be expected.
  public static let furthest = 730

  /// The credential that is worked toward: `aama/cma`.
  public var goal: String?
  /// A member of the organization.
  public var owner: Account.ID?
  public var reply: Reply?

  public init(goal: String? = nil, owner: Account.ID? = nil, reply: Reply? = nil) {
    (self.goal, self.owner, self.reply) = (goal, owner, reply)
  }
}

/// A plan as it was said.
public struct KeptCoachingPlan: Hashable, Sendable {
  public let plan: CoachingPlan
  public let consent: Consent.ID
  public let organization: Organization.ID
  public let by: Account.ID
  public let day: CivilDate
}
