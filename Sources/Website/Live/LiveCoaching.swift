import Knowledge
import Planning
import Rules
import Services
import Vocabulary

extension LiveService {
  public func coaching(_ members: Members) -> LiveCoaching? {
    LiveCoaching(
      base: base,
      coaching: Coaching(members.accounts, evidence: members.evidence, base: base, policy: members.checkPolicy))
  }
}

/// Coaching by the rules of a service, as pages show it.
public struct LiveCoaching: Sendable {
  let base: KnowledgeBase
  let coaching: Coaching

  /// How many blockers stand in a line of the list.
  private static let most = 3

  func rows(_ candidates: [Coaching.Candidate], _ language: Language, today: CivilDate) -> [CoachingPage.Row] {
    let isOne = Set(candidates.map(\.organization.id)).count < 2
    return candidates.map { candidate in
      let blockers = blockers(candidate.standing, language, today: today)
      return CoachingPage.Row(
        route: .candidate(candidate.organization.id, candidate.person), who: who(candidate, hidingPlace: isOne),
        next: next(candidate.standing)[language], end: end(candidate.standing, language, today: today),
        blockers: Array(blockers.prefix(Self.most)), more: max(0, blockers.count - Self.most),
        owner: candidate.plan.owner == nil ? nil : owner(candidate)[language],
        reply: candidate.plan.reply.map { awaited in
          (Self.capital(CoachingWording.text(awaited.from)[language]), day(awaited, language, today: today))
        })
    }
  }

  func value(_ candidate: Coaching.Candidate, _ language: Language, today: CivilDate) -> CandidatePage.Value {
    let (standing, dates) = (candidate.standing, DateWording(language, asOf: today))
    let kinds = candidate.kinds.map { FieldWording.kind($0)[language] }.sorted().joined(separator: ", ")
    var others = standing.items
    if case .due(let item) = standing.next { others.removeAll { $0 == item } }
    return CandidatePage.Value(
      organization: candidate.organization.id, person: candidate.person, who: who(candidate, hidingPlace: false),
      shared: kinds, next: card(candidate, language, today: today),
      blockers: blockers(standing, language, today: today),
      reasons: standing.why?.explanation.map {
        LiveTree(base: base, language: language, asOf: today).tree($0.readable)
      },
      ahead: others.map {
        Fact(CoachingWording.text($0, base)[language], CoachingWording.end($0.day, dates, today: today)[language])
      },
      goals: coaching.goals.map { ($0.id, $0.mark) },
      staff: candidate.staff.map { ($0.account.text, $0.email.text) },
      reply: reply(candidate.plan.reply, language, today: today), version: candidate.version,
      notes: candidate.notes.map { note in
        let gone = Phrase("somebody who has left", "alguien que ya no está")[language]
        return ("\(dates.day(note.day)), \(candidate.email(of: note.by)?.text ?? gone)", note.text)
      })
  }

  func own(
    _ engagements: [Coaching.Engagement], _ language: Language, today: CivilDate, words: (Instant) -> String
  ) -> [OwnCoachPage.Engagement] {
    engagements.map { engagement in
      let kinds = engagement.consent.kinds.intersection(Role.coach.needs)
        .map { FieldWording.kind($0)[language] }.sorted().joined(separator: ", ")
      let nobody = Phrase("Nobody yet", "Nadie todavía")[language]
      var facts = [
        Fact(Phrase("They see", "Ven")[language], kinds.isEmpty ? "–" : kinds),
        Fact(Phrase("Since", "Desde")[language], words(engagement.consent.from)),
        Fact(Phrase("Who sees to it", "Quién se encarga")[language], engagement.owner?.text ?? nobody),
      ]
      if let goal = engagement.plan.goal.flatMap({ base.credential($0)?.mark ?? $0 }) {
        facts.append(Fact(Phrase("Goal", "Meta")[language], goal))
      }
      facts.append(Fact(Phrase("Notes about you", "Notas sobre usted")[language], String(engagement.notes)))
      return OwnCoachPage.Engagement(
        consent: engagement.consent.id, name: engagement.organization.name, facts: facts,
        reply: reply(engagement.plan.reply, language, today: today),
        looks: engagement.looks.map { look in
          let gone = Phrase("somebody who has left", "alguien que ya no está")[language]
          return "\(words(look.at)), \(look.at.utcTime): \(look.by?.text ?? gone)"
        })
    }
  }

  // MARK: - Words

  private func who(_ candidate: Coaching.Candidate, hidingPlace: Bool) -> WhoPart {
    let email = candidate.email.text
    return WhoPart(
      name: candidate.name ?? email, email: candidate.name == nil ? nil : email,
      place: hidingPlace ? nil : candidate.organization.name)
  }

