public import Knowledge
public import Vocabulary

/// The tasks that states speak of, as data. Keys are stable.
public struct TasksReport: Encodable, Sendable {
  public struct Entry: Encodable, Sendable {
    public let id: String
    public let name: String
    public let detail: String
    /// Other words for it, in both languages.
    public let aliases: [String]
    public let isMostAsked: Bool
  }

  public let edition: String
  public let tasks: [Entry]

  public init(_ base: KnowledgeBase, _ language: Language) {
    edition = base.edition
    tasks = base.tasks.map {
      Entry(
        id: $0.id, name: $0.name[language], detail: $0.detail[language], aliases: $0.aliases,
        isMostAsked: $0.isMostAsked)
    }
  }
}
