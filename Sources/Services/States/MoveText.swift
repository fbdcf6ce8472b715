public import Knowledge
import Rules
public import Vocabulary

/// A move as text for people.
public struct MoveText {
  private let base: KnowledgeBase
  private let language: Language
  private let inquiry: Inquiry
  private let dates: DateWording

  public init(_ base: KnowledgeBase, _ language: Language, _ inquiry: Inquiry) {
    self.base = base
    self.language = language
    self.inquiry = inquiry
    dates = DateWording(language, asOf: inquiry.asOf)
  }

  /// "Texas to Washington".
  public static func title(_ plan: MovePlan, _ language: Language) -> String {
    let to = plan.to.name[language]
    guard let from = plan.from?.name[language] else { return Phrase("To \(to)", "A \(to)")[language] }
    return Phrase("\(from) to \(to)", "De \(from) a \(to)")[language]
  }

  public func render(_ plan: MovePlan, for whom: Phrase) -> String {
    var lines = [
      MoveText.title(plan, language),
      Phrase(
        "For \(whom.en). First day: \(dates.dayWithDistance(plan.day)).",
        "Para \(whom.es). Primer día: \(dates.dayWithDistance(plan.day)).")[language],
      Phrase(
        "What the rules ask by then; one line can be another way to what a second asks. How long each takes is not known: ask.",
        "Lo que piden las reglas para entonces; una línea puede ser otra vía a lo que pide una segunda. No se sabe cuánto tarda cada cosa: pregunte."
      )[language],
    ]
    for (i, step) in plan.steps.enumerated() {
      lines += ["", "\(i + 1). \(step.title[language])"] + self.step(step).map { "   " + $0 }
    }
    if !plan.changes.isEmpty {
      lines += ["", Phrase("What changes by task", "Lo que cambia por tarea")[language]]
      lines += Columns.aligned(
        plan.changes.map { change in
          [
            "   " + change.task.name[language],
            (change.before.map { StateText.words($0)[language] } ?? "–") + " → "
              + StateText.words(change.after)[language],
          ]
        })
    }
    return (lines + ["", StateText.notice(plan.to)[language]]).joined(separator: "\n")
  }

  private func step(_ step: MovePlan.Step) -> [String] {
    var lines: [String] = []
    let text = ExplanationText(language, asOf: inquiry.asOf)
    if let answer = step.determination {
      lines.append(
        VerdictWording.word(answer.finding)[language] + ". " + VerdictWording.sentence(answer.finding)[language])
    }
    for statement in step.statements {
      let grade = statement.grade == .stated ? "" : " [\(VerdictWording.gradeWord(statement.grade)[language])]"
      let title = step.statements.count > 1 ? statement.title[language] + ": " : ""
      lines.append(title + statement.content.text(language) + grade)
    }
    lines += distinct(step.statements.flatMap(\.citations).map { "  " + text.cite($0, row: false) })
    lines += list(Phrase("Already counts", "Ya cuenta"), step.counts)
    lines += list(Phrase("Missing", "Falta"), step.missing)
    return lines
  }

  private func list(_ title: Phrase, _ texts: [Phrase]) -> [String] {
    texts.isEmpty ? [] : ["\(title[language]): " + texts.map { $0[language] }.joined(separator: "; ")]
  }
}

/// A move as data. Keys are stable.
public struct MoveReport: Encodable, Sendable {
  public struct Step: Encodable, Sendable {
    public let kind: String
    public let title: String
    public let by: CivilDate
    public let verdict: String?
    public let grade: String?
    public let statements: [StatementReport]
    public let counts: [String]
    public let missing: [String]
  }

  public struct Change: Encodable, Sendable {
    public let task: String
    public let before: String?
    public let after: String
  }

  public let edition: String
  public let from: String?
  public let to: String
  public let day: CivilDate
  public let steps: [Step]
  public let changes: [Change]
  public let notice: String

  public init(_ plan: MovePlan, _ base: KnowledgeBase, _ language: Language) {
    edition = base.edition
    from = plan.from?.id
    to = plan.to.id
    day = plan.day
    steps = plan.steps.map { step in
      Step(
        kind: step.kind.rawValue, title: step.title[language], by: step.by,
        verdict: step.determination?.finding.verdict.name, grade: step.determination?.finding.grade.name,
        statements: step.statements.map { StatementReport($0, language) }, counts: step.counts.map { $0[language] },
        missing: step.missing.map { $0[language] })
    }
    changes = plan.changes.map {
      Change(task: $0.task.id, before: $0.before?.standing.rawValue, after: $0.after.standing.rawValue)
    }
    notice = StateText.notice(plan.to)[language]
  }
}
