public import Vocabulary

/// One checkable condition of a rule: a node of the program that the evaluator walks.
public struct Requirement: Sendable {
  /// Index in `RuleBook.requirements`.
  public typealias ID = Int

  /// The rule and the named parts down to this one: `aama/cma/eligibility#route/category-4/academic-hours`.
  /// The root's path is the rule's id. Versions of one part share a path.
  public let path: String
  /// Last part of the path when the pack names it.
  public let name: String?
  /// The requirement in words; a requirement without words is shown by its parts.
  public let text: Phrase?
  public let word: Word
  /// The act on whose day it is measured; nil: the act asked about.
  public let measuredOn: Act.ID?
  /// Needed only from this act on; nil: for every act.
  public let neededFor: Act.ID?
  /// It applies only where this holds.
  public let appliesWhen: ID?
  /// The evidence that the requirement asks for.
  public let asks: EvidenceGrade
  public let citations: [Citation]
  /// The rule it belongs to: index in `RuleBook.rules`.
  public let rule: Int
  /// `file:line:column` of its words in the pack.
  public let place: String

  public init(
    path: String, name: String?, text: Phrase?, word: Word, measuredOn: Act.ID?, neededFor: Act.ID?,
    appliesWhen: ID?, asks: EvidenceGrade, citations: [Citation], rule: Int, place: String
  ) {
    self.path = path
    self.name = name
    self.text = text
    self.word = word
    self.measuredOn = measuredOn
    self.neededFor = neededFor
    self.appliesWhen = appliesWhen
    self.asks = asks
    self.citations = citations
    self.rule = rule
    self.place = place
  }
}

extension Requirement {
  /// Whether an address names this requirement: its path, or the rule and the last of its names
  /// (`aama/cma/eligibility#category-4`).
  public func answers(to address: String) -> Bool {
    if path == address { return true }
    guard name != nil, let hash = address.firstIndex(of: "#"), path.hasPrefix(address[...hash]) else { return false }
    return path.hasSuffix("/" + address[address.index(after: hash)...])
  }
}

/// Something a person does that a rule is about: applying, sitting, recertifying.
public struct Act: Sendable, Hashable {
  /// Index in `RuleBook.acts`.
  public typealias ID = Int
  public let name: String
  public init(name: String) { self.name = name }
}

