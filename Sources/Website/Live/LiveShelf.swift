import Knowledge
import Rules
import Services
import Vocabulary

/// Pages about the work, filled from the shelf of the knowledge.
extension LiveService {
  public func duties(_ visit: Visit) async throws -> DutiesPage.Value {
    let context = ShelfContext(self, visit)
    let catalog = base.shelf.duties
    let language = visit.language
    let kinds = DutyTag.Kind.allCases.map { kind in
      DutiesPage.TagGroup(
        name: kind.words[language],
        tags: catalog.conditions.filter { $0.kind == kind }.map { condition in
          context.tag(condition, catalog.duties.filter { $0.conditions.contains(condition.id) })
        })
    }
    let places = DutiesPage.TagGroup(
      name: Phrase("Places of work", "Lugares de trabajo")[language],
      tags: catalog.settings.map { setting in
        let own = catalog.duties.filter { $0.settings.contains(setting.id) }
        return context.tag(setting, own.count == catalog.duties.count ? [] : own)
      })
    return DutiesPage.Value(
      sides: Duty.Side.allCases.map { side in
        DutiesPage.Side(
          id: side.rawValue, name: side.words[language], duties: catalog.duties(on: side).map(context.duty))
      },
      tags: kinds + [places], reading: DutyWording.reading[language],
      attribution: Citation(catalog.attribution[language], url: catalog.license.isEmpty ? nil : catalog.license),
      explainers: base.shelf.explainers.map { Link($0.title[language], .page(.explainer($0.id))) })
  }

  public func explainers(_ visit: Visit) async throws -> [ExplainersPage.Entry] {
    base.shelf.explainers.map {
      ExplainersPage.Entry(id: $0.id, title: $0.title[visit.language], summary: $0.summary[visit.language])
    }
  }

  public func explainer(_ id: String, _ visit: Visit) async throws -> ExplainerPage.Value? {
    guard let explainer = base.shelf.explainer(id) else { return nil }
    let context = ShelfContext(self, visit)
    let language = visit.language
    return ExplainerPage.Value(
      id: id, title: explainer.title[language], summary: explainer.summary[language],
      sections: explainer.sections.map(context.section),
      dates: [
        Fact(Phrase("Written", "Escrito")[language], day: context.wording.day(explainer.encoded)),
        Fact(
          Phrase("Read again by", "Se vuelve a leer antes del")[language], day: context.wording.day(explainer.reviewBy)),
      ])
  }

  public func glossary(_ visit: Visit) async throws -> [WordsPage.Entry] {
    let context = ShelfContext(self, visit)
    return base.shelf.glossary.map { entry in
      WordsPage.Entry(
        id: entry.id, term: entry.term[visit.language], text: entry.text[visit.language],
        also: entry.also?[visit.language],
        aliases: entry.aliases.isEmpty ? nil : entry.aliases.joined(separator: ", "),
        link: entry.see.flatMap(context.link))
    }
  }
}

/// The parts of pages about the work.
struct ShelfContext {
  let base: KnowledgeBase
  let visit: Visit
  let wording: LiveWording
  private let duties: DutyWording
  private var language: Language { visit.language }

  init(_ service: LiveService, _ visit: Visit) {
    base = service.base
    self.visit = visit
    wording = LiveWording(visit.language, asOf: visit.today)
    duties = DutyWording(service.base)
  }

  func duty(_ duty: Duty) -> DutiesPage.Duty {
    var facts = duties.exams(duty).map { exam in Fact(exam.credential.mark, exam.areas[language]) }
    let categories = duties.categories(duty).map { $0[language] }
    if !categories.isEmpty {
      facts.append(
        Fact(Phrase("Continuing education", "Educación continua")[language], categories.joined(separator: ", ")))
    }
    let conditions = duty.conditions.compactMap { base.shelf.duties.condition($0)?.name[language] }
    if !conditions.isEmpty {
      facts.append(Fact(Phrase("Conditions", "Afecciones")[language], conditions.joined(separator: ", ")))
    }
    if let reason = duty.withoutTask {
      facts.append(Fact(Phrase("State rules", "Reglas estatales")[language], reason[language]))
    }
    if let reason = duty.withoutStatement { facts.append(Fact("O*NET", reason[language])) }
    let what = Phrase("What the states say", "Lo que dicen los estados")[language]
    return DutiesPage.Duty(
      id: duty.id, text: duty.text[language], skills: duty.skills.map { $0[language] }, facts: facts,
      states: duty.task.map { Link(what, .page(.states(StateQuestion(task: $0)))) },
      quotes: duty.statements.compactMap { base.shelf.duties.statement($0) }.map {
        DutiesPage.Quote(id: $0.id, words: $0.words)
      },
      citations: distinct(duty.citations))
  }

