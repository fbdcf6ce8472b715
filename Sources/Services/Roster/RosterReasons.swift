import Knowledge
import Rules
import Vocabulary

/// Why the first day of a row is not met, in few words: the requirement that decides, and what it read.
struct RosterReasons {
  private let base: KnowledgeBase

  init(_ base: KnowledgeBase) { self.base = base }

  /// How many facts stand beside a reason.
  private static let facts = 3

  func reason(_ layer: RosterAnswer.Layer, _ rule: Rule, _ explanation: Explanation) -> RosterAnswer.Reason {
    let node = RosterReasons.decisive(explanation)
    return RosterAnswer.Reason(
      layer: layer.name, day: layer.day ?? .distantPast, finding: layer.finding,
      text: node.text ?? rule.title, facts: facts(node), rule: rule.id)
  }

  /// No rule of the state is here, or no state is named.
  func noRule(_ layer: RosterAnswer.Layer, _ day: CivilDate, state: String?) -> RosterAnswer.Reason {
    let text: Phrase
    if let state {
      let letters = state.dropFirst(3).uppercased()
      text = Phrase("No rules of \(letters) are in this edition", "Esta edición no tiene reglas de \(letters)")
    } else {
      text = Phrase("The state of the worksite is not given", "No se indica el estado del lugar de trabajo")
    }
    return RosterAnswer.Reason(
      layer: layer.name, day: day, finding: layer.finding, text: text, facts: Phrase("", ""), rule: "")
  }

  /// The first part with words on the way down through the parts that decide, below the rule itself.
  private static func decisive(_ explanation: Explanation) -> Explanation {
    var node = explanation.simplified
    while true {
      let below = node.deciding
      // One requirement among several: the one that decides says more than the list.
      let isList = node.joint == .all || node.joint == .versions || node.joint == .rule || node.joint == .some
      guard isList || node.text == nil, let next = below.first else { return node }
      if node.text != nil, next.text == nil, next.flattened.allSatisfy({ $0.text == nil }) { return node }
      node = next
    }
  }

  private func facts(_ node: Explanation) -> Phrase {
    if node.finding.verdict == .undetermined {
      let gaps = node.openGaps.map { $0.field.map(FieldWording.field) ?? FieldWording.kind($0.kind) }
      return joined(gaps, Phrase("not given: ", "no se indica: "))
    }
    var seen: Set<String> = []
    let found = node.flattened.filter { $0.finding.verdict == node.finding.verdict }.flatMap(\.facts)
      .filter { $0.field.content == .day }
      .map { fact -> Phrase in
        let field = FieldWording.field(fact.field)
        return Phrase(
          "\(field.en): \(FieldWording.value(fact.value, .english))",
          "\(field.es): \(FieldWording.value(fact.value, .spanish))")
      }
      .filter { seen.insert($0.en).inserted }
    return joined(found, Phrase("", ""))
  }

  private func joined(_ phrases: [Phrase], _ head: Phrase) -> Phrase {
    var seen: Set<String> = []
    let few = phrases.filter { seen.insert($0.en).inserted }.prefix(RosterReasons.facts)
    if few.isEmpty { return Phrase("", "") }
    return Phrase(
      head.en + few.map(\.en).joined(separator: "; "), head.es + few.map(\.es).joined(separator: "; "))
  }
}
