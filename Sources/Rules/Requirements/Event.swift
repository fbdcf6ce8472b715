public import Vocabulary

/// A day that a rule refers to.
public indirect enum Event: Sendable, Hashable {
  /// A date field of the record in scope.
  case field(Field)
  /// When all of them have happened.
  case latestOf([Event])
  /// When the first of them has happened.
  case earliestOf([Event])
  /// The first, last or nth (1-based) record that passes the filter, by a date field.
  case first(RecordFilter, Field)
  case last(RecordFilter, Field)
  case nth(Int, RecordFilter, Field)
  case day(CivilDate)
  /// First day of the running period of a credential's life.
  case lifeStart(LifeRule.ID)
  /// Last valid day of the running period, also after it has passed.
  case lifeExpiry(LifeRule.ID)
}
