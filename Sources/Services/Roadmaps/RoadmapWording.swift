import Planning
public import Vocabulary

/// The words of kept roadmaps in both languages.
public enum RoadmapWording {
  public static func status(_ status: RoadmapStep.Status) -> Phrase {
    switch status {
    case .notBegun: Phrase("Not begun", "Sin empezar")
    case .underWay: Phrase("Under way", "En curso")
    case .done: Phrase("Done", "Hecho")
    case .dropped: Phrase("Dropped", "Abandonado")
    }
  }

  public static func owner(_ owner: RoadmapStep.Owner) -> Phrase {
    switch owner {
    case .person: Phrase("You", "Usted")
    case .role(let name): Phrase(name, name)
    }
  }

  public static func refusal(_ refusal: StepRefusal) -> Phrase {
    switch refusal {
    case .noSuchStep:
      Phrase("This roadmap has no such step any more", "Este plan ya no tiene ese paso")
    case .doneAhead:
      Phrase(
        "This day lies ahead. For what is done, give the day it was",
        "Esa fecha está en el futuro. Para lo que está hecho, escriba el día en que se hizo")
    case .promisedBefore:
      Phrase(
        "This day is over or is today. Give a later day, or say that the step is done",
        "Ese día ya pasó o es hoy. Escriba una fecha posterior, o indique que el paso está hecho")
    case .dayOutOfRange: Phrase("Check the year", "Revise el año")
    case .dayFollows:
      Phrase(
        "This day follows from the other days and from the rules. Change one of those",
        "Esta fecha depende de las otras fechas y de las reglas. Cambie una de ellas")
    case .programFirst:
      Phrase(
        "Give the end of the program first. Clinical hours are part of it",
        "Primero escriba el fin del programa. Las horas clínicas son parte de él")
    case .noExamDay: Phrase("Give the day of the exam", "Escriba el día del examen")
    case .noCertificateDay:
      Phrase("Give the day on the certificate", "Escriba la fecha del certificado")
    case .badText:
      Phrase(
        "Keep it shorter: \(RoadmapStep.longestOwner) characters for who sees to it, \(RoadmapStep.longestNote) for the rest",
        "Más corto, por favor: \(RoadmapStep.longestOwner) caracteres para quién se encarga, \(RoadmapStep.longestNote) para lo demás"
      )
    }
  }
}
