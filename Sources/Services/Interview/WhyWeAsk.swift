import Knowledge
import Rules
public import Vocabulary

extension Interview {
  /// A requirement that reads what a question asks for.
  public struct Reason: Sendable, Hashable {
    /// `CMA (AAMA)`.
    public let mark: String
    /// The rule it stands in: `aama/cma/eligibility`.
    public let rule: String
    public let text: Phrase
    /// How sure the rule is on the day asked.
    public let grade: RuleGrade
    public let citations: [Citation]
  }

  /// Why a question is asked: the requirements of the goals, as they stand on a day, that read its fields; in the
  /// order of the goals and of the packs, each once.
  public func reasons(for key: String, goals: [Goal] = Interview.examinations, asOf: CivilDate) -> [Reason] {
    guard let question = question(key) else { return [] }
    let targets = Set(question.list == nil ? question.fields.map { .field($0) } : question.targets)
    var found: [Reason] = []
    var seen: Set<String> = []
    for goal in goals {
      guard let rule = base.book.rule(String(goal.rule.split(separator: "#")[0])) else { continue }
      let mark = base.credential(Assessor.owner(of: rule.id))?.mark ?? rule.id
      var walk = RequirementWalk(book: base.book, targets: targets, asOf: asOf)
      walk.visit(rule.root, text: nil, citations: [], isDated: true)
      for hit in walk.hits where seen.insert(mark + hit.text.en).inserted {
        let isBodys = hit.citations.contains { $0.source.voice == .body }
        let grade: RuleGrade = !isBodys ? .reported : hit.isDated ? .stated : .presumed
        found.append(Reason(mark: mark, rule: rule.id, text: hit.text, grade: grade, citations: hit.citations))
      }
    }
    return found
  }
}

/// Looks through a rule, without a person, for the requirements that read some fields or lists.
private struct RequirementWalk {
  let book: RuleBook
  let targets: Set<InterviewQuestion.Setting.Target>
  let asOf: CivilDate
  var hits: [(text: Phrase, citations: [Citation], isDated: Bool)] = []

  init(book: RuleBook, targets: Set<InterviewQuestion.Setting.Target>, asOf: CivilDate) {
    self.book = book
    self.targets = targets
    self.asOf = asOf
  }

  /// - Parameters:
  ///   - text, citations, isDated: of the nearest requirement above that has them.
  mutating func visit(_ id: Requirement.ID, text: Phrase?, citations: [Citation], isDated: Bool) {
    let requirement = book.requirements[id]
    let text = requirement.text ?? text
    let citations = requirement.citations.isEmpty ? citations : requirement.citations
    switch requirement.word {
    case .versions(_, let list):
      let choice = list.choices.value(on: asOf)
      for index in choice.candidates {
        let version = list.versions[index]
        guard let child = version.requirement else { continue }
        visit(
          child, text: text, citations: version.citations.isEmpty ? citations : version.citations,
          isDated: isDated && choice.isDated)
      }
    case .leaf(let leaf):
      if let text, leaf.readsAny(of: targets) { hits.append((text, citations, isDated)) }
    case .all, .any, .atLeastOf, .some, .conflict, .rule:
      for child in book.children(of: id) { visit(child, text: text, citations: citations, isDated: isDated) }
    }
  }
}

extension Leaf {
  /// Whether it reads one of the fields of the record in scope, or one of the lists or of their fields.
  fileprivate func readsAny(of targets: Set<InterviewQuestion.Setting.Target>) -> Bool {
    let reads = reads
    if reads.fields.contains(where: { targets.contains(.field($0)) }) { return true }
    return reads.lists.contains { kind in
      targets.contains(.list(kind))
        || targets.contains {
          if case .field(let field) = $0 { field.kind == kind && readsListed(field) } else { false }
        }
    }
  }

  /// Whether it reads this field of the records of a list.
  private func readsListed(_ field: Field) -> Bool {
    switch self {
    case .worked(let rule):
      return ["from", "until"].contains(field.name) || rule.filter.words.contains { $0.field == field }
        || field.name == "hours_per_week" && (rule.fullTime != nil || rule.need.isHours)
    case .isOneOf, .isTrue, .atLeast, .atMost, .happened, .window, .related, .holds, .points, .attempts, .eachCycle,
      .entries, .life, .none, .inSeason, .notKnown, .unconditional, .prohibited:
      return field.content == .day
    }
  }
}

extension WorkRule.Need {
  fileprivate var isHours: Bool {
    if case .hours = self { true } else { false }
  }
}
