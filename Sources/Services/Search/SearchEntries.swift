import Knowledge
import Rules
import Vocabulary

/// What the knowledge holds, as entries of the search.
struct SearchEntries {
  private let base: KnowledgeBase
  private let directory: ProgramDirectory?

  init(_ base: KnowledgeBase, programs directory: ProgramDirectory?) {
    self.base = base
    self.directory = directory
  }

  var all: [SearchEntry] { credentials + shelf + states + statistics + programs + sources }

  private var credentials: [SearchEntry] {
    let credentials = base.credentials.map {
      SearchEntry(
        .credential, $0.id, Phrase($0.mark, $0.mark), joined([$0.name, $0.focus]), aliases: [$0.name.en, $0.id])
    }
    let marks = Dictionary(base.credentials.map { ($0.id, $0.mark) }) { first, _ in first }
    let rules = base.book.rules.filter { !$0.id.hasPrefix("us-") }.map {
      SearchEntry(.rule, $0.id, $0.title, aliases: [$0.id])
    }
    let facts = base.values.compactMap { value in
      marks[value.owner].map { mark in
        SearchEntry(
          .fact, "\(value.owner) \(value.name)", Phrase("\(mark): \(value.text.en)", "\(mark): \(value.text.es)"))
      }
    }
    return credentials + rules + facts
  }

  private var shelf: [SearchEntry] {
    let catalog = base.shelf.duties
    let duties = catalog.duties.map { duty in
      SearchEntry(.duty, duty.id, duty.text, joined(duty.skills), aliases: duty.aliases)
    }
    let conditions = catalog.conditions.map { SearchEntry(.condition, $0.id, $0.name, aliases: $0.aliases) }
    let settings = catalog.settings.map { SearchEntry(.setting, $0.id, $0.name, aliases: $0.aliases) }
    let terms = base.shelf.glossary.map { entry in
      SearchEntry(
        .term, entry.id, entry.term, joined([entry.text, entry.also].compactMap(\.self)), aliases: entry.aliases)
    }
    let explainers = base.shelf.explainers.map { explainer in
      SearchEntry(.explainer, explainer.id, explainer.title, explainer.summary, aliases: explainer.aliases)
    }
    return duties + conditions + settings + terms + explainers
  }

  private var states: [SearchEntry] {
    let tasks = base.tasks.map { task in
      SearchEntry(
        .task, task.id, task.name, task.detail, aliases: task.aliases + [task.short.en, task.short.es, task.id])
    }
    let topics = base.topics.map { SearchEntry(.topic, $0.id, $0.name) }
    var byOwner: [String: [DatedValue]] = [:]
    for value in base.values where value.name.hasPrefix("topic.") { byOwner[value.owner, default: []].append(value) }
    let each = base.jurisdictions.flatMap { state -> [SearchEntry] in
      let names = [state.name.en, state.name.es, state.code]
      let whole = SearchEntry(
        .state, state.id, state.name, joined(state.boards.map(\.name)),
        aliases: [state.code, state.id] + state.licenses.flatMap { [$0.name.en, $0.name.es] })
      let own = base.tasks.filter { base.hasRule(state.id, $0.id) }.map { task in
        SearchEntry(
          .stateTask, state.rule(for: task.id), titled(task.name, state), task.detail,
          aliases: task.aliases, state: names)
      }
      let topics = (byOwner[state.id] ?? []).map { value in
        SearchEntry(.stateTopic, "\(state.id) \(value.name.dropFirst(6))", titled(value.text, state), state: names)
      }
      return [whole] + own + topics
    }
    return tasks + topics + each
  }

  private var statistics: [SearchEntry] {
    base.series.map { series in
      let name = Phrase("\(series.title.en): \(series.name.en)", "\(series.title.es): \(series.name.es)")
      return SearchEntry(
        .statistic, series.id, name, joined([Phrase(series.publisher, series.publisher), series.note]),
        aliases: [series.occupation, "wages", "pay", "salary", "salario", "sueldo"])
    }
  }

  private var programs: [SearchEntry] {
    (directory?.programs ?? []).map { program in
      let title = "\(program.school), \(program.place)"
      return SearchEntry(
        .program, program.id, Phrase(title, title), Phrase(program.program, program.program),
        aliases: [program.parent].compactMap(\.self))
    }
  }

  private var sources: [SearchEntry] {
    base.sources.values.sorted { $0.key < $1.key }.map { source in
      SearchEntry(.source, source.key, source.title, Phrase(source.publisher, source.publisher))
    }
  }

  private func titled(_ name: Phrase, _ state: Jurisdiction) -> Phrase {
    Phrase("\(state.name.en): \(name.en)", "\(state.name.es): \(name.es)")
  }

  private func joined(_ texts: [Phrase]) -> Phrase {
    func sentences(_ parts: [String]) -> String {
      parts.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }
    return Phrase(sentences(texts.map(\.en)), sentences(texts.map(\.es)))
  }
}
