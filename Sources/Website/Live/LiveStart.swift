import Knowledge
import Rules
import Services
import Vocabulary

extension LiveService {
  public func start(_ visit: Visit) async throws -> StartPage.Value {
    let language = visit.language
    let wording = LiveWording(language, asOf: visit.today)
    // One card for each of the four, as an example; the others come where they touch the reader.
    let complete = base.credentials.filter(\.isComplete).map(\.id)
    let shown = complete.compactMap { id in base.guides.first { $0.credentials == [id] } }.map { guide in
      StartPage.Surprise(
        tag: guide.credentials.compactMap { base.credential($0)?.mark }.joined(separator: ", "),
        title: guide.text[language],
        text: guide.detail[language], citations: distinct(guide.citations).map { wording.citation($0) })
    }
    return StartPage.Value(
      questionsAtMost: 12, credentials: base.credentials.filter(\.isComplete).map(\.mark).sorted(), surprises: shown)
  }

  public func sources(_ visit: Visit) async throws -> SourcesPage.Value {
    let language = visit.language
    let wording = LiveWording(language, asOf: visit.today)
    let groups = base.credentials.map { credential in
      SourcesPage.Group(
        name: credential.mark,
        rules: base.book.rules.filter { $0.id.hasPrefix(credential.id + "/") }.compactMap { rule in
          guard let review = wording.day(rule.reviewBy) else { return nil }
          return SourcesPage.Rule(
            id: rule.id, title: rule.title[language],
            coverage: [Fact(Phrase("Written", "Escrita")[language], day: wording.day(rule.encoded))],
            sources: sources(of: rule).map {
              wording.citation($0, grade: $0.source.voice == .secondary ? .reported : nil)
            },
            reviewBy: review, isStale: visit.today > rule.reviewBy)
        })
    }
    let gaps = base.coverage.compactMap { $0.open.map { "\($0)" } }
    return SourcesPage.Value(groups: groups, gaps: language == .english ? gaps : [])
  }

  /// One citation a source.
  private func distinct(_ citations: [Vocabulary.Citation]) -> [Vocabulary.Citation] {
    var seen: Set<String> = []
    return citations.filter { seen.insert($0.source.key).inserted }
  }

  /// The sources below a rule, each once.
  private func sources(of rule: Rule) -> [Vocabulary.Citation] {
    var found: [Vocabulary.Citation] = []
    var seen: Set<String> = []
    func walk(_ id: Requirement.ID) {
      let requirement = base.book.requirements[id]
      var citations = requirement.citations
      if case .versions(_, let list) = requirement.word { citations += list.versions.flatMap(\.citations) }
      for citation in citations where seen.insert(citation.source.key).inserted {
        found.append(Vocabulary.Citation(source: citation.source))
      }
      for child in base.book.children(of: id) where base.book.requirements[child].rule == requirement.rule {
        walk(child)
      }
    }
    walk(rule.root)
    return found
  }
}
