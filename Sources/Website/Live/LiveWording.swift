import Rules
import Services
import Vocabulary

/// From answers of the evaluator to the parts of pages.
struct LiveWording {
  let language: Language
  let asOf: CivilDate
  let dates: DateWording

  init(_ language: Language, asOf: CivilDate) {
    self.language = language
    self.asOf = asOf
    dates = DateWording(language, asOf: asOf)
  }

  func sign(_ finding: Finding) -> Sign {
    switch VerdictWording.look(finding) {
    case .met: .met
    case .likely: .likely
    case .unmet: .unmet
    case .unlikely: .unlikely
    case .unknown: .unknown
    case .conflict: .conflict
    }
  }

  /// How a state's rule stands to a task.
  func sign(_ cell: StateAnswers.Cell) -> Sign {
    let grade = grade(cell.finding.grade)
    return switch cell.standing {
    case .listed: Sign.answer(true, grade)
    case .prohibited: Sign.answer(false, grade)
    case .proof: .cond
    case .other: .due
    case .open: .conflict
    case .none: .unknown
    }
  }

  func grade(_ grade: RuleGrade) -> Grade { Self.mark(grade) }

  static func mark(_ grade: RuleGrade) -> Grade {
    switch grade {
    case .stated: .stated
    case .presumed: .presumed
    case .reported: .reported
    }
  }

  /// The grade belongs beside a yes or a no only.
  func grade(_ finding: Finding) -> Grade? {
    finding.verdict == .met || finding.verdict == .notMet ? grade(finding.grade) : nil
  }

  func word(_ finding: Finding) -> String { VerdictWording.word(finding)[language] }

  /// A chip's words: the verdict, and for a yes until when.
  func chip(_ finding: Finding, span: DayInterval, _ target: Target? = nil) -> Chip {
    var text = word(finding)
    if finding.verdict == .met {
      text +=
        span.last.isFinite
        ? Phrase(" through ", " hasta el ")[language] + dates.day(span.last)
        : Phrase(", no end known", ", sin fin conocido")[language]
    }
    return Chip(sign(finding), text, target)
  }

  func day(_ day: CivilDate) -> DayText? {
    day.isFinite ? DayText(day, dates.day(day), distance: dates.distance(to: day)) : nil
  }

  func citation(_ citation: Vocabulary.Citation, grade: Grade? = nil) -> Citation {
    var text = "\(citation.source.publisher), \(citation.source.title[language])"
    if let place = citation.place { text += ", \(place)" }
    text += ". \(citation.source.age[language])"
    return Citation(text, grade: grade, url: citation.source.url.isEmpty ? nil : citation.source.url)
  }

  /// "Jan 1, 2027 to Mar 31, 2027", "From Apr 1, 2027".
  func span(_ days: DayInterval) -> String {
    switch (days.first.isFinite, days.last.isFinite) {
    case (true, true):
      days.isExact
        ? dates.day(days.first)
        : Phrase(
          "\(dates.day(days.first)) to \(dates.day(days.last))",
          "del \(dates.day(days.first)) al \(dates.day(days.last))")[language]
    case (true, false): Phrase("From \(dates.day(days.first))", "Desde el \(dates.day(days.first))")[language]
    case (false, true): Phrase("To \(dates.day(days.last))", "Hasta el \(dates.day(days.last))")[language]
    case (false, false): Phrase("Every day", "Todos los días")[language]
    }
  }
}
