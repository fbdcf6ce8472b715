import Knowledge
import Rules
import Vocabulary

/// What comes first, and what it is compared with.
extension WhatIfTelling {
  func question(_ question: WhatIfQuestion) -> String {
    switch question {
    case .fail(let credential, let day):
      say(
        "The \(credential.mark) exam is failed on \(dates.day(day))",
        "El examen de \(credential.mark) no se aprueba el \(dates.day(day))")
    case .renewLate(let credential, let day):
      say(
        "The \(credential.mark) is renewed on \(dates.day(day))", "\(credential.mark) se renueva el \(dates.day(day))")
    case .lapse(let credential):
      say("The \(credential.mark) is not renewed", "\(credential.mark) no se renueva")
    case .add(let credential, let day):
      say(
        "The \(credential.mark) is added on \(dates.day(day))", "\(credential.mark) se agrega el \(dates.day(day))")
    case .move(let state, let day):
      say(
        "Work in \(state.name.en) begins on \(dates.day(day))",
        "El trabajo en \(state.name.es) empieza el \(dates.day(day))")
    }
  }

  func headline(_ answer: WhatIfAnswer) -> String {
    let mark = credential(answer.question)?.mark ?? ""
    let day = dates.day(answer.day)
    switch answer.outcome {
    case .closesExam:
      return say("No attempt at the \(mark) exam is left", "No queda ningún intento para el examen de \(mark)")
    case .another(let from):
      return say("Another attempt fits from \(dates.day(from))", "Cabe otro intento desde el \(dates.day(from))")
    case .attemptsNotKnown:
      return say("Whether another attempt is left is not known", "No se sabe si queda otro intento")
    case .notLate(let through):
      return say(
        "Not late: the \(mark) runs through \(dates.day(through))",
        "A tiempo: \(mark) vale hasta el \(dates.day(through))")
    case .late(let through?):
      return say(
        "Late, and still open through \(dates.day(through))",
        "Tarde, y todavía abierto hasta el \(dates.day(through))")
    case .late(nil): return say("Late, and still open", "Tarde, y todavía abierto")
    case .lateClosed(let since?):
      return say(
        "Too late to renew: closed since \(dates.day(since))",
        "Demasiado tarde para renovar: cerrado desde el \(dates.day(since))")
    case .lateClosed(nil):
      return say("Too late to renew on \(day)", "Demasiado tarde para renovar el \(day)")
    case .noWayKnown:
      return say("Expired on \(day), and no way back is known", "Vencida el \(day), y no se conoce cómo recuperarla")
    case .standingNotKnown:
      return say("How the \(mark) stands on \(day) is not known", "No se sabe cómo está \(mark) el \(day)")
    case .added(let through?):
      return say("\(mark) from \(day) through \(dates.day(through))", "\(mark) del \(day) al \(dates.day(through))")
    case .added(nil): return say("\(mark) from \(day), no end known", "\(mark) desde el \(day), sin fin conocido")
    case .lapses: return say("Without the \(mark) from \(day)", "Sin \(mark) desde el \(day)")
    case .notRunning:
      return say("The \(mark) does not run today", "\(mark) no está vigente hoy")
    case .noEndKnown:
      return say("No last day of the \(mark) is known", "No se conoce el último día de \(mark)")
    case .moved: return answer.move.map { move($0, tasks: rows(answer).count) } ?? ""
    }
  }

  /// How many lines the lists below it have: of the rules on credentials one does not add to another.
  private func move(_ move: MovePlan, tasks: Int) -> String {
    let (topics, rules) = (
      move.steps.count { $0.kind == .statement }, move.steps.count { $0.kind == .credential }
    )
    let parts = [
      (topics, say("one topic", "un tema"), say("\(topics) topics", "\(topics) temas")),
      (
        rules, say("one rule on a state credential", "una regla sobre una credencial estatal"),
        say("\(rules) rules on state credentials", "\(rules) reglas sobre credenciales estatales")
      ),
      (
        tasks, say("another answer for one task", "otra respuesta para una tarea"),
        say("another answer for \(tasks) tasks", "otra respuesta para \(tasks) tareas")
      ),
    ].filter { $0.0 > 0 }.map { $0.0 == 1 ? $0.1 : $0.2 }
    let title = MoveText.title(move, language)
    return parts.isEmpty ? title : "\(title): \(parts.joined(separator: ", "))"
  }

  func isNotKnown(_ outcome: WhatIfAnswer.Outcome) -> Bool {
    switch outcome {
    case .attemptsNotKnown, .standingNotKnown, .noWayKnown, .noEndKnown: true
    case .closesExam, .another, .notLate, .late, .lateClosed, .added, .lapses, .notRunning, .moved: false
    }
  }

  func text(_ answer: WhatIfAnswer) -> [String] {
    var lines: [String] = []
    if let day = answer.renewedOn {
      lines.append(
        say(
          "Compared with renewing it on its last day, \(dates.dayWithDistance(day)).",
          "Comparado con renovarla en su último día, \(dates.dayWithDistance(day))."))
    }
    let left = answer.ways.filter { $0.standing == .open || $0.standing == .missing }
    switch answer.outcome {
    case .lateClosed, .lapses, .noWayKnown, .closesExam:
      if !left.isEmpty {
        lines.append(
          say("What is left: ", "Lo que queda: ") + left.map { $0.rule.title[language] }.joined(separator: "; ") + ".")
      }
    case .late, .notLate, .noEndKnown:
      lines.append(
        say(
          "Told as if it was renewed on that day by continuing education.",
          "Se cuenta como si se renovara ese día con educación continua."))
    case .added:
      lines.append(
        say(
          "Told as if nothing else is done to keep it.", "Se cuenta como si no se hiciera nada más para mantenerla."))
    case .another, .attemptsNotKnown, .standingNotKnown, .notRunning, .moved: break
    }
    if answer.question.kind == .move {
      lines.append(
        say(
          "First day there: \(dates.dayWithDistance(answer.day)).",
          "Primer día allá: \(dates.dayWithDistance(answer.day))."))
    }
    if answer.changesNothing, answer.question.kind != .move {
      lines.append(say("No day of your record changes.", "No cambia ninguna fecha de su expediente."))
    }
    if !answer.assumed.isEmpty {
      let names = answer.assumed.map { FieldWording.kind($0)[language] }.joined(separator: ", ")
      lines.append(
        say(
          "Read as if nothing was missing from these lists of the record: \(names).",
          "Se leyó como si no faltara nada en estas listas del expediente: \(names)."))
    }
    return lines
  }

  func notes(_ answer: WhatIfAnswer) -> [String] {
    var notes: [String] = []
    switch answer.question {
    case .move(let state, _): notes.append(StateText.notice(state)[language])
    case .fail, .renewLate, .lapse, .add: notes.append(VerdictWording.notice[language])
    }
    return notes
  }

  func credential(_ question: WhatIfQuestion) -> Credential? {
    switch question {
    case .fail(let credential, _), .renewLate(let credential, _), .lapse(let credential), .add(let credential, _):
      credential
    case .move: nil
    }
  }
}
