public import Rules
import Vocabulary

extension KnowledgeBase {
  /// The same edition with sightings added: in each list of versions of a confirmed rule, and of the lives in its file,
  /// the version without a stated end is certain from the day of the confirmation for 180 days. Before and after, it is
  /// as sure as it was; on those days it does not go stale. Unknown rules are passed over: an older edition may not
  /// have them.
  public func applying(confirmations: [Confirmation]) -> KnowledgeBase {
    var base = self
    let byRule = Dictionary(grouping: confirmations, by: \.rule)
    for (index, rule) in book.rules.enumerated() {
      guard let found = byRule[rule.id] else { continue }
      let windows = Confirmation.joined(found)
      for i in base.book.requirements.indices where base.book.requirements[i].rule == index {
        let requirement = base.book.requirements[i]
        if case .versions(let governor, let list) = requirement.word {
          base.book.requirements[i] = requirement.with(word: .versions(governor, list.sighted(windows).list))
        }
      }
      for i in base.book.lives.indices where base.book.lives[i].rule == index {
        let life = base.book.lives[i]
        let (list, copies) = life.versions.sighted(windows)
        let periods = life.periods + Array(repeating: life.periods.last ?? nil, count: copies)
        base.book.lives[i] = LifeRule(
          credential: life.credential, versions: list, periods: periods, rule: life.rule)
      }
    }
    return base
  }
}

extension VersionList {
  /// The list with its last version seen during some windows, in order; how many versions that adds.
  func sighted(_ windows: [DayInterval]) -> (list: VersionList, copies: Int) {
    guard let last = versions.last, last.requirement != nil || !last.citations.isEmpty else { return (self, 0) }
    var pieces: [Version.Dating] = [last.dating]
    for window in windows { pieces += pieces.removeLast().split(at: window) }
    if pieces.count == 1 { return (self, 0) }
    let added = pieces.map { Version(dating: $0, requirement: last.requirement, citations: last.citations) }
    return (VersionList(versions.dropLast() + added), pieces.count - 1)
  }
}

extension Version.Dating {
  /// Before a window, in it, and after it; itself alone when the window adds nothing to it: its end is stated, or the
  /// window lies before its own days.
  func split(at window: DayInterval) -> [Version.Dating] {
    let sighting = Version.Dating.from(window.first, until: window.last)
    let next = window.last.next
    switch self {
    case .until: return [self]
    case .from(let from, let until):
      guard until == nil, from.isFinite, from < window.first else { return [self] }
      return [.from(from, until: window.first.previous), sighting, .from(next, until: nil)]
    case .seen(let first, _):
      // Seen before and now: the same text all along.
      guard first < window.first else { return [self] }
      return [.seen(first, window.first.previous), sighting, .seen(next, next)]
    case .undated(let notBefore, let notAfter):
      guard notAfter == nil, (notBefore ?? .distantPast) <= window.first else { return [self] }
      return [self, sighting, .undated(notBefore: nil, notAfter: nil)]
    }
  }
}

extension Requirement {
  func with(word: Word) -> Requirement {
    Requirement(
      path: path, name: name, text: text, word: word, measuredOn: measuredOn, neededFor: neededFor,
      appliesWhen: appliesWhen, asks: asks, citations: citations, rule: rule, place: place)
  }
}
