public import Vocabulary

/// A smallest set of additions that turns a verdict into met, with its proof.
public struct Flip: Sendable, Hashable {
  /// One to four, in stable order; a wait comes last.
  public let additions: [Addition]
  /// The set's earliest day: on it the evidence with the additions was evaluated again.
  public let day: CivilDate
  /// What that evaluation found: met.
  public let finding: Finding

  public init(additions: [Addition], day: CivilDate, finding: Finding) {
    self.additions = additions
    self.day = day
    self.finding = finding
  }
}

/// What a flip search found.
public struct FlipAnswer: Sendable, Hashable {
  /// By size, then earliest day, then stable order. Empty when the verdict is met already, or nothing helps.
  public let flips: [Flip]
  /// Whether nothing was cut: every smallest set of the additions that the rules name is listed.
  public let isComplete: Bool

  public init(flips: [Flip], isComplete: Bool) {
    self.flips = flips
    self.isComplete = isComplete
  }
}

/// How far a search goes.
public struct FlipLimit: Sendable, Hashable {
  /// Additions in one set.
  public let additions: Int
  /// Sets carried along while requirements are combined.
  public let sets: Int

  public init(additions: Int = 4, sets: Int = 64) {
    self.additions = additions
    self.sets = sets
  }
}
