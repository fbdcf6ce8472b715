public import Knowledge
public import Rules
public import Vocabulary

/// What another edition of the packs changes for given people.
public enum EditionImpact {
  /// One person and one rule with another answer.
  public struct Change: Sendable {
    public let person: String
    public let rule: String
    public let title: Phrase
    /// nil: the edition has no such rule.
    public let before: Finding?
    public let after: Finding?

    /// Whether the verdict differs, not only how sure the rule is.
    public var isOfVerdict: Bool { before?.verdict != after?.verdict }
  }

  /// The rules whose answer changes, for each person in the order given, then by rule.
  public static func changes(
    _ people: [(name: String, evidence: Evidence)], from old: KnowledgeBase, to new: KnowledgeBase, _ inquiry: Inquiry
  ) throws -> [Change] {
    let before = Assessor(old)
    let after = Assessor(new)
    let ids = Set(old.book.rules.map(\.id)).union(new.book.rules.map(\.id)).sorted()
    var changes: [Change] = []
    for person in people {
      for id in ids {
        let was = try answer(before, id, person.evidence, inquiry)
        let becomes = try answer(after, id, person.evidence, inquiry)
        guard was?.finding.verdict != becomes?.finding.verdict || was?.finding.grade != becomes?.finding.grade else {
          continue
        }
        changes.append(
          Change(
            person: person.name, rule: id, title: (becomes ?? was)?.title ?? Phrase(id, id), before: was?.finding,
            after: becomes?.finding))
      }
    }
    return changes
  }

  private static func answer(
    _ assessor: Assessor, _ id: String, _ evidence: Evidence, _ inquiry: Inquiry
  ) throws -> Determination? {
    assessor.base.book.rule(id) == nil ? nil : try assessor.determine(id, evidence, inquiry)
  }

  /// A line for each change: person, rule, answer before and after.
  public static func text(_ changes: [Change], _ language: Language) -> String {
    if changes.isEmpty {
      return Phrase("No answer changes for these people.", "Ninguna respuesta cambia para estas personas.")[language]
    }
    let none = Phrase("no such rule", "no existe la regla")[language]
    return changes.map { change in
      func words(_ finding: Finding?) -> String {
        finding.map { VerdictWording.word($0)[language] } ?? none
      }
      return "\(change.person): \(change.title[language]) (\(change.rule)): "
        + "\(words(change.before)) → \(words(change.after))"
    }.joined(separator: "\n")
  }
}
