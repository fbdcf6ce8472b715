public import Knowledge
import Rules
public import Vocabulary

/// A rule as indented text: its parts, versions and sources, without a person.
public struct RuleText {
  private let base: KnowledgeBase
  private let language: Language

  public init(_ base: KnowledgeBase, _ language: Language) {
    self.base = base
    self.language = language
  }

  public func render(_ id: String) -> String {
    guard let rule = base.book.rule(id) else { return "" }
    var lines = ["\(rule.title[language]) (\(rule.id))"]
    lines.append(
      Phrase(
        "Written \(rule.encoded), to be read again by \(rule.reviewBy)",
        "Escrita el \(rule.encoded), por releer antes del \(rule.reviewBy)")[language])
    write(rule.root, 0, &lines)
    return lines.joined(separator: "\n")
  }

  private func write(_ id: Requirement.ID, _ depth: Int, _ lines: inout [String]) {
    let requirement = base.book.requirements[id]
    let indent = String(repeating: "  ", count: depth)
    let name = requirement.name.map { "\($0): " } ?? ""
    let text = ExplanationText(language, asOf: CivilDate(days: 0))
    lines.append(indent + "- " + name + (requirement.text?[language] ?? word(requirement.word)))
    for citation in requirement.citations { lines.append(indent + "    " + text.cite(citation)) }
    if case .versions(_, let list) = requirement.word {
      for version in list.versions {
        lines.append(indent + "  * " + text.version(version.dating))
        for citation in version.citations { lines.append(indent + "      " + text.cite(citation)) }
        if let child = version.requirement { write(child, depth + 2, &lines) }
      }
      return
    }
    for child in base.book.children(of: id) {
      if base.book.requirements[child].rule == requirement.rule {
        write(child, depth + 1, &lines)
      } else {
        lines.append(indent + "  - " + base.book.rules[base.book.requirements[child].rule].id)
      }
    }
  }

  private func word(_ word: Word) -> String {
    switch word {
    case .all: Phrase("all of these", "todo esto")[language]
    case .any: Phrase("one of these", "una de estas")[language]
    case .atLeastOf(let n, _): Phrase("at least \(n) of these", "al menos \(n) de estas")[language]
    case .some: Phrase("one record with", "un registro con")[language]
    case .versions: Phrase("versions", "versiones")[language]
    case .conflict: Phrase("sources disagree", "las fuentes no coinciden")[language]
    case .rule: Phrase("another rule", "otra regla")[language]
    case .leaf: Phrase("condition", "condición")[language]
    }
  }
}
