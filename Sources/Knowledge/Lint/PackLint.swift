public import Documents
import Rules

/// What is wrong with a folder of packs besides what cannot be read: rules that nobody tested, evidence that helps and
/// harms in one rule, texts that promise, rows of the research that nobody accounts for.
///
/// `KnowledgeReader` refuses what has no meaning; this refuses what has one and must not be published.
public enum PackLint {
  /// Every fault, sorted by place.
  ///
  /// - Parameters:
  ///   - documents: the folder, parsed.
  ///   - base: the same folder as far as it could be read.
  public static func faults(in documents: [(path: String, node: Node)], base: KnowledgeBase) -> [Fault] {
    let found =
      CaseCheck.faults(base) + PolarityCheck.faults(base.book) + TextCheck.faults(documents)
      + RowCheck.faults(documents, base.coverage) + DefinitionCheck.faults(documents)
    return Faults(found).all
  }
}

extension Place {
  /// `file:line:column`, as requirements carry it.
  init(_ text: String) {
    let parts = text.split(separator: ":")
    guard parts.count >= 3, let line = Int(parts[parts.count - 2]), let column = Int(parts[parts.count - 1]) else {
      self.init(file: text, line: 1, column: 1)
      return
    }
    self.init(file: parts.dropLast(2).joined(separator: ":"), line: line, column: column)
  }

  init(_ file: String, _ node: Node) { self.init(file: file, line: node.line, column: node.column) }
}