  func tag(_ tag: DutyTag, _ duties: [Duty]) -> DutiesPage.Tag {
    DutiesPage.Tag(
      id: tag.id, name: tag.name[language],
      duties: duties.map { Link($0.text[language], .part("duty-\($0.id)")) })
  }

  // MARK: - Explainers

  func section(_ section: Explainer.Section) -> ExplainerPage.Section {
    let states = section.topic.map(states) ?? ([], [])
    return ExplainerPage.Section(
      title: section.title[language], statements: section.statements.map(statement),
      columns: section.columns.map { $0[language] },
      rows: section.rows.map { ExplainerPage.Row(name: $0.name[language], cells: $0.cells.map(statement)) },
      states: states.0, unknown: states.1)
  }

  private func statement(_ statement: Explainer.Statement) -> ExplainerPage.Statement {
    let text = statement.text[language]
    return switch statement.basis {
    case .sources(let citations): ExplainerPage.Statement(text: text, citations: distinct(citations))
    case .see(let reference): ExplainerPage.Statement(text: text, link: link(reference))
    case .notKnown: ExplainerPage.Statement(text: text, isNotKnown: true)
    }
  }

  /// What each state says on a topic today, and the names of those that say nothing we read.
  private func states(_ topic: String) -> ([ExplainerPage.State], [String]) {
    let answers = StateAnswers(base)
    let context = StateStatements(wording: wording)
    var found: [ExplainerPage.State] = []
    var silent: [String] = []
    for state in base.jurisdictions {
      let own = answers.topics(state, on: visit.today).filter { $0.name == topic }
      if own.isEmpty { silent.append(state.name[language]) }
      let name = Link(state.name[language], .page(.state(state.code.lowercased(), StateQuestion())))
      found += own.map { ExplainerPage.State(name: name, statement: context.statement($0)) }
    }
    return (found, silent)
  }

  // MARK: - Links

  /// To where another part of the knowledge is shown.
  func link(_ reference: Reference) -> Link? {
    let states = Phrase("What the states say", "Lo que dicen los estados")[language]
    switch reference {
    case .task(let id): return Link(states, .page(.states(StateQuestion(task: id))))
    case .topic:
      return Link(Phrase("Look at a state", "Ver un estado")[language], .page(.states(StateQuestion())))
    case .credential(let id):
      guard let path = CredentialPath(id), let credential = base.credential(id) else { return nil }
      return Link(credential.mark, .page(.roadmap(path)))
    case .rule(let id):
      guard let rule = base.book.rule(id) else { return nil }
      return Link(rule.title[language], ShelfContext.target(rule: id))
    case .duty(let id):
      return base.shelf.duties.duty(id).map { Link($0.text[language], .place(.duties, "duty-\(id)")) }
    case .duties: return Link(Phrase("All duties", "Todas las tareas")[language], .page(.duties))
    case .explainer(let id): return base.shelf.explainer(id).map { Link($0.title[language], .page(.explainer(id))) }
    case .term(let id): return base.shelf.entry(id).map { Link($0.term[language], .place(.words, "word-\(id)")) }
    }
  }

  /// The reasons of a credential's rule; other rules stand on the page of sources.
  static func target(rule id: String) -> Target {
    let parts = id.split(separator: "/").map(String.init)
    guard parts.count == 3, let path = CredentialPath(parts[0], parts[1]) else { return .page(.howWeKnow) }
    return .page(.reason(path, rule: parts[2], on: nil))
  }

  private func distinct(_ citations: [Vocabulary.Citation]) -> [Citation] {
    var seen: Set<Citation> = []
    return citations.map { wording.citation($0, grade: $0.source.voice == .secondary ? .reported : nil) }
      .filter { seen.insert($0).inserted }
  }
}

/// Statements of states as pages show them, each source once.
struct StateStatements {
  let wording: LiveWording

  func statement(_ statement: StateAnswers.Statement) -> StatePage.Statement {
    var seen: Set<Citation> = []
    return StatePage.Statement(
      text: statement.content.text(wording.language), grade: wording.grade(statement.grade),
      citations: statement.citations.map { wording.citation($0) }.filter { seen.insert($0).inserted })
  }
}
