import Knowledge
import Planning
import Rules
import Services
import Vocabulary

extension LiveService {
  public func keeping(_ members: Members) -> LiveRoadmaps? {
    members.roadmaps.map {
      LiveRoadmaps(live: self, roadmaps: Roadmaps(base, store: $0, evidence: members.evidence))
    }
  }
}

/// Kept roadmaps, by the rules of a service, as pages show them.
public struct LiveRoadmaps: Sendable {
  let live: LiveService
  let roadmaps: Roadmaps

  /// Keeps the way to a credential with the answers of a visit.
  func keep(
    _ credential: CredentialPath, _ visit: Visit, for signedIn: SignedIn, at moment: Roadmaps.Moment
  ) async throws -> Roadmaps.Keeping {
    try await roadmaps.keep(
      credential.text, told: live.evidence(visit),
      answers: visit.answers.list.map { KeptAnswer(question: $0.fact, answer: $0.text) }, for: signedIn, at: moment)
  }

  func keepAnswers(_ visit: Visit, for signedIn: SignedIn, at moment: Roadmaps.Moment) async throws {
    try await roadmaps.keepAnswers(live.evidence(visit), for: signedIn, at: moment)
  }

  func list(_ kept: [KeptRoadmap], _ language: Language, today: CivilDate) -> RoadmapsPage {
    let dates = DateWording(language, asOf: today)
    return RoadmapsPage(
      rows: kept.map { kept in
        let roadmap = kept.roadmap
        let planned = dates.day(roadmap.plannedOn)
        let text =
          roadmap.promise.certified.map { day in
            Phrase(
              "Certified on \(dates.dayWithDistance(day)) at the earliest, as planned on \(planned).",
              "Con certificación el \(dates.dayWithDistance(day)), como muy pronto, según lo planeado el \(planned).")
          }
          ?? Phrase(
            "Planned on \(planned). The day of the certificate is not known yet.",
            "Planeado el \(planned). Aún no se sabe la fecha del certificado.")
        let name = live.base.credential(roadmap.credential)?.mark ?? roadmap.credential
        return RoadmapsPage.Row(id: roadmap.id, name: name, text: text[language])
      })
  }

  /// nil: its credential is none that is known any more.
  func value(_ view: Roadmaps.View, _ visit: Visit) -> KeptRoadmapPage.Value? {
    let roadmap = view.kept.roadmap
    guard let path = CredentialPath(roadmap.credential), let credential = live.credential(path) else { return nil }
    let wording = LiveWording(visit.language, asOf: visit.today)
    let drawn = LiveRoadmap(
      base: live.base, credential: credential, path: path, plan: view.plan, missing: nil, visit: visit)
    let moved = PlanMoved(wording)
    let foot = [
      Fact(Phrase("Kept on", "Guardado el")[visit.language], wording.dates.day(roadmap.keptOn)),
      Fact(Phrase("Last changed on", "Último cambio")[visit.language], wording.dates.day(roadmap.plannedOn)),
      Fact(Phrase("Rules edition", "Edición de las reglas")[visit.language], roadmap.edition),
    ]
    return KeptRoadmapPage.Value(
      id: roadmap.id, credential: path, name: credential.mark, summary: drawn.summary,
      moved: view.moved.map { (wording.dates.day(roadmap.plannedOn), moved.all($0)) }, since: moved.all(view.since),
      steps: view.steps.filter { $0.promise?.status != .notNeeded || $0.isTold }.map { step($0, view, drawn) },
      foot: foot, answers: roadmap.answers.count)
  }

  private func step(_ step: RoadmapStep, _ view: Roadmaps.View, _ drawn: LiveRoadmap) -> KeptRoadmapPage.Step {
    let language = drawn.language
    let planned = view.plan.steps.first { $0.id == step.id }
    var facts: [Fact] = []
    if let planned {
      if let when = drawn.when(planned) {
        facts.append(Fact(Phrase("When", "Cuándo")[language], when))
      } else if planned.status == .notKnown, let ask = planned.ask {
        facts.append(
          Fact(
            Phrase("When", "Cuándo")[language], Phrase("Not known", "No se sabe")[language],
            fine: PlanWording.ask(ask)[language]))
      }
      if let window = drawn.window(planned), step.status != .done {
        facts.append(Fact(Phrase("Open", "Abierto")[language], window))
      }
      if planned.isCritical {
        let text = Phrase("A day lost here is a day lost at the end", "Un día perdido aquí es un día perdido al final")
        facts.append(Fact(Phrase("It counts", "Cuenta")[language], text[language]))
      }
    } else {
      let text = Phrase("The plan has no such step any more", "El plan ya no tiene este paso")
      facts.append(Fact(Phrase("When", "Cuándo")[language], text[language]))
    }
    facts.append(
      Fact(Phrase("Who sees to it", "Quién se encarga")[language], RoadmapWording.owner(step.owner)[language]))
    let shown = records(step, view, language) + step.evidence.compactMap(\.said)
    if !shown.isEmpty {
      facts.append(Fact(Phrase("What shows it", "Qué lo demuestra")[language], shown.joined(separator: "; ")))
    }
    if let note = step.note { facts.append(Fact(Phrase("Note", "Nota")[language], note)) }
    return KeptRoadmapPage.Step(
      id: step.id, title: planned?.title[language] ?? LiveRoadmap.name(step.kind)[language],
      chip: Chip(step.status == .dropped ? .unknown : .going, RoadmapWording.status(step.status)[language]),
      facts: facts, isGone: planned == nil)
  }

