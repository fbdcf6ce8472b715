public import Knowledge
import Planning
import Rules
public import Vocabulary

/// Puts an answer to a what-if into words.
public struct WhatIfTelling {
  let base: KnowledgeBase
  let language: Language
  let dates: DateWording

  public init(_ base: KnowledgeBase, _ language: Language, asOf: CivilDate) {
    (self.base, self.language) = (base, language)
    dates = DateWording(language, asOf: asOf)
  }

  public func told(_ answer: WhatIfAnswer) -> WhatIfTold {
    WhatIfTold(
      question: question(answer.question), headline: headline(answer), isNotKnown: isNotKnown(answer.outcome),
      text: text(answer), columns: columns(answer), rows: rows(answer),
      sections: [
        steps(answer), limits(answer), ways(answer), plan(answer), due(answer), money(answer), shared(answer),
        good(answer),
        clocks(answer),
      ].compactMap(\.self).filter { !$0.lines.isEmpty }, notes: notes(answer))
  }

  func say(_ en: String, _ es: String) -> String { Phrase(en, es)[language] }

  // MARK: - Differences

  private func columns(_ answer: WhatIfAnswer) -> (String, String) {
    if answer.renewedOn != nil { return (say("If renewed", "Si se renueva"), say("If it lapses", "Si vence")) }
    return (say("As recorded", "Según el expediente"), say("What if", "Qué pasa si"))
  }

  func rows(_ answer: WhatIfAnswer) -> [WhatIfTold.Row] {
    if let move = answer.move {
      return move.changes.map { change in
        WhatIfTold.Row(
          subject: change.task.name[language], days: "",
          before: change.before.map { StateText.words($0)[language] } ?? "–",
          after: StateText.words(change.after)[language])
      }.filter { $0.before != $0.after }  // Some differ only in how sure they are.
    }
    return answer.changes.map { change in
      WhatIfTold.Row(
        subject: change.credential.mark, days: days(change.days), before: state(change.before),
        after: state(change.after))
    }
  }

  private func state(_ state: WhatIfComparison.State) -> String {
    switch state {
    case .phase(let phase): LifeText.word(phase)[language]
    case .active(.met): say("Active", "Activa")
    case .active(.notMet): say("Not active", "No activa")
    case .active(.undetermined), .active(.notCovered):
      say("Whether it is active is not known", "No se sabe si está activa")
    }
  }

  func days(_ days: DayInterval) -> String {
    if days.isExact { return dates.day(days.first) }
    if days.last.isFinite { return "\(dates.day(days.first)) – \(dates.day(days.last))" }
    return say("from ", "desde el ") + dates.day(days.first)
  }

  // MARK: - Sections

  private func ways(_ answer: WhatIfAnswer) -> WhatIfTold.Section? {
    let order: [RenewalWay.Standing] = [.open, .missing, .notYet, .notKnown, .closed]
    let ways = order.flatMap { standing in answer.ways.filter { $0.standing == standing } }
    return WhatIfTold.Section(
      id: "ways",
      title: say("Ways to renew it or get it back", "Maneras de renovarla o recuperarla"),
      note: say("As they stand on \(dates.day(wayDay(answer)))", "Como están el \(dates.day(wayDay(answer)))"),
      lines: ways.map(way))
  }

  private func limits(_ answer: WhatIfAnswer) -> WhatIfTold.Section? {
    guard let limits = answer.limits else { return nil }
    let part = limits.explanation
    let missing = FieldWording.names(part?.openGaps ?? []).map { $0[language] }
    let line = WhatIfTold.Line(
      "\(part?.text?[language] ?? limits.title[language]): \(VerdictWording.word(limits.finding)[language])",
      fine: missing.isEmpty
        ? [] : [say("Facts not given: ", "Datos que faltan: ") + missing.joined(separator: ", ")],
      citations: Array((part?.allCitations ?? []).prefix(2)))
    return WhatIfTold.Section(id: "limits", title: limits.title[language], lines: [line])
  }

  private func wayDay(_ answer: WhatIfAnswer) -> CivilDate {
    answer.question.kind == .fail ? answer.day.next : answer.day
  }

