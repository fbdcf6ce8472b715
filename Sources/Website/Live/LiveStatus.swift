import Knowledge
import Rules
import Services
import Vocabulary

/// Where somebody stands, as the page shows it: the answers of `CareerStatus` in words and signs.
struct LiveStatus {
  let base: KnowledgeBase
  let choices: RecordChoices
  let evidence: RecordedEvidence
  let status: CareerStatus
  let asked: WalletDay
  let language: Language
  /// The day of knowing.
  let asOf: CivilDate

  private var wording: LiveWording { LiveWording(language, asOf: status.day) }

  var value: StatusPage.Value {
    StatusPage.Value(
      asked: asked, day: status.day, known: asOf, banner: banner, next: next, held: status.held.map(card),
      others: status.standings.filter { !$0.isHeld }.map(card), places: status.places.map(place),
      deadlines: status.deadlines.prefix(12).map(line),
      years: LiveYears(status: status, evidence: evidence.evidence, choices: choices, language: language).value)
  }

  // MARK: - At one glance

  private var banner: Banner? {
    guard let first = status.held.max(by: { rank($0) < rank($1) }), let finding = first.finding else { return nil }
    let mark = first.credential.mark
    let word: Phrase
    switch finding.verdict {
    case .met:
      let through = first.through.map { wording.dates.dayWithDistance($0) }
      word =
        through.map {
          Phrase("Certified as \(mark) through \($0)", "Con certificación \(mark) hasta el \($0)")
        } ?? Phrase("Certified as \(mark); no end is known", "Con certificación \(mark); no se conoce un fin")
    case .notMet: word = Phrase("Not certified as \(mark)", "Sin certificación \(mark)")
    case .undetermined, .notCovered:
      word = Phrase("Not known whether certified as \(mark)", "No se sabe si hay certificación \(mark)")
    }
    return Banner(
      wording.sign(finding), word[language], text: VerdictWording.sentence(finding)[language],
      grade: wording.grade(finding))
  }

  /// The certification that tells most: current ones first, the one that runs longest.
  private func rank(_ standing: CareerStatus.Standing) -> (Int, Int) {
    let verdict: Int =
      switch standing.finding?.verdict {
      case .met: 3
      case .undetermined, .notCovered: 2
      case .notMet: 1
      case nil: 0
      }
    return (verdict, Int((standing.through ?? .distantFuture).days))
  }

  private var next: NextStep {
    if let ended = status.ended, ended.kind == .lateWindow || status.deadlines.isEmpty,
      status.deadlines.first.map({ ended.day <= $0.day }) ?? true
    {
      return NextStep(
        title: DueWording.line(ended, on: status.day, language),
        text: Phrase(
          "It is read as if your record was whole. What the published rules leave open, and until when:",
          "Se lee como si su expediente estuviera completo. Lo que las reglas publicadas dejan abierto, y hasta cuándo:"
        )[
          language],
        action: Link(ClocksPage.title[language], .page(.member(.wallet(.clocks)))))
    }
    guard let first = status.deadlines.first else {
      return NextStep(
        title: Phrase("Tell us what you hold", "Cuéntenos lo que tiene")[language],
        text: Phrase(
          "Nothing in your record has an end that is known. Add a certification, a card or a state credential.",
          "Nada de su expediente tiene un fin conocido. Agregue una certificación, una tarjeta o una credencial estatal."
        )[
          language],
        action: Link(
          Phrase("Add to your record", "Agregar a su expediente")[language],
          .page(.member(.wallet(.record(.record))))))
    }
    let line = line(first)
    return NextStep(
      title: "\(line.text): \(wording.dates.dayWithDistance(first.day))", text: line.detail, action: line.link)
  }