  /// "diploma (earned Jun 5, 2025)": which things of the record are evidence.
  private func records(_ step: RoadmapStep, _ view: Roadmaps.View, _ language: Language) -> [String] {
    let dates = DateWording(language)
    return step.evidence.compactMap { evidence in
      guard case .record(let id) = evidence, let record = view.evidence.records.first(where: { $0.id == id }) else {
        return nil
      }
      let kind = FieldWording.kind(record.kind)[language]
      let field = view.plan.steps.first { $0.id == step.id }?.fact?.field
      if let field, field.kind == record.kind, case .day(let days, _) = record[field.name], days.isExact {
        return "\(kind), \(dates.day(days.first))"
      }
      return kind
    }
  }

  // MARK: - The form of a step

  func form(_ view: Roadmaps.View, _ id: String, _ language: Language) -> RoadmapStepPage.Value? {
    let roadmap = view.kept.roadmap
    guard let step = view.steps.first(where: { $0.id == id }), let credential = live.base.credential(roadmap.credential)
    else { return nil }
    let statement = StepStatement(step)
    let day = Self.shown(step, view)
    let title = view.plan.steps.first { $0.id == id }?.title[language] ?? LiveRoadmap.name(step.kind)[language]
    var owner = ""
    if case .role(let name) = step.owner { owner = name }
    return RoadmapStepPage.Value(
      id: roadmap.id, step: id, name: credential.mark, title: title, options: Self.options(step, language),
      dayHint: Self.hint(step)[language], status: step.status.rawValue,
      day: Entered(answer: day?.description, kind: .day), owner: owner, said: statement.said ?? "",
      note: statement.note ?? "", records: records(step, view, language), seen: view.kept.sequence)
  }

  /// The day that stands in the form: that of a certificate that is held is in the record.
  static func shown(_ step: RoadmapStep, _ view: Roadmaps.View) -> CivilDate? {
    guard step.kind == .stayCertified else { return step.day.flatMap { $0.isFinite ? $0 : nil } }
    let fact = view.plan.steps.first { $0.id == step.id }?.fact
    guard let record = fact?.record.flatMap({ id in view.evidence.records.first { $0.id == id } }),
      case .day(let days, _) = record["date"], days.isExact
    else { return nil }
    return days.first
  }

  /// An exam that was taken and not passed is said beside the four.
  static let failed = "not-passed"

  private static func options(_ step: RoadmapStep, _ language: Language) -> [Choice] {
    if step.kind == .stayCertified {
      return [
        Choice(RoadmapStep.Status.notBegun.rawValue, Phrase("No certificate yet", "Sin certificado todavía")[language]),
        Choice(
          RoadmapStep.Status.underWay.rawValue, Phrase("I have the certificate", "Tengo el certificado")[language]),
      ]
    }
    var choices = RoadmapStep.Status.allCases.map { Choice($0.rawValue, RoadmapWording.status($0)[language]) }
    if step.kind == .exam, step.id != "review" {
      choices[2] = Choice(choices[2].id, Phrase("Passed", "Aprobado")[language])
      choices.insert(Choice(failed, Phrase("Taken, not passed", "Hecho, no aprobado")[language]), at: 3)
    }
    return choices
  }

  private static func hint(_ step: RoadmapStep) -> Phrase {
    switch step.kind {
    case .stayCertified: Phrase("The day on the certificate.", "La fecha del certificado.")
    case .diploma, .program, .clinicalHours, .exam:
      Phrase(
        "By when it will be done; or, if it is, the day it was. Leave it empty if nobody knows.",
        "Para cuándo estará hecho; o, si ya lo está, el día en que se hizo. Déjelo vacío si nadie lo sabe.")
    }
  }
}

extension RoadmapStep.Evidence {
  fileprivate var said: String? {
    switch self {
    case .record: nil
    case .said(let text): text
    }
  }
}
