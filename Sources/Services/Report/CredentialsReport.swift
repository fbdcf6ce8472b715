public import Knowledge
import Rules
public import Vocabulary

/// The credentials that the packs know, and how much of each, as data. Keys are stable.
public struct CredentialsReport: Encodable, Sendable {
  public struct Rule: Encodable, Sendable {
    public let id: String
    public let title: String
  }

  public struct Entry: Encodable, Sendable {
    public let id: String
    public let mark: String
    public let name: String
    public let body: String
    /// Whether all rules that are known of such a credential are in the packs.
    public let isComplete: Bool
    public let rules: [Rule]
  }

  public let edition: String
  public let credentials: [Entry]
  public let notice: String

  public init(_ base: KnowledgeBase, _ language: Language) {
    edition = base.edition
    credentials = base.credentials.map { credential in
      Entry(
        id: credential.id, mark: credential.mark, name: credential.name[language], body: credential.body,
        isComplete: credential.isComplete,
        rules: base.book.rules.filter { $0.id.hasPrefix(credential.id + "/") }.map {
          Rule(id: $0.id, title: $0.title[language])
        })
    }
    notice = VerdictWording.affiliation[language]
  }
}
