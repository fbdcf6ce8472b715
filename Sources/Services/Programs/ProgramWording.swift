public import Vocabulary

/// What a list of programs says, in words.
public struct ProgramWording: Sendable {
  public let language: Language
  private let dates: DateWording

  public init(_ language: Language) {
    self.language = language
    dates = DateWording(language)
  }

  /// What the list can and cannot tell, below every answer from it.
  public func notice(_ source: ProgramDirectory.Source) -> String {
    let day = dates.day(source.vintage)
    return Phrase(
      "Source: \(source.publisher), \(source.title). It tells of nothing after \(day): what holds today is not known from it. CAAHEP is not in it, so a program that is missing here may be accredited. Ask the school, and look in the lists of CAAHEP and ABHES.",
      "Fuente: \(source.publisher), \(source.title). No dice nada posterior al \(day): con ella no se sabe qué vale hoy. CAAHEP no está en ella, así que un programa que falta aquí puede estar acreditado. Pregunte en la escuela y mire las listas de CAAHEP y ABHES."
    )[language]
  }

  /// A stretch of accreditation: "Dec 1, 2010 to Jun 28, 2013".
  public func days(_ span: ListedAccreditation, _ vintage: CivilDate) -> String {
    let begins = dates.day(span.begins)
    let from =
      span.isEstimated
      ? Phrase("about \(begins) (estimated)", "hacia el \(begins) (estimado)") : Phrase(begins, begins)
    let to: Phrase
    switch span.end {
    case .open:
      let day = dates.day(vintage)
      to = Phrase("at least \(day); after that not known", "al menos el \(day); después no se sabe")
    case .ended(let days):
      let text = dates.days(days)
      to = Phrase(text, days.isExact ? "el \(text)" : text)
    case .dayMissing: to = Phrase("a day that the list does not give", "una fecha que la lista no da")
    }
    return Phrase("\(from.en) to \(to.en)", "\(from.es) hasta \(to.es)")[language]
  }

  /// How sure a day of the list is, in words.
  public func words(_ standing: ListedStanding) -> String {
    switch standing {
    case .recorded: Phrase("on record as accredited", "consta como acreditado")[language]
    case .presumed:
      Phrase("presumed: the list estimates the beginning", "se presume: la lista estima el principio")[language]
    case .notKnown: Phrase("not known", "no se sabe")[language]
    case .noRecord:
      Phrase("no record in this list, which is not a no", "sin registro en esta lista, lo que no es un no")[language]
    }
  }

  /// Days in words: "Dec 1, 2010 to Jun 28, 2013", "from Oct 6, 2020".
  public func days(_ days: DayInterval) -> String {
    switch (days.first.isFinite, days.last.isFinite) {
    case (true, true):
      Phrase(
        "\(dates.day(days.first)) to \(dates.day(days.last))", "del \(dates.day(days.first)) al \(dates.day(days.last))"
      )[language]
    case (true, false): Phrase("from \(dates.day(days.first))", "desde el \(dates.day(days.first))")[language]
    case (false, true): Phrase("to \(dates.day(days.last))", "hasta el \(dates.day(days.last))")[language]
    case (false, false): Phrase("every day", "todos los días")[language]
    }
  }

  /// "Feb 15, 2017: renewed".
  public func words(_ action: ListedAction) -> String { "\(dates.day(action.day)): \(words(action.kind))" }

  private func words(_ kind: ListedAction.Kind) -> String {
    switch kind {
    case .renewed: Phrase("renewed", "renovada")[language]
    case .deferred: Phrase("renewal put off", "renovación aplazada")[language]
    case .probation: Phrase("probation, or an order to show cause", "a prueba, o con orden de justificarse")[language]
    case .withdrawn: Phrase("given up by the school", "la escuela renunció")[language]
    case .denied: Phrase("refused or taken away", "denegada o retirada")[language]
    case .lost: Phrase("ended in another way", "terminó de otro modo")[language]
    case .merged:
      Phrase(
        "merged into the accreditation of the whole school, which is not in this list",
        "pasó a la acreditación de toda la escuela, que no está en esta lista")[language]
    case .other: Phrase("another action", "otra medida")[language]
    }
  }

  /// "Next review: Feb 28, 2026"; nil where none is named. One that lies before the vintage says that nothing came of
  /// it in the list.
  public func review(_ span: ListedAccreditation, _ vintage: CivilDate) -> String? {
    guard let review = span.review else { return nil }
    let day = dates.day(review)
    return review < vintage
      ? Phrase(
        "a review was due on \(day); the list does not say what came of it",
        "había una revisión prevista para el \(day); la lista no dice qué resultó")[language]
      : Phrase("next review: \(day)", "próxima revisión: \(day)")[language]
  }
}
