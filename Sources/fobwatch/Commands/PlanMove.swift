import Knowledge
import Rules
import Services
import Vocabulary

/// `--what-if "move WA 2027-03-01"`: a move to another state in place of a plan to a credential.
struct PlanMove {
  let to: Jurisdiction
  let day: CivilDate

  /// nil when no change is a move.
  init?(_ changes: [String], _ base: KnowledgeBase, _ inquiry: Inquiry) throws {
    guard let text = changes.first(where: { $0.hasPrefix("move ") || $0 == "move" }) else { return nil }
    let parts = text.split(separator: " ").map(String.init)
    guard changes.count == 1 else {
      throw BadInput("expected '\(text)' alone: a move answers another question than the other changes")
    }
    guard parts.count == 3, let day = CivilDate(parts[2]) else {
      throw BadInput("expected a state and a day, like \"move WA 2027-03-01\"; found '\(text)'")
    }
    to = try StateSubjects.state(parts[1], base)
    self.day = day
  }

  func answer(
    _ file: PersonFile, _ base: KnowledgeBase, _ inquiry: Inquiry, _ language: Language, json: Bool
  ) throws {
    var from: Jurisdiction?
    if let person = file.evidence.records(of: .person).first, case .word(let name) = person["jurisdiction"] {
      from = base.jurisdiction(name)
    }
    let plan = try StateAnswers(base).move(file.evidence, from: from, to: to, on: day, asOf: inquiry.asOf)
    let name = file.name ?? Phrase("this person", "esta persona")[language]
    print(
      json
        ? try JSON.text(MoveReport(plan, base, language))
        : MoveText(base, language, inquiry).render(plan, for: Phrase(name, name)))
  }
}
