public import Vocabulary

/// Something that the accreditor did about a program, on a day.
public struct ListedAction: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Renewed, as the program keeps the accreditor's standards.
    case renewed
    /// The renewal was put off.
    case deferred
    /// Probation, or an order to show cause: the program is accredited on that day.
    case probation
    /// Given up by the school.
    case withdrawn
    /// Refused or taken away.
    case denied
    /// Lost in another way, such as a school that closed.
    case lost
    /// Merged into the accreditation of the whole school, which this list does not have.
    case merged
    case other
  }

  public let day: CivilDate
  public let kind: Kind

  public init(day: CivilDate, kind: Kind) {
    self.day = day
    self.kind = kind
  }

  /// Whether it shows that the program was accredited on its day.
  var isWitness: Bool {
    switch kind {
    case .renewed, .probation: true
    case .deferred, .withdrawn, .denied, .lost, .merged, .other: false
    }
  }
}
