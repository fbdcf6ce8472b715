public import Knowledge
public import Planning
import Rules
public import Vocabulary

/// Lists to print: what an application needs, and what an experience letter says.
public struct PlanChecklists {
  private let base: KnowledgeBase

  public init(_ base: KnowledgeBase) { self.base = base }

  /// Papers, facts to confirm and fees of the application, in that order. Empty once certified.
  public func application(_ plan: Plan) -> [Phrase] {
    if plan.isHeld { return [] }
    var items: [Phrase] = []
    for step in plan.steps where step.kind != .stayCertified {
      for note in step.notes where note.isDocument {
        items.append(note.detail.map { Phrase("\(note.text.en): \($0.en)", "\(note.text.es): \($0.es)") } ?? note.text)
      }
    }
    for step in plan.steps where step.kind != .stayCertified {
      for task in step.tasks where task.isCondition {
        let ask = PlanWording.ask(task.ask)
        items.append(Phrase("To confirm: \(task.text.en) (\(ask.en))", "Por confirmar: \(task.text.es) (\(ask.es))"))
      }
    }
    for step in plan.steps where step.kind == .exam && step.status != .done {
      for item in step.cost.items where item.grade != nil {
        let amount = PlanWording.amount(item.low, item.high)
        items.append(Phrase("\(item.text.en): \(amount.en)", "\(item.text.es): \(amount.es)"))
      }
    }
    var seen: Set<Phrase> = []
    return items.filter { seen.insert($0).inserted }
  }

  /// What a letter from an employer says so that the work can be counted: the facts that the route's rules read.
  /// Empty where the plan's route reads no work.
  public func experienceLetter(_ plan: Plan) -> [Phrase] {
    let paths = Set(plan.steps.flatMap(\.reasons))
    let rules = base.book.requirements.filter { paths.contains($0.path) }.compactMap { requirement -> WorkRule? in
      if case .leaf(.worked(let rule)) = requirement.word { rule } else { nil }
    }
    guard !rules.isEmpty else { return [] }
    var names: Set<String> = ["employer", "role", "from", "until"]
    for rule in rules {
      for word in rule.filter.words { names.insert(word.field.name) }
      if case .hours = rule.need { names.insert("hours_per_week") }
      if rule.fullTime != nil { names.insert("hours_per_week") }
    }
    let fields = EvidenceKind.work.fields.filter { names.contains($0.name) }.map { FieldWording.field($0).capitalized }
    return fields + [
      Phrase("Name, position and phone of the person who signs", "Nombre, puesto y teléfono de quien firma"),
      Phrase("Signature and date", "Firma y fecha"),
    ]
  }

  /// Both lists as text with boxes to tick.
  public func render(_ plan: Plan, _ language: Language) -> String {
    var lines: [String] = []
    func list(_ title: Phrase, _ items: [Phrase]) {
      if items.isEmpty { return }
      if !lines.isEmpty { lines.append("") }
      lines.append(title[language])
      lines += items.map { "[ ] " + $0[language] }
    }
    list(Phrase("For the application", "Para la solicitud"), application(plan))
    list(Phrase("What the employer's letter says", "Qué dice la carta del empleador"), experienceLetter(plan))
    return lines.joined(separator: "\n")
  }
}

extension Phrase {
  fileprivate var capitalized: Phrase {
    func up(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Phrase(up(en), up(es))
  }
}
