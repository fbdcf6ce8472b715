public import Knowledge
public import Vocabulary

/// The duties, as text for people.
public struct DutyText {
  private let base: KnowledgeBase
  private let language: Language
  private let wording: DutyWording

  public init(_ base: KnowledgeBase, _ language: Language) {
    self.base = base
    self.language = language
    wording = DutyWording(base)
  }

  /// Every duty, by side.
  public func render(_ duties: [Duty]) -> String {
    var lines: [String] = []
    for side in Duty.Side.allCases {
      let own = duties.filter { $0.side == side }
      if own.isEmpty { continue }
      lines += [side.words[language], ""]
      for duty in own { lines += self.lines(duty) + [""] }
    }
    lines += [DutyWording.reading[language], base.shelf.duties.attribution[language]]
    return lines.joined(separator: "\n")
  }

  private func lines(_ duty: Duty) -> [String] {
    func line(_ name: Phrase, _ text: String) -> [String] { text.isEmpty ? [] : ["  \(name[language]): \(text)"] }
    let catalog = base.shelf.duties
    let conditions = duty.conditions.compactMap { catalog.condition($0)?.name[language] }
    let exams = wording.exams(duty).map { "\($0.credential.mark): \($0.areas[language])" }
    let quotes = duty.statements.compactMap { id in catalog.statement(id).map { "“\($0.words)” (\(id))" } }
    return ["\(duty.text[language]) (\(duty.id))"]
      + line(Phrase("Skills", "Destrezas"), duty.skills.map { $0[language] }.joined(separator: "; "))
      + line(Phrase("Exams", "Exámenes"), exams.joined(separator: ". "))
      + line(
        Phrase("Continuing education", "Educación continua"),
        wording.categories(duty).map { $0[language] }.joined(separator: "; "))
      + line(Phrase("Conditions", "Afecciones"), conditions.joined(separator: ", "))
      + line(Phrase("State rules", "Reglas estatales"), states(duty))
      + line(Phrase("O*NET tasks", "Tareas de O*NET"), quotes.joined(separator: " "))
  }

  private func states(_ duty: Duty) -> String {
    if let task = duty.task { return "fobwatch states --task \(task)" }
    return duty.withoutTask?[language] ?? ""
  }
}

/// The duties, as data. Keys are stable.
public struct DutiesReport: Encodable, Sendable {
  public struct Area: Encodable, Sendable {
    public let credential: String
    public let area: String
    public let name: String
  }

  public struct Category: Encodable, Sendable {
    public let credential: String
    public let category: String
  }

  public struct Statement: Encodable, Sendable {
    public let id: String
    public let type: String
    /// In English, as published.
    public let words: String
  }

  public struct Item: Encodable, Sendable {
    public let id: String
    /// `clinical` or `administrative`.
    public let side: String
    public let text: String
    public let skills: [String]
    public let exams: [Area]
    public let continuingEducation: [Category]
    public let settings: [String]
    public let conditions: [String]
    /// The task of `fobwatch states --task`; without one, `withoutTask` says why.
    public let task: String?
    public let withoutTask: String?
    public let onet: [Statement]
    public let sources: [ExplanationReport.Source]
  }

  public let edition: String
  public let attribution: String
  public let license: String
  public let duties: [Item]

  public init(_ duties: [Duty], _ base: KnowledgeBase, _ language: Language) {
    let catalog = base.shelf.duties
    edition = base.edition
    attribution = catalog.attribution[language]
    license = catalog.license
    self.duties = duties.map { duty in
      Item(
        id: duty.id, side: duty.side.rawValue, text: duty.text[language], skills: duty.skills.map { $0[language] },
        exams: duty.exams.map {
          Area(
            credential: $0.credential, area: $0.value,
            name: base.value($0.credential, $0.value)?.text[language] ?? $0.value)
        },
        continuingEducation: duty.categories.map { Category(credential: $0.credential, category: $0.name) },
        settings: duty.settings, conditions: duty.conditions, task: duty.task,
        withoutTask: duty.withoutTask?[language],
        onet: duty.statements.compactMap { catalog.statement($0) }.map {
          Statement(id: $0.id, type: $0.type, words: $0.words)
        },
        sources: duty.citations.map { ExplanationReport.Source($0, language) })
    }
  }
}
