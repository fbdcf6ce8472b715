public import Knowledge
public import Rules
public import Vocabulary

/// The smallest changes as text.
public struct FlipText {
  private let language: Language
  private let words: FlipWording

  public init(_ base: KnowledgeBase, _ language: Language, asOf: CivilDate) {
    self.language = language
    words = FlipWording(base, language, asOf: asOf)
  }

  public func render(_ answer: FlipAnswer) -> String {
    var lines = [Phrase("Smallest changes", "Los cambios más pequeños")[language]]
    if answer.flips.isEmpty {
      lines.append("  " + Phrase("None needed, or none found.", "No hace falta ninguno, o no se encontró.")[language])
    }
    for (i, flip) in answer.flips.enumerated() {
      for (j, line) in words.lines(flip).enumerated() { lines.append((j == 0 ? "  \(i + 1). " : "     + ") + line) }
      lines.append("     " + words.outcome(flip))
    }
    lines.append(
      "  "
        + (answer.isComplete
        ? Phrase(
          "Each was checked by asking again; no smaller one works.",
          "Cada uno se comprobó al preguntar otra vez; ninguno más pequeño sirve.")
        : Phrase(
          "Each was checked by asking again. The search stopped early: there may be others.",
          "Cada uno se comprobó al preguntar otra vez. La búsqueda se detuvo antes: puede haber otros."))[language])
    return lines.joined(separator: "\n")
  }
}

/// The smallest changes as data.
public struct FlipReport: Encodable, Sendable {
  public struct Change: Encodable, Sendable {
    public let additions: [String]
    public let day: CivilDate
    public let verdict: String
    public let grade: String
  }

  public let changes: [Change]
  /// False when the search stopped before every set was tried.
  public let isComplete: Bool

  public init(_ answer: FlipAnswer, _ base: KnowledgeBase, _ language: Language, asOf: CivilDate) {
    let words = FlipWording(base, language, asOf: asOf)
    changes = answer.flips.map {
      Change(additions: words.lines($0), day: $0.day, verdict: $0.finding.verdict.name, grade: $0.finding.grade.name)
    }
    isComplete = answer.isComplete
  }
}