  private func line(_ deadline: CareerStatus.Deadline) -> StatusPage.Line {
    let day = wording.day(deadline.day)
    switch deadline.subject {
    case .certification(let id, let isReady):
      let mark = base.credential(id)?.mark ?? id
      let detail =
        isReady
        ? Phrase(
          "Its last day. By the rules known here, what the renewal asks for is there.",
          "Su último día. Según las reglas conocidas aquí, está lo que pide la renovación.")
        : Phrase(
          "Its last day. Something that the renewal asks for is missing or not known.",
          "Su último día. Algo que pide la renovación falta o no se sabe.")
      return StatusPage.Line(
        day: day, text: Phrase("\(mark) ends", "\(mark) termina")[language], detail: detail[language],
        link: reason(id, isReady ? "current" : "renewal-by-education"))
    case .record(let id, let kind):
      let title = record(id).map { RecordWording.title($0, choices)[language] } ?? FieldWording.kind(kind)[language]
      return StatusPage.Line(
        day: day, text: Phrase("\(title) ends", "\(title) termina")[language],
        detail: Phrase("The day that is written on it.", "El día que lleva escrito.")[language], link: place(id))
    case .plan(let id, let field):
      let title = record(id).map { RecordWording.title($0, choices)[language] } ?? ""
      return StatusPage.Line(
        day: day, text: "\(title): \(FieldWording.field(field)[language])",
        detail: Phrase("Planned. Once it has happened, say so.", "Previsto. Cuando ocurra, dígalo.")[language],
        link: place(id))
    }
  }

  private func record(_ id: String) -> EvidenceRecord? { evidence.evidence.records.first { $0.id == id } }

  private func place(_ id: String) -> Link? {
    evidence.places[id].map {
      Link(
        Phrase("See it", "Verlo")[language], .page(.member(.wallet(.item(.record, $0.record)))))
    }
  }

  private func reason(_ credential: String, _ rule: String) -> Link? {
    guard let path = CredentialPath(credential), base.book.rule("\(credential)/\(rule)") != nil else { return nil }
    return Link(Phrase("Why", "Por qué")[language], .page(.member(.wallet(.reason(path, rule: rule, asked)))))
  }

  // MARK: - Where

  private func place(_ place: WorkPlace) -> StatusPage.Place {
    let code = place.jurisdiction.code.lowercased()
    let path = CredentialPath(place.jurisdiction.id, "task")
    let tasks = place.tasks.map { task -> StatePage.Task in
      var words = StateText.words(task.cell)[language]
      if let through = task.through {
        words += Phrase(" through ", " hasta el ")[language] + wording.dates.day(through)
      }
      let target = path.map { Target.page(.member(.wallet(.reason($0, rule: task.task.id, asked)))) }
      return StatePage.Task(
        name: task.task.name[language], detail: "", answer: Chip(wording.sign(task.cell), words, target))
    }
    let name = place.jurisdiction.name[language]
    let all = Phrase("All that we read of \(name)", "Todo lo que leímos de \(name)")[language]
    return StatusPage.Place(
      code: code, name: name, tasks: tasks, all: Link(all, .page(.state(code, StateQuestion()))))
  }

  // MARK: - Each credential

  private func card(_ standing: CareerStatus.Standing) -> StatusPage.Card {
    let id = standing.credential.id
    let path = CredentialPath(id)
    func target(_ rule: String) -> Target? {
      guard let path, base.book.rule("\(id)/\(rule)") != nil else { return nil }
      return .page(.member(.wallet(.reason(path, rule: rule, asked))))
    }
    let chip: Chip =
      if standing.isHeld, let finding = standing.finding, let current = standing.current {
        wording.chip(finding, span: current.verdictSpan(on: status.day), target("current"))
      } else {
        Chip(
          .unknown, LifeText.word(standing.phase)[language], target(standing.isHeld ? "current" : "eligibility"))
      }
    var facts = [Fact(Phrase("Where it stands", "Cómo está")[language], LifeText.word(standing.phase)[language])]
    if let through = standing.through, let day = wording.day(through) {
      facts.append(Fact(Phrase("Through", "Hasta")[language], day: day))
    }
    if let grade = standing.finding.flatMap(wording.grade) {
      facts.append(Fact(Phrase("How sure the rule is", "Qué tan segura es la regla")[language], grade: grade))
    }
    if let finding = standing.finding, finding.verdict == .met {
      facts.append(
        Fact(
          Phrase("What it rests on", "En qué se basa")[language],
          VerdictWording.evidenceWord(finding.evidence)[language]))
    }
    if !standing.isHeld, let next = standing.life.nextAttempt, let day = wording.day(next) {
      facts.append(
        Fact(
          Phrase("The limits leave room for an attempt from", "Los límites dejan lugar a un intento desde")[language],
          day: day))
    }
    let links = ["renewal-by-education", "late-renewal", "attempts"].compactMap { rule -> Link? in
      guard standing.isHeld == (rule != "attempts"), let target = target(rule),
        let title = base.book.rule("\(id)/\(rule)")?.title
      else { return nil }
      return Link(title[language], target)
    }
    return StatusPage.Card(name: standing.credential.mark, chip: chip, facts: facts, links: links)
  }
}
