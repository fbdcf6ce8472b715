public import Knowledge
public import Vocabulary

/// What people read of coaching.
public enum CoachingWording {
  public static func text(_ answerer: CoachingPlan.Answerer) -> Phrase {
    switch answerer {
    case .candidate: Phrase("the candidate", "la persona candidata")
    case .coach: Phrase("the coach", "quien asesora")
    case .issuer: Phrase("the issuer", "quien emite la credencial")
    case .school: Phrase("the school", "la escuela")
    }
  }

  /// What runs out, as others say it.
  public static func text(_ item: DueItem, _ base: KnowledgeBase) -> Phrase {
    switch item.kind {
    case .card:
      switch item.id.split(separator: " ").last {
      case "bls": Phrase("BLS card", "Tarjeta de BLS")
      case "cpr": Phrase("CPR card", "Tarjeta de RCP")
      case .some, .none: Phrase("CPR or BLS card", "Tarjeta de RCP o BLS")
      }
    case .examWindow:
      exam(of: base.credentials.first { item.id.hasSuffix(" \($0.id)") }?.mark ?? "")
    case .certification, .points, .yearly, .fee, .license, .lateWindow, .renewalExam: item.text.capitalized
    case .health, .season: Phrase("Something", "Algo")
    }
  }

  private static func exam(of mark: String) -> Phrase { Phrase("Way to the \(mark) exam", "Vía al examen de \(mark)") }

  /// "Ends Jan 31, 2028 (in 14 months)", "Last day was Nov 1, 2026 (3 weeks ago)".
  public static func end(_ day: CivilDate, _ dates: DateWording, today: CivilDate) -> Phrase {
    let text = dates.dayWithDistance(day)
    return day < today
      ? Phrase("Last day was \(text)", "El último día fue el \(text)")
      : Phrase("Last day \(text)", "Último día: \(text)")
  }

  /// What a step waits for, in lines: facts that nobody has told stand in one, and so do kinds that are not shared.
  public static func lines(_ blockers: [CandidateStanding.Blocker], _ dates: DateWording) -> [Phrase] {
    var (lines, answers, hidden): ([Phrase], [Phrase], [Phrase]) = ([], [], [])
    for blocker in blockers {
      switch blocker {
      case .document(let text): lines.append(Phrase("Document: \(text.en)", "Documento: \(text.es)"))
      case .answer(let text, nil): answers.append(text)
      case .answer(let text, let ask?):
        let ask = PlanWording.ask(ask)
        lines.append(Phrase("Answer missing: \(text.en) (\(ask.en))", "Falta una respuesta: \(text.es) (\(ask.es))"))
      case .missing(let text): lines.append(Phrase("Missing: \(text.en)", "Falta: \(text.es)"))
      case .notShared(let kind): hidden.append(FieldWording.kind(kind))
      case .closed(let day):
        lines.append(
          Phrase("Closed: the last day was \(dates.day(day))", "Cerrado: el último día fue el \(dates.day(day))"))
      case .opens(let day):
        let day = dates.dayWithDistance(day)
        lines.append(Phrase("Opens on \(day)", "Se abre el \(day)"))
      }
    }
    if !hidden.isEmpty {
      lines.insert(listed(Phrase("Not shared with you", "No se comparte con usted"), hidden), at: 0)
    }
    if !answers.isEmpty { lines.append(listed(Phrase("Answers missing", "Faltan respuestas"), answers)) }
    return lines
  }

  private static func listed(_ head: Phrase, _ parts: [Phrase]) -> Phrase {
    Phrase(
      "\(head.en): \(parts.map(\.en).joined(separator: ", "))", "\(head.es): \(parts.map(\.es).joined(separator: ", "))"
    )
  }

  /// Why something is not kept.
  public static func text(_ outcome: Coaching.Outcome) -> Phrase {
    switch outcome {
    case .kept: Phrase("Kept", "Guardado")
    case .badText:
      Phrase(
        "Write 1 to \(CoachingNote.longest) characters on one line",
        "Escriba de 1 a \(CoachingNote.longest) caracteres en una línea")
    case .patient(let signs): PatientTextWording.warning(signs)
    case .tooMany: Phrase("No more notes can be kept", "No se pueden guardar más notas")
    case .changedMeanwhile:
      Phrase(
        "Somebody has changed this since you opened the page. Look at it again",
        "Alguien cambió esto desde que abrió la página. Mírelo otra vez")
    case .noSuchGoal, .noSuchOwner: Phrase("Pick one of the list", "Elija de la lista")
    case .wrongDay:
      Phrase("Give today or a day in the next two years", "Escriba hoy o un día de los próximos dos años")
    }
  }
}

extension Phrase {
  /// With a capital letter at its beginning.
  fileprivate var capitalized: Phrase {
    Phrase(en.prefix(1).uppercased() + en.dropFirst(), es.prefix(1).uppercased() + es.dropFirst())
  }
}
