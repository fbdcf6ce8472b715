public import Rules
public import Vocabulary

/// A day of externship or other practice, as its owner wrote it down. It has no place for a patient.
public struct ExternshipDay: Hashable, Sendable {
  public typealias ID = Identifier<ExternshipDay>

  /// What was done, from a short list: what is not on it goes into the note.
  public enum Skill: String, CaseIterable, Sendable {
    case vitals = "vital-signs"
    case rooming
    case injections
    case bloodDraws = "blood-draws"
    case ecg
    case specimens
    case assisting
    case records
  }

  /// The texts of one, by the names of their fields.
  public enum Text: String, CaseIterable, Sendable {
    case site, preceptor, note
  }

  /// The most characters of a text.
  public static let longest = 200
  /// The most times that a skill is counted on one day.
  public static let mostTimes = 500
  /// The most days that are kept.
  public static let most = 2000

  public var day: CivilDate
  /// Where it was: 1 to `longest` characters.
  public var site: String
  /// Who watched: 1 to `longest` characters.
  public var preceptor: String
  /// Above 0, up to 24 hours.
  public var hours: Quantity
  /// How often each was done: 1 to `mostTimes`. What was not done is not in it.
  public var skills: [Skill: Int]
  public var note: String?

  public init(
    day: CivilDate, site: String, preceptor: String, hours: Quantity, skills: [Skill: Int] = [:], note: String? = nil
  ) {
    (self.day, self.site, self.preceptor, self.hours) = (day, site, preceptor, hours)
    (self.skills, self.note) = (skills, note)
  }

  /// Which of its texts look as if they were about a patient, and what gave them away.
  public var patientSigns: [(text: Text, signs: [PatientText.Sign])] {
    [(Text.site, site), (.preceptor, preceptor), (.note, note ?? "")].compactMap { field, text in
      let signs = PatientText.signs(in: text)
      return signs.isEmpty ? nil : (field, signs)
    }
  }

  /// The same without the texts that look so: what others get to see, and what is exported.
  public var cleared: ExternshipDay {
    var clear = self
    for (field, _) in patientSigns {
      switch field {
      case .site: clear.site = ""
      case .preceptor: clear.preceptor = ""
      case .note: clear.note = nil
      }
    }
    return clear
  }

  /// Why it cannot be kept as it is, at which field.
  ///
  /// - Parameter today: the day on which it is written down.
  public func problem(asOf today: CivilDate) -> Problem? {
    if day > today { return .dayAhead }
    if day.year < 1990 { return .dayTooOld }
    if !Self.isText(site) { return .noSite }
    if !Self.isText(preceptor) { return .noPreceptor }
    if hours <= .zero || hours > Quantity(24) { return .hoursOutOfRange }
    if let skill = Skill.allCases.first(where: { skills[$0].map { !(1...Self.mostTimes).contains($0) } ?? false }) {
      return .timesOutOfRange(skill)
    }
    if let note, !Self.isText(note) { return .longNote }
    return nil
  }

  /// Why a day is not kept.
  public enum Problem: Hashable, Sendable {
    case dayAhead
    /// Before 1990.
    case dayTooOld
    case noSite
    case noPreceptor
    case hoursOutOfRange
    case timesOutOfRange(Skill)
    case longNote
  }

  /// Whether a text has 1 to so many characters, none of them a control character.
  static func isText(_ text: String, atMost longest: Int = longest) -> Bool {
    let isPlain = text.unicodeScalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    return isPlain && (1...longest).contains(text.unicodeScalars.count)
  }
}
