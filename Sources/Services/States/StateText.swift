public import Knowledge
import Rules
public import Vocabulary

/// What states say, as text for people.
public struct StateText {
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

  /// The standing with how sure it is: "Likely: rule names it".
  public static func words(_ cell: StateAnswers.Cell) -> Phrase {
    let words = cell.standing.words
    switch cell.standing {
    case .proof, .open, .none: return words
    case .listed, .other, .prohibited: break
    }
    func low(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
    return switch cell.finding.grade {
    case .stated: words
    case .presumed: Phrase("Likely: \(low(words.en))", "Probable: \(low(words.es))")
    case .reported: Phrase("Reported: \(low(words.en))", "Según otros: \(low(words.es))")
    }
  }

  /// Who decides, at the end of every answer about a state.
  public static func notice(_ jurisdiction: Jurisdiction?) -> Phrase {
    let who = jurisdiction?.boards.first?.name ?? Phrase("the state's board", "la junta del estado")
    return VerdictWording.notice(deciding: who)
  }

  private var asked: String {
    Phrase("Asked on \(dates.day(inquiry.asOf))", "Preguntado el \(dates.day(inquiry.asOf))")[language]
      + (inquiry.day == inquiry.asOf
        ? "" : Phrase(", for \(dates.day(inquiry.day))", ", para el \(dates.day(inquiry.day))")[language])
      + ". " + Phrase("Rules edition ", "Edición de las reglas ")[language] + base.edition + "."
  }

  /// All states by task, one line a state.
  public func render(_ grid: [[StateAnswers.Cell]], _ tasks: [PracticeTask], for whom: Phrase) -> String {
    var lines = [Phrase("For \(whom.en). ", "Para \(whom.es). ")[language] + asked, ""]
    let names = base.jurisdictions.map { "\($0.code) \($0.name[language])" }
    let table =
      [[""] + tasks.map { $0.short[language] }]
      + zip(names, grid).map { name, cells in [name] + cells.map { StateText.words($0)[language] } }
    lines += Columns.aligned(table)
    return (lines + ["", StateText.notice(nil)[language]]).joined(separator: "\n")
  }

  /// One state: what it says by topic, then by task.
  public func render(
    _ jurisdiction: Jurisdiction, topics: [StateAnswers.Statement], cells: [StateAnswers.Cell], for whom: Phrase
  ) -> String {
    var lines = ["\(jurisdiction.name[language]) (\(jurisdiction.id))", asked]
    for topic in base.topics {
      let found = topics.filter { $0.name == topic.id }
      if found.isEmpty, !topic.id.hasPrefix("fee.") {
        lines += ["", topic.name[language], "  " + Phrase("Not known.", "No se sabe.")[language]]
      }
      if !found.isEmpty { lines += ["", topic.name[language]] + found.flatMap(statement) }
    }
    for other in topics where !base.topics.contains(where: { $0.id == other.name }) {
      lines += ["", other.title[language]] + statement(other)
    }
    lines += ["", Phrase("Tasks, for \(whom.en)", "Tareas, para \(whom.es)")[language]]
    let table = cells.map { cell in
      ["  " + (base.task(cell.task)?.name[language] ?? cell.task), StateText.words(cell)[language]]
    }
    lines += Columns.aligned(table)
    lines += ["", Phrase("Who answers questions", "Quién responde preguntas")[language]]
    for board in jurisdiction.boards { lines.append("  \(board.name[language]) \(board.url)") }
    return (lines + ["", StateText.notice(jurisdiction)[language]]).joined(separator: "\n")
  }

  /// One task in one state, with its reasons.
  public func render(_ answer: StateAnswers.TaskAnswer, for whom: Phrase) -> String {
    var lines = [
      "\(answer.task.name[language]): \(answer.jurisdiction.name[language]) (\(answer.determination.address))",
      Phrase("For \(whom.en). ", "Para \(whom.es). ")[language] + asked, "",
      StateText.words(answer.cell)[language] + ". " + answer.cell.standing.sentence[language],
      VerdictWording.sentence(answer.cell.finding)[language],
    ]
    for statement in answer.statements {
      lines += ["", statement.title[language]] + self.statement(statement)
    }
    if let explanation = answer.determination.explanation {
      lines += ["", Phrase("Why", "Por qué")[language]]
      lines.append(ExplanationText(language, asOf: inquiry.asOf).render(explanation))
    }
    return (lines + ["", StateText.notice(answer.jurisdiction)[language]]).joined(separator: "\n")
  }

  private func statement(_ statement: StateAnswers.Statement) -> [String] {
    let text = ExplanationText(language, asOf: inquiry.asOf)
    let grade =
      statement.grade == .stated ? "" : " [\(VerdictWording.gradeWord(statement.grade)[language])]"
    return ["  " + statement.content.text(language) + grade]
      + distinct(statement.citations.map { "    " + text.cite($0, row: false) })
  }
}

/// Each line once, in order.
func distinct(_ lines: [String]) -> [String] {
  var told: Set<String> = []
  return lines.filter { told.insert($0).inserted }
}

extension DatedValue.Content {
  /// As people read it.
  public func text(_ language: Language) -> String {
    switch self {
    case .money(let money): "\(money)"
    case .amount(let amount, let unit): FieldWording.amount(amount, unit)[language]
    case .flag(let flag): (flag ? Phrase("yes", "sí") : Phrase("no", "no"))[language]
    case .text(let phrase): phrase[language]
    }
  }
}

/// Lines of a table with columns of equal width.
enum Columns {
  static func aligned(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { i in rows.map { i < $0.count ? $0[i].count : 0 }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (i, text) in row.enumerated() {
        line += i == row.count - 1 ? text : text + String(repeating: " ", count: widths[i] - text.count + 2)
      }
      return line
    }
  }
}
