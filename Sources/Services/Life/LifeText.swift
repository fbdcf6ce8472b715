import Knowledge
public import Vocabulary

/// A credential's life as text.
public struct LifeText {
  private let language: Language
  private let dates: DateWording

  public init(_ language: Language, asOf: CivilDate) {
    self.language = language
    dates = DateWording(language, asOf: asOf)
  }

  public static func word(_ phase: CredentialLife.Phase) -> Phrase {
    switch phase {
    case .certified: Phrase("Certified", "Con certificación")
    case .due: Phrase("Certified; renewal not yet complete", "Con certificación; falta para la renovación")
    case .renewalUnknown:
      Phrase(
        "Certified; whether the renewal is complete is not known",
        "Con certificación; no se sabe si la renovación está completa")
    case .lateWindow:
      Phrase("Expired; the late renewal window is open", "Vencida; el plazo de renovación tardía sigue abierto")
    case .reactivable: Phrase("Expired; the way back is open", "Vencida; está abierta la vía para recuperarla")
    case .lapsed:
      Phrase("Expired; no way back is known to be open", "Vencida; no se conoce una vía abierta para recuperarla")
    case .eligible: Phrase("Eligible for the exam", "Cumple los requisitos del examen")
    case .waiting: Phrase("Waiting after a failed exam", "En espera después de no aprobar")
    case .closed: Phrase("No attempt left", "No quedan intentos")
    case .notYetEligible: Phrase("Not yet eligible", "Aún no cumple los requisitos")
    case .unknown: Phrase("Not known", "No se sabe")
    }
  }

  public func render(_ life: CredentialLife) -> String {
    var lines = [life.credential.mark]
    for span in life.phases.spans(in: .always) {
      let from = span.days.first.isFinite ? dates.day(span.days.first) : "…"
      let to = span.days.last.isFinite ? dates.day(span.days.last) : "…"
      lines.append("  \(from) – \(to): \(LifeText.word(span.value)[language])")
    }
    let more = life.failed.isComplete ? "" : Phrase(" or more", " o más")[language]
    lines.append(
      "  " + Phrase("Failed attempts: ", "Intentos no aprobados: ")[language] + "\(life.failed.count)\(more)")
    if life.failed.count > 0 {
      lines.append(
        "  "
          + Phrase("The limits leave room for another attempt: ", "Los límites dejan lugar a otro intento: ")[language]
          + (life.nextAttempt.map { Phrase("from ", "desde el ")[language] + dates.dayWithDistance($0) }
            ?? Phrase("no day known", "no se conoce un día")[language]))
    }
    lines.append(VerdictWording.notice[language])
    return lines.joined(separator: "\n")
  }
}

/// A credential's life as data.
public struct LifeReport: Encodable, Sendable {
  public struct Span: Encodable, Sendable {
    public let from: CivilDate?
    public let through: CivilDate?
    public let phase: String
  }

  public let credential: String
  public let phases: [Span]
  public let failedAttempts: Int
  public let attemptsComplete: Bool
  public let nextAttempt: CivilDate?
  public let through: CivilDate?
  public let notice: String

  public init(_ life: CredentialLife, _ language: Language) {
    credential = life.credential.id
    phases = life.phases.spans(in: .always).map {
      Span(from: $0.days.first.finite, through: $0.days.last.finite, phase: $0.value.rawValue)
    }
    failedAttempts = life.failed.count
    attemptsComplete = life.failed.isComplete
    nextAttempt = life.nextAttempt
    through = life.through
    notice = VerdictWording.notice[language]
  }
}
