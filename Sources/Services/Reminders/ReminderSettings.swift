public import Vocabulary

/// How somebody wants to be reminded. Nobody is reminded who has not said so.
public struct ReminderSettings: Hashable, Sendable {
  /// Whether one mail a day goes to the address of the account, when there is something to tell.
  public var isMailOn: Bool
  public var language: Language
  public var zone: ReminderZone
  public var quiet: QuietHours
  /// Whether coordinators of organizations that they share with hear of what stays unanswered.
  public var isEscalated: Bool

  public init(
    isMailOn: Bool, language: Language, zone: ReminderZone, quiet: QuietHours, isEscalated: Bool = false
  ) {
    (self.isMailOn, self.language, self.zone, self.quiet) = (isMailOn, language, zone, quiet)
    self.isEscalated = isEscalated
  }

  /// What stands in the form before somebody has said anything: off.
  public static func usual(_ language: Language) -> ReminderSettings {
    ReminderSettings(isMailOn: false, language: language, zone: .chicago, quiet: QuietHours(from: 21, until: 7))
  }
}

/// Hours of the day in which no mail goes out.
public struct QuietHours: Hashable, Sendable {
  /// The first quiet hour, 0 to 23.
  public let from: Int
  /// The first hour that is not quiet any more, 0 to 23; the same as `from`: none is quiet.
  public let until: Int

  /// Hours beyond a day are brought into it.
  public init(from: Int, until: Int) { (self.from, self.until) = (((from % 24) + 24) % 24, ((until % 24) + 24) % 24) }

  /// Whether an hour of the day is quiet.
  public func contains(_ hour: Int) -> Bool {
    from <= until ? (from..<until).contains(hour) : hour >= from || hour < until
  }
}

/// The time zones that somebody can pick: those of the states and territories.
public enum ReminderZone: String, CaseIterable, Sendable, Hashable {
  case newYork = "America/New_York"
  case chicago = "America/Chicago"
  case denver = "America/Denver"
  case phoenix = "America/Phoenix"
  case losAngeles = "America/Los_Angeles"
  case anchorage = "America/Anchorage"
  case honolulu = "Pacific/Honolulu"
  case puertoRico = "America/Puerto_Rico"
  case guam = "Pacific/Guam"

  public var words: Phrase {
    switch self {
    case .newYork: Phrase("Eastern time", "Hora del Este")
    case .chicago: Phrase("Central time", "Hora del Centro")
    case .denver: Phrase("Mountain time", "Hora de la Montaña")
    case .phoenix: Phrase("Arizona", "Arizona")
    case .losAngeles: Phrase("Pacific time", "Hora del Pacífico")
    case .anchorage: Phrase("Alaska", "Alaska")
    case .honolulu: Phrase("Hawaii", "Hawái")
    case .puertoRico: Phrase("Puerto Rico and the Virgin Islands", "Puerto Rico e Islas Vírgenes")
    case .guam: Phrase("Guam", "Guam")
    }
  }
}

/// What a clock on the wall shows somewhere.
public struct LocalTime: Hashable, Sendable {
  public let day: CivilDate
  /// 0 to 23.
  public let hour: Int

  public init(day: CivilDate, hour: Int) { (self.day, self.hour) = (day, hour) }
}

/// What a clock on the wall shows in a zone at a moment. Time zones are known where the program is put together.
public typealias LocalClock = @Sendable (Instant, ReminderZone) -> LocalTime
