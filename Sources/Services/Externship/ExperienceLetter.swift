public import Vocabulary

/// A letter on one's experience that was asked for, from the request to its receipt.
public struct ExperienceLetter: Hashable, Sendable {
  public typealias ID = Identifier<ExperienceLetter>

  /// What happened to it.
  public enum Event: String, CaseIterable, Sendable {
    case asked, reminded, promised, received, declined

    /// Whether nothing follows.
    public var isLast: Bool {
      switch self {
      case .received, .declined: true
      case .asked, .reminded, .promised: false
      }
    }
  }

  /// One step of it.
  public struct Step: Hashable, Sendable {
    public let event: Event
    /// The day on which it happened, as its owner says.
    public let day: CivilDate

    public init(_ event: Event, _ day: CivilDate) { (self.event, self.day) = (event, day) }
  }

  /// The most that are kept.
  public static let most = 50

  public let id: ID
  /// Who is to write it: 1 to `ExternshipDay.longest` characters.
  public let from: String
  /// The first is the request; at least one, in the order in which they were written down.
  public let steps: [Step]

  public init(id: ID, from: String, steps: [Step]) { (self.id, self.from, self.steps) = (id, from, steps) }

  /// Where it stands; nil for one without a step.
  public var now: Step? { steps.last }

  /// What can be written down next.
  public var next: [Event] { now.map { $0.event.isLast } ?? true ? [] : [.reminded, .promised, .received, .declined] }

  /// The name without what looks as if it were about a patient: what is exported.
  public var clearedFrom: String { PatientText.signs(in: from).isEmpty ? from : "" }
}
