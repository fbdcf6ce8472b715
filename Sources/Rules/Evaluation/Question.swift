public import Vocabulary

/// What is asked besides the rule and the evidence: the clocks and the acts that are settled on a day.
public struct Question: Sendable, Hashable {
  /// When the question is put; decides only staleness, what is projected, and which expected facts are still ahead.
  public var asOf: CivilDate
  /// Only evidence known by this day counts; nil: everything recorded.
  public var knownOn: CivilDate?
  /// The act asked about; nil: the one the rule names.
  public var act: Act.ID?
  /// Acts that are booked, done, or fixed by the question.
  public var pins: [Act.ID: CivilDate]

  public init(asOf: CivilDate, knownOn: CivilDate? = nil, act: Act.ID? = nil, pins: [Act.ID: CivilDate] = [:]) {
    self.asOf = asOf
    self.knownOn = knownOn
    self.act = act
    self.pins = pins
  }
}
