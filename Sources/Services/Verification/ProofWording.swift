import Knowledge
public import Vocabulary

/// What people read about links that show a certification.
public enum ProofWording {
  public static func text(_ purpose: ProofLink.Purpose) -> Phrase {
    switch purpose {
    case .job: Phrase("a job", "un trabajo")
    case .file: Phrase("the file of an employer", "el archivo de un empleador")
    case .school: Phrase("a school or program", "una escuela o un programa")
    case .other: Phrase("something else", "otra cosa")
    }
  }

  /// The answer, in a few words: "Yes, certified through Feb 28, 2027".
  public static func word(_ answer: CertificationAnswer, on asked: DayInterval, _ language: Language) -> String {
    let last = DateWording(language).day(asked.last)
    let isToday = asked.isExact
    let phrase =
      switch answer.word {
      case .yes:
        isToday
          ? Phrase("Yes, certified today", "Sí, con certificación hoy")
          : Phrase("Yes, certified through \(last)", "Sí, con certificación hasta el \(last)")
      case .no:
        isToday
          ? Phrase("No, not certified today", "No, hoy sin certificación")
          : Phrase("No, not on every day through \(last)", "No, no todos los días hasta el \(last)")
      case .notChecked: Phrase("Not checked with the issuer", "Sin comprobar con quien la emite")
      case .differs: Phrase("Not known: the issuer says something else", "No se sabe: quien la emite dice otra cosa")
      case .notKnown: Phrase("Not known", "No se sabe")
      }
    return phrase[language]
  }

  /// What the answer is about, in a sentence.
  public static func sentence(_ answer: CertificationAnswer, on asked: DayInterval, _ language: Language) -> String {
    let dates = DateWording(language)
    let (first, last) = (dates.day(asked.first), dates.day(asked.last))
    let days =
      asked.isExact ? Phrase("on \(first)", "el \(first)") : Phrase("\(first) to \(last)", "del \(first) al \(last)")
    let mark = answer.credential.mark
    let phrase =
      switch answer.word {
      case .yes:
        Phrase(
          "\(mark), on every day asked about: \(days.en).", "\(mark), cada día por el que se pregunta: \(days.es).")
      case .no:
        answer.notFrom.map {
          Phrase("\(mark): not current on \(dates.day($0)).", "\(mark): sin vigencia el \(dates.day($0)).")
        } ?? Phrase("\(mark): not current.", "\(mark): sin vigencia.")
      case .notChecked:
        Phrase(
          "\(mark): the person's own record says it is current (\(days.en)). No check with the issuer stands behind that now.",
          "\(mark): el expediente de la persona dice que está vigente (\(days.es)). Ahora no hay una comprobación con quien la emite."
        )
      case .differs:
        Phrase(
          "\(mark): what the record says and what the issuer said do not agree. Ask the issuer.",
          "\(mark): lo que dice el expediente y lo que dijo quien la emite no coinciden. Pregunte a quien la emite.")
      case .notKnown:
        Phrase(
          "\(mark): what is on record does not settle it for every day asked about (\(days.en)). Ask the issuer.",
          "\(mark): lo que consta no lo decide para cada día por el que se pregunta (\(days.es)). Pregunte a quien la emite."
        )
      }
    return phrase[language]
  }
}
