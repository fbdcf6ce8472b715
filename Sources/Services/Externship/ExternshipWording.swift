import Rules
public import Vocabulary

/// What people read about an externship ledger.
public enum ExternshipWording {
  /// "Blood draws".
  public static func text(_ skill: ExternshipDay.Skill) -> Phrase {
    switch skill {
    case .vitals: Phrase("Vital signs taken", "Signos vitales tomados")
    case .rooming: Phrase("Patients shown in and prepared", "Pacientes recibidos y preparados")
    case .injections: Phrase("Injections given", "Inyecciones puestas")
    case .bloodDraws: Phrase("Blood draws", "Extracciones de sangre")
    case .ecg: Phrase("ECGs recorded", "Electrocardiogramas hechos")
    case .specimens: Phrase("Specimens taken or tested", "Muestras tomadas o analizadas")
    case .assisting: Phrase("Procedures assisted with", "Procedimientos en los que ayudó")
    case .records: Phrase("Records kept, calls, front office", "Registros, llamadas, recepción")
    }
  }

  public static func text(_ event: ExperienceLetter.Event) -> Phrase {
    switch event {
    case .asked: Phrase("Asked for", "Pedida")
    case .reminded: Phrase("Asked again", "Pedida otra vez")
    case .promised: Phrase("Promised", "Prometida")
    case .received: Phrase("Received", "Recibida")
    case .declined: Phrase("Declined", "Rechazada")
    }
  }

  public static func text(_ measure: ExternshipMinimums.Measure) -> Phrase {
    switch measure {
    case .hours: Phrase("hours", "horas")
    case .injections: Phrase("injections", "inyecciones")
    case .bloodDraws: Phrase("blood draws", "extracciones de sangre")
    }
  }

  /// "160 hours".
  public static func amount(_ minimum: ExternshipMinimums.Minimum) -> Phrase {
    switch minimum.measure {
    case .hours: return FieldWording.amount(minimum.least, "hours")
    case .injections, .bloodDraws:
      let name = text(minimum.measure)
      return Phrase("\(minimum.least) \(name.en)", "\(minimum.least) \(name.es)")
    }
  }

  public static func text(_ problem: ExternshipDay.Problem) -> Phrase {
    switch problem {
    case .dayAhead: Phrase("This day lies ahead", "Esa fecha todavía no llega")
    case .dayTooOld: Phrase("Give a day from 1990 on", "Escriba una fecha desde 1990")
    case .noSite:
      Phrase(
        "Say where it was, in at most \(ExternshipDay.longest) characters",
        "Diga dónde fue, en \(ExternshipDay.longest) caracteres como máximo")
    case .noPreceptor:
      Phrase(
        "Say who watched, in at most \(ExternshipDay.longest) characters",
        "Diga quién supervisó, en \(ExternshipDay.longest) caracteres como máximo")
    case .hoursOutOfRange: Phrase("Give hours above 0, up to 24", "Escriba horas mayores de 0, hasta 24")
    case .timesOutOfRange:
      Phrase(
        "Give a whole number up to \(ExternshipDay.mostTimes), or nothing",
        "Escriba un número entero hasta \(ExternshipDay.mostTimes), o nada")
    case .longNote:
      Phrase(
        "Keep the note to \(ExternshipDay.longest) characters on one line",
        "Escriba la nota en una línea de \(ExternshipDay.longest) caracteres como máximo")
    }
  }

  public static func text(_ problem: Externship.LetterProblem) -> Phrase {
    switch problem {
    case .noName:
      Phrase(
        "Say who is to write it, in at most \(ExternshipDay.longest) characters",
        "Diga quién la escribirá, en \(ExternshipDay.longest) caracteres como máximo")
    case .patient(let signs): PatientTextWording.refusal(signs)
    case .dayAhead: Phrase("This day lies ahead", "Esa fecha todavía no llega")
    case .dayTooOld: Phrase("This day is before the step before it", "Esa fecha es anterior al paso anterior")
    case .noSuchStep, .noSuchLetter: Phrase("Nothing follows this step", "Nada sigue a este paso")
    case .tooMany: Phrase("There are as many as can be kept", "Ya hay tantas como se pueden guardar")
    }
  }

  /// What a signature in the ledger is, and what it is not.
  public static let worth = Phrase(
    "A signature here is the word of whoever had the link, under the name they gave. It is no statement of a program: rules and your record do not count it.",
    "Una firma aquí es la palabra de quien tenía el enlace, con el nombre que dio. No es una declaración de un programa: las reglas y su expediente no la cuentan."
  )
}

extension PatientTextWording {
  /// Where such a text is not taken at all.
  public static func refusal(_ signs: [PatientText.Sign]) -> Phrase {
    let (english, spanish) = (signs.map { sign($0).en }, signs.map { sign($0).es })
    return Phrase(
      "This looks like something about a patient (\(english.joined(separator: ", "))). Write it without",
      "Esto parece ser de un paciente (\(spanish.joined(separator: ", "))). Escríbalo sin eso")
  }
}
