/// How two facts of one record stand to each other.
public enum Relation: Sendable, Hashable {
  /// A span (accreditation) by one of `by` overlaps the days from `begin` to `end`.
  case spanOverlaps(Field, by: Set<String>, begin: Event, end: Event)
  /// A span begins no later than an offset after an event; counted back from the span when `fromSpan`.
  case spanBeginsWithin(Field, by: Set<String>, months: Int, event: Event, fromSpan: Bool)
  /// The first event is later than the second.
  case later(Event, than: Event)
}