/// The closed list of words that combine requirements or stand for one. There is no `not`.
public indirect enum Word: Sendable {
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

/// Records of one kind with the given words.
public struct RecordFilter: Sendable, Hashable {
  public let kind: EvidenceKind
  /// Slot and accepted words, all needed.
  public let words: [Condition]

  public struct Condition: Sendable, Hashable {
    public let field: Field
    public let accepted: Set<String>
    public init(field: Field, accepted: Set<String>) {
      self.field = field
      self.accepted = accepted
    }
  }

  public init(kind: EvidenceKind, words: [Condition]) {
    self.kind = kind
    self.words = words
  }
}

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

/// A length of time from an event, in days or calendar months.
public struct Offset: Sendable, Hashable {
  public enum Unit: Sendable, Hashable {
    case days
    /// Calendar months counted forward from the event: the day of the month, clamped.
    case monthsFromEvent
    /// Calendar months counted back from the day asked about.
    case monthsFromDay
    /// End of month, then months, then end of month again.
    case monthsToEndOfMonth
  }

  /// Negative: before the event.
  public let count: Int
  public let unit: Unit
  /// Added at the end; `later_than` is the inclusive end plus one day.
  public let extraDays: Int

  public init(count: Int, unit: Unit, extraDays: Int = 0) {
    self.count = count
    self.unit = unit
    self.extraDays = extraDays
  }

  /// The first day of a window: the earliest day on which the offset from an event has passed.
  public func begin(from event: CivilDate) -> CivilDate {
    guard unit == .monthsFromDay, extraDays == 0, event.isFinite else { return bound(from: event) }
    // The earliest d with addMonths(d, -count) >= event: at month ends several days map to one.
    var day = event.adding(months: count)
    while day.isFinite, day.previous.adding(months: -count) >= event { day = day.previous }
    while day.isFinite, day.adding(months: -count) < event { day = day.next }
    return day
  }

  /// The last day of a window: the latest day on which the offset from an event has not been exceeded.
  public func bound(from event: CivilDate) -> CivilDate {
    guard event.isFinite else { return event }
    let end: CivilDate
    switch unit {
    case .days: end = event.adding(days: count)
    case .monthsFromEvent: end = event.adding(months: count)
    case .monthsToEndOfMonth: end = event.addingToEndOfMonth(months: count)
    case .monthsFromDay:
      // The latest d with addMonths(d, -count) <= event: at month ends several days map to one.
      var day = event.adding(months: count)
      while day.isFinite, day.next.adding(months: -count) <= event { day = day.next }
      while day.isFinite, day.adding(months: -count) > event { day = day.previous }
      end = day
    }
    return end.adding(days: extraDays)
  }
}

/// Days from a lower to an upper bound around an event; a missing bound is open.
public struct Window: Sendable, Hashable {
  public let event: Event
  public let lower: Offset?
  public let upper: Offset?

  public init(event: Event, lower: Offset?, upper: Offset?) {
    self.event = event
    self.lower = lower
    self.upper = upper
  }
}

/// How two facts of one record stand to each other.
public enum Relation: Sendable, Hashable {
  /// A span (accreditation) by one of `by` overlaps the days from `begin` to `end`.
  case spanOverlaps(Field, by: Set<String>, begin: Event, end: Event)
  /// A span begins no later than an offset after an event; counted back from the span when `fromSpan`.
  case spanBeginsWithin(Field, by: Set<String>, months: Int, event: Event, fromSpan: Bool)
  /// The first event is later than the second.
  case later(Event, than: Event)
}

/// A card or the like is held on the day.
public struct Holding: Sendable, Hashable {
  public let filter: RecordFilter
  public let begins: Field
  public let ends: Field
  /// Still held this many days later.
  public let remainingDays: Int

  public init(filter: RecordFilter, begins: Field, ends: Field, remainingDays: Int) {
    self.filter = filter
    self.begins = begins
    self.ends = ends
    self.remainingDays = remainingDays
  }
}

/// The days in which entries count.
public enum Reach: Sendable, Hashable {
  /// The running period of a credential's life.
  case period(LifeRule.ID)
  /// The cycle of the enclosing `each_cycle`.
  case cycle
}

/// Continuing education with all minima together, as they share entries.
public struct PointsRule: Sendable, Hashable {
  public let filter: RecordFilter
  public let reach: Reach
  public let total: Quantity
  /// Category and its minimum.
  public let each: [Minimum]
  /// Approving body and its minimum.
  public let approved: Minimum?
  /// The body's own unit: "points", "contact hours".
  public let unit: String

  public struct Minimum: Sendable, Hashable {
    public let word: String
    public let amount: Quantity
    public init(word: String, amount: Quantity) {
      self.word = word
      self.amount = amount
    }
  }

  public init(
    filter: RecordFilter, reach: Reach, total: Quantity, each: [Minimum], approved: Minimum?, unit: String
  ) {
    self.filter = filter
    self.reach = reach
    self.total = total
    self.each = each
    self.approved = approved
    self.unit = unit
  }
}

/// Work of some kind: calendar time (overlapping jobs count once) or hours (rates add).
public struct WorkRule: Sendable, Hashable {
  public enum Need: Sendable, Hashable {
    /// Years of work; how many days a year has, 365 or 366, is left open by every source.
    case years(Int)
    case hours(Quantity)
  }

  public enum Since: Sendable, Hashable {
    /// Within this many calendar months before the day.
    case lastMonths(Int)
    case event(Event)
    case ever
  }

  public let filter: RecordFilter
  /// Only work of at least this many hours a week counts.
  public let fullTime: Quantity?
  public let need: Need
  public let since: Since

  public init(filter: RecordFilter, fullTime: Quantity?, need: Need, since: Since) {
    self.filter = filter
    self.fullTime = fullTime
    self.need = need
    self.since = since
  }
}

/// Limits on failed attempts, strictly before the day.
public struct AttemptRule: Sendable, Hashable {
  public let filter: RecordFilter
  /// No attempt after this many failures; nil: no limit stated.
  public let limit: Int?
  /// Wait after the first, second, … failure; the last one repeats.
  public let waits: [Offset]

  public init(filter: RecordFilter, limit: Int?, waits: [Offset]) {
    self.filter = filter
    self.limit = limit
    self.waits = waits
  }
}

/// Periods of equal length from an event; the duty met in one decides the next. The first runs on credit.
public struct CycleRule: Sendable, Hashable {
  public let months: Int
  public let from: Event
  public let duty: Requirement.ID
  /// After this many failed cycles in a row it is lost for good; nil: each cycle stands alone.
  public let lostAfter: Int?

  public init(months: Int, from: Event, duty: Requirement.ID, lostAfter: Int?) {
    self.months = months
    self.from = from
    self.duty = duty
    self.lostAfter = lostAfter
  }
}

/// At least so many records in reach.
public struct EntryRule: Sendable, Hashable {
  public let filter: RecordFilter
  public let day: Field
  public let atLeast: Int
  public let reach: Reach?

  public init(filter: RecordFilter, day: Field, atLeast: Int, reach: Reach?) {
    self.filter = filter
    self.day = day
    self.atLeast = atLeast
    self.reach = reach
  }
}
