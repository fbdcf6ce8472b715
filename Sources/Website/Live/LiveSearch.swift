import Knowledge
import Rules
import Services
import Vocabulary

/// The search, filled from the index.
extension LiveService {
  public func search(_ words: String, _ visit: Visit) async throws -> SearchPage.Value {
    guard !words.isEmpty else { return SearchPage.Value(question: "") }
    let answer = await index.value.search(words)
    let language = visit.language
    let context = ShelfContext(self, visit)
    let which = answer.which.flatMap { entry -> [SearchPage.Meaning] in
      let first = SearchPage.Meaning(text: entry.text[language], link: entry.see.flatMap(context.link))
      return [first] + (entry.also.map { [SearchPage.Meaning(text: $0[language])] } ?? [])
    }
    return SearchPage.Value(
      question: answer.question, which: which,
      hits: answer.hits.map { hit in
        SearchPage.Hit(
          link: Link(hit.entry.title[language], target(hit.entry)), kind: hit.entry.kind.words[language],
          text: text(hit.entry, visit))
      })
  }

  /// What an entry says: its own text, or a value of today.
  private func text(_ entry: SearchEntry, _ visit: Visit) -> String {
    switch entry.kind {
    case .fact, .stateTopic:
      let parts = entry.id.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return "" }
      let name = entry.kind == .fact ? parts[1] : "topic." + parts[1]
      let said = base.value(parts[0], name)?.answers(on: visit.today) ?? []
      return said.map { $0.reading.content.text(visit.language) }.joined(separator: " / ")
    case .stateTask:
      guard let rule = base.book.rule(entry.id) else { return "" }
      return base.book.saying(rule.root, on: visit.today).text?[visit.language] ?? entry.text[visit.language]
    case .credential: return base.credential(entry.id)?.name[visit.language] ?? ""
    case .term, .duty, .task, .explainer, .state, .condition, .setting, .topic, .rule, .statistic, .program, .source:
      return entry.text[visit.language]
    }
  }

  private func target(_ entry: SearchEntry) -> Target {
    switch entry.kind {
    case .credential: return CredentialPath(entry.id).map { .page(.roadmap($0)) } ?? .page(.compare)
    case .fact: return .page(.compare)
    case .rule: return ShelfContext.target(rule: entry.id)
    case .term: return term(entry.id)
    case .duty: return .place(.duties, "duty-\(entry.id)")
    case .condition, .setting: return .place(.duties, "tag-\(entry.id)")
    case .task: return .page(.states(StateQuestion(task: entry.id)))
    case .topic: return .page(.states(StateQuestion()))
    case .explainer: return .page(.explainer(entry.id))
    case .state: return .page(.state(String(entry.id.dropFirst(3)), StateQuestion()))
    case .stateTask:
      let parts = entry.id.split(separator: "/").map(String.init)
      return .page(.stateTask(String(parts[0].dropFirst(3)), task: parts[2], StateQuestion()))
    case .stateTopic:
      let parts = entry.id.split(separator: " ").map(String.init)
      let topic = "topic-" + parts[1].replacing(".", with: "-")
      return .place(.state(String(parts[0].dropFirst(3)), StateQuestion()), topic)
    case .statistic: return .page(.worth)
    case .program: return .page(.program(entry.id))
    case .source:
      let url = base.sources[entry.id]?.url ?? ""
      return url.isEmpty ? .page(.howWeKnow) : .external(url)
    }
  }

  /// A word that only leads on is skipped: "healthcare support worker" lands on the duties.
  private func term(_ id: String) -> Target {
    if case .duties? = base.shelf.entry(id)?.see { return .page(.duties) }
    return .place(.words, "word-\(id)")
  }
}
