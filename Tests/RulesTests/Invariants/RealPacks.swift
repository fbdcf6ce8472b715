import Knowledge
import Rules
import Services
import Testing
import Vocabulary

/// The packs of this repository.
enum RealPacks {
  static let base: KnowledgeBase = {
    let folder = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    guard let base = try? KnowledgeLoader.folder("/" + folder + "/knowledge") else { fatalError("no packs load") }
    return base
  }()

  /// Rules with the credential they belong to.
  static var rules: [(rule: Rule, credential: String)] {
    base.book.rules.map { ($0, $0.id.split(separator: "/").prefix(2).joined(separator: "/")) }
  }

  /// Parts that a decision may be about.
  static func addresses(of rule: Rule) -> [String] {
    base.book.requirements.filter { $0.rule == base.book.rules.firstIndex { $0.id == rule.id } && $0.name != nil }
      .map(\.path)
  }
}
