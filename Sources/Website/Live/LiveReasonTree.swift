import Knowledge
import Rules
import Services
import Vocabulary

/// The tree of reasons: what decides stands open, the rest is one tap away.
struct LiveTree {
  let base: KnowledgeBase
  let language: Language
  let asOf: CivilDate

  private var wording: LiveWording { LiveWording(language, asOf: asOf) }
  private var text: ExplanationText { ExplanationText(language, asOf: asOf) }

  func tree(_ explanation: Explanation) -> ReasonNode { node(explanation, open: true, depth: 0) }

  private func node(_ explanation: Explanation, open: Bool, depth: Int) -> ReasonNode {
    let finding = explanation.finding
    let deciding = explanation.deciding
    // Where several alternatives fail alike, none of them is the path. Where a group holds, each part of it holds: the
    // first group shows how, the ones below it fold.
    let groups = deciding.filter { $0.joint != .leaf }
    let shows =
      groups.count == 1 || explanation.joint == .all && (finding.verdict != .met || depth == 0)
    let parts = explanation.children.map { child in
      (child, node(child, open: open && shows && groups.contains(child), depth: depth + 1))
    }
    let folds = foldsRest(explanation)
    return ReasonNode(
      wording.sign(finding), text.verdict(explanation), text.title(explanation), grade: wording.grade(finding),
      isOpen: open, leaf: leaf(explanation), parts: parts.filter { !folds || deciding.contains($0.0) }.map(\.1),
      rest: parts.filter { folds && !deciding.contains($0.0) }.map(\.1))
  }

  /// Two or more parts that do not decide become one line. Readings that disagree are always shown, and so are the
  /// parts of a requirement that holds only for some people: there, who it is for can be what decides.
  private func foldsRest(_ node: Explanation) -> Bool {
    let deciding = node.deciding.count
    return node.joint != .conflict && base.book.requirements[node.requirement].appliesWhen == nil && deciding > 0
      && node.children.count - deciding > 1
  }

  private func leaf(_ node: Explanation) -> ReasonNode.Leaf? {
    guard node.joint == .leaf || !node.facts.isEmpty || !node.citations.isEmpty || node.conflict != nil else {
      return nil
    }
    var evidence = node.facts.map(text.fact) + node.sums.map(text.sum)
    if node.finding.verdict == .undetermined { evidence += node.gaps.map(text.gap) }
    if node.isStale {
      evidence.append(Phrase("The rule is past its review day.", "La regla pasó su fecha de revisión.")[language])
    }
    if let conflict = node.conflict { evidence.append(conflict.text[language]) }
    var version = node.path
    if case .version(let dating, _) = node.role { version += ", " + text.version(dating) }
    return ReasonNode.Leaf(evidence: evidence, version: version, sources: sources(node), progress: progress(node))
  }

  /// Where several sources are told in the same words of ours, the words stand once.
  private func sources(_ node: Explanation) -> [ReasonNode.Source] {
    var told: Set<String> = []
    return node.citations.map { citation in
      let shown = wording.citation(
        citation, grade: citation.source.voice == .secondary ? .reported : wording.grade(node.finding.grade))
      if let quote = citation.quote { return ReasonNode.Source(.quoted(quote, language: "en"), shown) }
      let words = node.text?[language] ?? citation.source.title[language]
      return ReasonNode.Source(told.insert(words).inserted ? .paraphrased(words) : .same, shown)
    }
  }

  private func progress(_ node: Explanation) -> ReasonNode.Progress? {
    guard let sum = node.sums.first(where: { $0.low < $0.needed }) ?? node.sums.first, sum.needed > .zero else {
      return nil
    }
    return ReasonNode.Progress(
      share: Double(sum.low.hundredths) / Double(sum.needed.hundredths), text: text.sum(sum))
  }
}
