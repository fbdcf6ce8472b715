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

  /// Rules with the credential they belong to: all of the certifying bodies, and of the states, whose rules about tasks
  /// are many and alike, each seventh. With FOBWATCH_EFFORT above 1: all.
  static let rules: [(rule: Rule, credential: String)] = {
    let own = base.book.rules.filter { rule in
      guard case .leaf(.notKnown) = base.book.requirements[rule.root].word else { return true }
      return false
    }
    let states = own.filter { $0.id.hasPrefix("us-") }
    let sample = stride(from: 0, to: states.count, by: effort > 1 ? 1 : 7).map { states[$0] }
    return (own.filter { !$0.id.hasPrefix("us-") } + sample).map {
      ($0, $0.id.split(separator: "/").prefix(2).joined(separator: "/"))
    }
  }()

  /// Parts that a decision may be about.
  static func addresses(of rule: Rule) -> [String] {
    base.book.requirements.filter { $0.rule == base.book.rules.firstIndex { $0.id == rule.id } && $0.name != nil }
      .map(\.path)
  }
}