  private func way(_ way: RenewalWay) -> WhatIfTold.Line {
    let head = "\(way.rule.title[language]): \(standing(way))"
    switch way.standing {
    case .closed:
      // What closed it first, with its source; what it costs no longer matters.
      let closing = way.conditions.filter { $0.standing == .closed }
        .min { ($0.from ?? .distantPast) < ($1.from ?? .distantPast) }
      return WhatIfTold.Line(
        head, fine: closing.map { [word(.closed) + ": " + $0.text[language]] } ?? [],
        citations: Array(closing?.citations.prefix(1) ?? []))
    case .open, .missing, .notYet, .notKnown:
      let parts = way.conditions.filter { $0.standing == .missing || $0.standing == .notKnown }.map { condition in
        WhatIfTold.Line("\(word(condition.standing)): \(condition.text[language])")
      }
      return WhatIfTold.Line(head, parts: parts + lines(way.fees))
    }
  }

  private func word(_ standing: RenewalWay.Standing) -> String {
    switch standing {
    case .open: say("There", "Está")
    case .missing: say("Missing", "Falta")
    case .notYet: say("Not yet", "Todavía no")
    case .closed: say("Over", "Terminó")
    case .notKnown: say("Not known", "No se sabe")
    }
  }

  private func standing(_ way: RenewalWay) -> String {
    switch way.standing {
    case .open, .missing:
      let word =
        way.standing == .open ? say("open", "abierta") : say("open, something is missing", "abierta, falta algo")
      return way.through.map { word + say(", through ", ", hasta el ") + dates.day($0) } ?? word
    case .notYet:
      return way.from.map { say("opens on ", "se abre el ") + dates.day($0) } ?? say("not yet", "todavía no")
    case .closed:
      return way.from.map { say("closed since ", "cerrada desde el ") + dates.day($0) } ?? say("closed", "cerrada")
    case .notKnown: return say("not known", "no se sabe")
    }
  }

  private func due(_ answer: WhatIfAnswer) -> WhatIfTold.Section? {
    let lines = answer.due.compactMap { due -> WhatIfTold.Line? in
      guard due.after != nil else {
        // With a lapse what is gone is the next period, which nothing has begun.
        if answer.renewedOn != nil { return nil }
        let was = due.before.map(dates.day) ?? ""
        return WhatIfTold.Line(
          say("No longer: \(due.item.text[language]) (\(was))", "Ya no: \(due.item.text[language]) (\(was))"))
      }
      let before = answer.renewedOn == nil ? due.before.map { say("Before: ", "Antes: ") + dates.day($0) } : nil
      return WhatIfTold.Line(
        DueWording.line(due.item, on: answer.asOf, language), fine: before.map { [$0] } ?? [])
    }
    return WhatIfTold.Section(id: "due", title: say("What becomes due", "Lo que habrá que cumplir"), lines: lines)
  }

  private func money(_ answer: WhatIfAnswer) -> WhatIfTold.Section? {
    WhatIfTold.Section(
      id: "money", title: say("What it costs", "Lo que cuesta"),
      note: say(
        "Fees as they are known today; later ones are not known.",
        "Los costos que se conocen hoy; los de después no se conocen."), lines: lines(answer.money))
  }

  private func lines(_ cost: Cost) -> [WhatIfTold.Line] {
    cost.items.map { item in
      WhatIfTold.Line(
        "\(item.text[language]): \(PlanWording.amount(item.low, item.high)[language])", grade: item.grade,
        citations: item.citations)
    }
      + cost.unknown.map { item in
        WhatIfTold.Line(
          say("Not known: ", "No se sabe: ") + "\(item.text[language]) (\(PlanWording.ask(item.ask)[language]))")
      }
  }

