import HTML
public import Vocabulary

/// What a color, an outline and an icon say together. Each says one thing, everywhere.
public enum Sign: String, Sendable, Hashable, CaseIterable {
  /// Yes, by a rule that is stated.
  case met
  /// Yes, by a rule that is presumed or reported.
  case likely
  /// No, by a rule that is presumed or reported.
  case unlikely
  /// No, by a rule that is stated.
  case unmet
  /// Not yet, and there is still time.
  case due
  /// Somebody is looking at it.
  case review
  /// A fact is missing, or nobody knows.
  case unknown
  /// Sources disagree.
  case conflict
  /// A step of a plan, which is no verdict.
  case going
  /// On a map: the rule asks for proof that nobody told. No verdict, so no color.
  case cond

  /// The sign of a yes or a no: plain green and plain red only for a rule that is stated.
  public static func answer(_ yes: Bool, _ grade: Grade) -> Sign {
    switch (yes, grade) {
    case (true, .stated): .met
    case (false, .stated): .unmet
    case (true, .presumed), (true, .reported): .likely
    case (false, .presumed), (false, .reported): .unlikely
    }
  }

  var icon: Icon {
    switch self {
    case .met: .met
    case .likely: .likely
    case .unlikely: .unlikely
    case .unmet: .unmet
    case .due: .due
    case .review: .review
    case .unknown: .unknown
    case .conflict: .conflict
    case .going: .calendar
    case .cond: .shield
    }
  }

  /// The sign in one word or two.
  public var word: Phrase {
    switch self {
    case .met: Phrase("Met", "Se cumple")
    case .likely: Phrase("Likely met", "Es probable que se cumpla")
    case .unlikely: Phrase("Likely not met", "Es probable que no se cumpla")
    case .unmet: Phrase("Not met", "No se cumple")
    case .due: Phrase("Not yet", "Todavía no")
    case .review: Phrase("In review", "En revisión")
    case .unknown: Phrase("Not known", "No se sabe")
    case .conflict: Phrase("Sources disagree", "Las fuentes no coinciden")
    case .going: Phrase("Planned", "Previsto")
    case .cond: Phrase("Needs proof", "Pide prueba")
    }
  }
}