  private func owner(_ candidate: Coaching.Candidate) -> Phrase {
    guard let owner = candidate.plan.owner else { return Phrase("Nobody yet", "Nadie todavía") }
    return candidate.email(of: owner).map { Phrase($0.text, $0.text) }
      ?? Phrase("somebody who has left", "alguien que ya no está")
  }

  /// What comes next, with its credential.
  private func next(_ standing: CandidateStanding) -> Phrase {
    switch standing.next {
    case .due(let item): CoachingWording.text(item, base)
    case .step(let step): about(standing, step.title)
    case .noWay: about(standing, Phrase("no way is known from here", "no se conoce una vía desde aquí"))
    case .nameGoal: Phrase("Name a goal", "Nombrar una meta")
    case .notKnown:
      standing.credential == nil
        ? Phrase("Nothing runs out that is shared", "No vence nada de lo que se comparte")
        : about(standing, Phrase("not known from what is shared", "no se sabe con lo que se comparte"))
    }
  }

  private func about(_ standing: CandidateStanding, _ text: Phrase) -> Phrase {
    guard let mark = standing.credential?.mark else { return text }
    return Phrase("\(mark): \(text.en)", "\(mark): \(text.es)")
  }

  private func card(_ candidate: Coaching.Candidate, _ language: Language, today: CivilDate) -> NextStep {
    let (standing, dates) = (candidate.standing, DateWording(language, asOf: today))
    var text = Phrase("By what is shared with you today.", "Según lo que se comparte hoy con usted.")
    var fine: Phrase?
    switch standing.next {
    case .due(let item):
      text = CoachingWording.end(item.day, dates, today: today)
      fine = DueWording.review(item, on: today, language).map { Phrase($0, $0) }
    case .step(let step):
      if let end = step.end {
        let day = dates.dayWithDistance(end)
        text = Phrase("Planned for \(day) at the earliest.", "Previsto para el \(day), como muy pronto.")
      } else if let ask = step.ask {
        let ask = PlanWording.ask(ask)
        text = Phrase("Its day is not known: \(ask.en).", "Aún no se sabe la fecha: \(ask.es).")
      }
      if let last = step.window?.last, last.isFinite {
        fine = CoachingWording.end(last, dates, today: today)
      } else if let certified = standing.plan?.certified {
        let day = dates.dayWithDistance(certified)
        fine = Phrase(
          "Certified by \(day) at the earliest, if the plan holds.",
          "Con certificación el \(day), como muy pronto, si se cumple el plan.")
      }
    case .nameGoal:
      text = Phrase(
        "Pick the credential that you work toward. Then the plan to it stands here.",
        "Elija la credencial a la que se quiere llegar. Entonces aquí estará el plan.")
    case .noWay, .notKnown: break
    }
    return NextStep(title: next(standing)[language], text: text[language], fine: fine?[language])
  }

  private func end(_ standing: CandidateStanding, _ language: Language, today: CivilDate) -> Chip? {
    let dates = DateWording(language, asOf: today)
    func last(_ day: CivilDate) -> Chip {
      Chip(.due, CoachingWording.end(day, dates, today: today)[language])
    }
    switch standing.next {
    case .due(let item): return last(item.day)
    case .step(let step):
      if let day = step.window?.last, day.isFinite { return last(day) }
      guard let day = step.end, day.isFinite, day >= today else { return nil }
      let text = dates.dayWithDistance(day)
      return Chip(.going, Phrase("Planned for \(text)", "Previsto: \(text)")[language])
    case .noWay, .nameGoal, .notKnown: return nil
    }
  }

  private func blockers(_ standing: CandidateStanding, _ language: Language, today: CivilDate) -> [String] {
    CoachingWording.lines(standing.blockers, DateWording(language, asOf: today)).map { $0[language] }
  }

  private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// Until when.
  private func day(_ reply: CoachingPlan.Reply, _ language: Language, today: CivilDate) -> Chip {
    let day = DateWording(language, asOf: today).dayWithDistance(reply.by)
    return reply.isOverdue(on: today)
      ? Chip(.due, Phrase("Overdue since \(day)", "Con atraso desde el \(day)")[language])
      : Chip(.review, Phrase("By \(day)", "A más tardar el \(day)")[language])
  }

  private func reply(_ reply: CoachingPlan.Reply?, _ language: Language, today: CivilDate) -> Chip? {
    guard let reply else { return nil }
    let (who, day) = (CoachingWording.text(reply.from), DateWording(language, asOf: today).dayWithDistance(reply.by))
    return reply.isOverdue(on: today)
      ? Chip(.due, Phrase("Overdue: \(who.en), since \(day)", "Atrasada: \(who.es), desde el \(day)")[language])
      : Chip(.review, Phrase("From \(who.en) by \(day)", "De \(who.es) a más tardar el \(day)")[language])
  }
}
