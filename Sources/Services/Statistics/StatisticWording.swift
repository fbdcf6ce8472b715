public import Knowledge
import Rules
public import Vocabulary

/// Figures and their editions in words.
public struct StatisticWording: Sendable {
  public let language: Language
  private let dates: DateWording

  public init(_ language: Language) {
    self.language = language
    dates = DateWording(language)
  }

  /// "$45,690", "817,870", "12.5 %"; or why there is no number.
  public func text(_ cell: StatisticBook.Cell) -> String {
    switch cell {
    case .notLoaded: Phrase("not loaded", "no cargado")[language]
    case .figure(let figure): text(figure)
    }
  }

  public func text(_ figure: Statistic) -> String {
    switch figure.value {
    case .withheld: return Phrase("not released", "no publicado")[language]
    case .topCoded:
      return Phrase("at or above the top wage shown", "igual o mayor que el salario máximo que se muestra")[
        language]
    case .amount(let amount):
      switch figure.measure.unit {
      case .dollarsPerYear: return "\(Money(cents: amount.hundredths))"
      case .dollarsPerHour:
        let part = amount.hundredths % 100
        return "\(Money(cents: amount.hundredths))" + (part == 0 ? ".00" : "")
      case .jobs, .jobsPerYear: return String("\(Money(cents: amount.hundredths))".dropFirst())
      case .percent: return "\(amount) %"
      }
    }
  }

  /// What the state of an edition on the day asked is, in a few words; nil for the newest.
  public func mark(_ standing: StatisticBook.Standing) -> String? {
    switch standing {
    case .newest: nil
    case .older(let newer):
      Phrase("older edition: \(newer.name.en) is out", "edición anterior: ya salió \(newer.name.es)")[language]
    case .overdue(let day):
      Phrase(
        "perhaps out of date: due for review since \(dates.day(day))",
        "quizá atrasada: por revisar desde el \(dates.day(day))")[language]
    case .perhapsLater:
      Phrase("perhaps not out yet on this day", "quizá no había salido en este día")[language]
    }
  }

  /// "Copied by somebody else", for a figure that was not read in the publisher's own text.
  public func grade(_ figure: Statistic) -> String? {
    figure.isPublishers
      ? nil : Phrase("secondary: as others copied it", "secundaria: según la copiaron otros")[language]
  }

  /// "came out on Aug 28, 2025", or that nobody says when.
  public func released(_ edition: StatisticEdition) -> String {
    guard let day = edition.released else {
      return Phrase("release day not known", "no se sabe qué día salió")[language]
    }
    return Phrase("out since \(dates.day(day))", "publicada el \(dates.day(day))")[language]
  }

  /// At the end of every answer: what figures do not say.
  public static let notice = Phrase(
    """
    Published figures about all jobs of this kind; they say nothing about one person's pay. No source here measures what a \
    certification changes. Figures of two editions are never put together.
    """,
    """
    Cifras publicadas sobre todos los empleos de este tipo; no dicen nada del sueldo de una persona. Ninguna fuente aquí mide \
    lo que cambia una certificación. Nunca se juntan cifras de dos ediciones.
    """)
}
