public import Continuing
public import Knowledge
public import Rules
public import Vocabulary

/// Words for duties, parts of them, and reasons.
public struct EducationWording {
  public let language: Language
  let dates: DateWording
  private let base: KnowledgeBase

  public init(_ base: KnowledgeBase, _ language: Language, asOf: CivilDate) {
    self.base = base
    self.language = language
    dates = DateWording(language, asOf: asOf)
  }

  /// "CMA (AAMA)".
  public func mark(_ credential: String) -> String { base.credential(credential)?.mark ?? credential }

  /// "AAMA".
  public func body(_ body: String) -> String { body.uppercased() }

  public static func category(_ word: String) -> Phrase {
    switch word {
    case "administrative": Phrase("administrative", "administrativa")
    case "clinical": Phrase("clinical", "clínica")
    case "general": Phrase("general", "general")
    case "none": Phrase("no category", "sin categoría")
    default: Phrase(word, word)
    }
  }

  public static func unit(_ word: String, _ amount: Quantity) -> Phrase {
    let isOne = amount == Quantity(1)
    switch word {
    case "points": return isOne ? Phrase("point", "punto") : Phrase("points", "puntos")
    case "credits": return isOne ? Phrase("credit", "crédito") : Phrase("credits", "créditos")
    case "contact hours":
      return isOne ? Phrase("contact hour", "hora de contacto") : Phrase("contact hours", "horas de contacto")
    default: return Phrase(word, word)
    }
  }

  /// "1.5 hours".
  public static func hours(_ amount: Quantity) -> Phrase {
    amount == Quantity(1) ? Phrase("1 hour", "1 hora") : Phrase("\(amount) hours", "\(amount) horas")
  }

  /// "12 points".
  public func amount(_ quantity: Quantity, _ duty: EducationDuty) -> String {
    "\(quantity) \(EducationWording.unit(duty.rule.unit, quantity)[language])"
  }

  public func part(_ part: CourseModel.Part, _ duty: EducationDuty) -> String {
    switch part {
    case .total: Phrase("in all", "en total")[language]
    case .category(let k): EducationWording.category(duty.rule.each[k].word)[language]
    case .approved:
      Phrase(
        "approved by \(body(duty.rule.approved?.word ?? ""))",
        "con aprobación de \(body(duty.rule.approved?.word ?? ""))")[
          language]
    case .once(let name): name
    }
  }

  /// "Jun 1, 2022 to May 31, 2027".
  public func days(_ duty: EducationDuty) -> String {
    guard let days = duty.days else { return Phrase("days not known", "días no conocidos")[language] }
    return self.days(days)
  }

  func days(_ days: DayInterval) -> String {
    Phrase(
      "\(dates.day(days.first)) to \(dates.day(days.last))", "del \(dates.day(days.first)) al \(dates.day(days.last))")[
        language]
  }

  /// "not met by 2 points (approved by AAMA)": the least that is missing of what is on record.
  public func verdict(_ duty: EducationDuty) -> String {
    if duty.finding.verdict == .met { return Phrase("met", "cumplido")[language] }
    let missing = EducationStanding.missing(duty)
    let amount = self.amount(Quantity(hundredths: missing.amount), duty)
    let parts = missing.parts.map { part($0, duty) }.joined(separator: ", ")
    return Phrase("not met by \(amount) (\(parts))", "faltan \(amount) (\(parts))")[language]
  }

  /// How sure the rule is, and where sources disagree; empty: stated.
  public func grade(_ duty: EducationDuty) -> String {
    var words: [String] = []
    if duty.finding.grade != .stated { words.append(VerdictWording.gradeWord(duty.finding.grade)[language]) }
    if duty.isReading { words.append(Phrase("sources disagree", "las fuentes no coinciden")[language]) }
    if duty.isInDoubt {
      words.append(Phrase("if it applies to this person", "si se aplica a esta persona")[language])
    }
    return words.isEmpty ? "" : " [" + words.joined(separator: "; ") + "]"
  }

  /// Who says so: the first source.
  public func source(_ duty: EducationDuty) -> String? {
    guard let citation = duty.citations.first else { return nil }
    let source = citation.source
    let read = dates.day(source.retrieved)
    return "\(source.publisher), \(source.title[language]), \(source.url)"
      + Phrase(" (copy read \(read))", " (copia leída el \(read))")[language]
  }

  public static func answer(_ answer: Acceptance.Answer) -> Phrase {
    switch answer {
    case .counts: Phrase("counts", "cuenta")
    case .inTotalOnly: Phrase("counts in the total only", "cuenta solo en el total")
    case .doesNotCount: Phrase("does not count", "no cuenta")
    case .notKnown: Phrase("not known", "no se sabe")
    }
  }

  public func reason(_ reason: Acceptance.Reason, _ course: Course) -> String {
    switch reason {
    case .outside(let days):
      return Phrase(
        "\(dates.day(course.day)) is outside of the days that count, \(self.days(days))",
        "el \(dates.day(course.day)) está fuera de los días que cuentan, \(self.days(days))")[language]
    case .perhapsOutside:
      return Phrase(
        "nobody says if the body still counts \(dates.day(course.day)) into this time",
        "nadie dice si el organismo todavía cuenta el \(dates.day(course.day)) en este tiempo")[language]
    case .categoryOpen:
      return Phrase(
        "the catalog does not say in which category it counts", "el catálogo no dice en qué categoría cuenta")[language]
    case .noCategory:
      return Phrase(
        "it is in none of the categories that the rule asks for",
        "no está en ninguna de las categorías que pide la regla")[language]
    case .approvalOpen:
      return Phrase("the catalog does not say who approved it", "el catálogo no dice quién lo aprobó")[language]
    case .notApproved(let body):
      return Phrase("\(self.body(body)) has not approved it", "\(self.body(body)) no lo ha aprobado")[language]
    case .approvalOver(let day):
      return Phrase("its approval ends on \(dates.day(day))", "su aprobación termina el \(dates.day(day))")[language]
    case .isOver:
      return Phrase("the certification is not current", "la certificación no está vigente")[language]
    }
  }

  public func gap(_ gap: EducationGap) -> String {
    let words = gap.text.map { $0[language] + ": " } ?? ""
    switch gap.reason {
    case .notKnown:
      return gap.text?[language] ?? Phrase("No source says more.", "Ninguna fuente dice más.")[language]
    case .stale:
      return words
        + Phrase(
          "the rule may be out of date; ask the body", "la regla puede estar desactualizada; pregunte al organismo")[
          language]
    case .days: return words + Phrase("its days are not known", "no se conocen sus días")[language]
    }
  }

  static let assumption = Phrase(
    "Assumed: every certification is in the person file.",
    "Se supone que todas las certificaciones están en el archivo de la persona.")
}
