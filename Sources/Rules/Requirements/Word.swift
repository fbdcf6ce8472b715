/// The closed list of words that combine requirements or stand for one. There is no `not`.
public enum Word: Sendable {
  case all([Requirement.ID])
  case any([Requirement.ID])
  case atLeastOf(Int, [Requirement.ID])
  /// One and the same record of a kind fulfils everything below.
  case some(EvidenceKind, Requirement.ID)
  case versions(Governor, VersionList)
  /// Two readings that sources give; the number identifies the conflict in `RuleBook.conflicts`.
  case conflict(Int, [Requirement.ID])
  /// Another rule's root.
  case rule(Int)
  case leaf(Leaf)
}

/// The words that read evidence.
public indirect enum Leaf: Sendable, Hashable {
  /// A word field is one of these.
  case isOneOf(Field, Set<String>)
  /// A yes-or-no field has this value.
  case isTrue(Field, Bool)
  case atLeast(Field, Quantity)
  case atMost(Field, Quantity)
  case happened(Event)
  case window(Window)
  case related(Relation)
  case holds(Holding)
  case points(PointsRule)
  case worked(WorkRule)
  case attempts(AttemptRule)
  case eachCycle(CycleRule)
  case entries(EntryRule)
  case life(LifeRule.ID, Set<LifeState.Stage>)
  case none(RecordFilter)
  /// In each yearly season a record of that season; outside of the seasons it does not apply.
  case inSeason(Season)
  /// A part of the rule that nobody has found: a known gap.
  case notKnown
  /// The rule names it and asks nothing of the person: met by everybody.
  case unconditional
  /// The rule keeps everybody of this occupation from it: not met by anybody.
  case prohibited
}