  private func shared(_ answer: WhatIfAnswer) -> WhatIfTold.Section? {
    let words = EducationWording(base, language, asOf: answer.asOf)
    return WhatIfTold.Section(
      id: "shared",
      title: say("Education that counts for each of them", "Educación que cuenta para cada una"),
      note: say(
        "A course on \(dates.day(answer.day.next)) that each body has approved counts in all of these:",
        "Un curso del \(dates.day(answer.day.next)) que cada organismo aprobó cuenta en todas estas:"),
      lines: answer.shared.map { shared in
        let duty = shared.duty
        return WhatIfTold.Line(
          "\(shared.credential.mark): \(duty.text?[language] ?? words.amount(duty.rule.total, duty))",
          grade: duty.finding.grade, fine: [words.days(duty)], citations: Array(duty.citations.prefix(2)))
      })
  }

  private func good(_ answer: WhatIfAnswer) -> WhatIfTold.Section? {
    WhatIfTold.Section(
      id: "good",
      title: say("Still good on \(dates.day(answer.day))", "Sigue valiendo el \(dates.day(answer.day))"),
      lines: answer.good.map { good in
        WhatIfTold.Line(
          DueWording.upper(good.text[language])
            + (good.through.map { say(", through ", ", hasta el ") + dates.day($0) } ?? ""))
      })
  }

  private func clocks(_ answer: WhatIfAnswer) -> WhatIfTold.Section? {
    WhatIfTold.Section(
      id: "clocks", title: say("What runs today", "Lo que corre hoy"),
      lines: answer.clocks.map { WhatIfTold.Line(DueWording.line($0, on: answer.asOf, language)) })
  }

  private func plan(_ answer: WhatIfAnswer) -> WhatIfTold.Section? {
    guard let plan = answer.plan else { return nil }
    func day(_ day: CivilDate?) -> String { day.map(dates.day) ?? say("not known", "no se sabe") }
    var lines = plan.days.map { change in
      WhatIfTold.Line(
        "\(PlanWording.point(change.point)[language]): \(day(change.before)) → \(day(change.after))")
    }
    if plan.attemptsLeftBefore != plan.attemptsLeftAfter, let left = plan.attemptsLeftAfter {
      lines.append(WhatIfTold.Line(say("Attempts left: \(left)", "Intentos que quedan: \(left)")))
    }
    lines += plan.routesLost.map { WhatIfTold.Line(say("Lost: ", "Se pierde: ") + $0.text[language]) }
    if let cost = plan.cost {
      let (old, new) = (PlanWording.cost(cost.before)[language], PlanWording.cost(cost.after)[language])
      lines.append(WhatIfTold.Line(say("Cost until certified: ", "Costo hasta certificarse: ") + "\(old) → \(new)"))
    }
    return WhatIfTold.Section(
      id: "plan", title: say("The way to the exam", "El camino al examen"), lines: lines)
  }

  private func steps(_ answer: WhatIfAnswer) -> WhatIfTold.Section? {
    guard let move = answer.move else { return nil }
    return WhatIfTold.Section(
      id: "steps", title: say("What to have by the first day", "Lo que hay que tener el primer día"),
      note: say("How long each takes is not known: ask.", "No se sabe cuánto tarda cada cosa: pregunte."),
      lines: move.steps.filter { $0.kind != .firstDay }.map(step))
  }

  private func step(_ step: MovePlan.Step) -> WhatIfTold.Line {
    let title = step.title[language]
    let head = step.determination.map { "\(title): \(VerdictWording.word($0.finding)[language])" } ?? title
    let statements = step.statements.map { statement in
      WhatIfTold.Line(
        (step.statements.count > 1 ? statement.title[language] + ": " : "") + statement.content.text(language),
        grade: statement.grade)
    }
    var seen: Set<Citation> = []
    let citations = step.statements.flatMap(\.citations).filter { seen.insert($0).inserted }
    func list(_ title: String, _ texts: [Phrase]) -> [WhatIfTold.Line] {
      texts.isEmpty ? [] : [WhatIfTold.Line(title + texts.map { $0[language] }.joined(separator: "; "))]
    }
    return WhatIfTold.Line(
      head, citations: citations,
      parts: statements + list(say("Already counts: ", "Ya cuenta: "), step.counts)
        + list(say("Missing: ", "Falta: "), step.missing))
  }
}
