public import Knowledge
import Rules
public import Vocabulary

/// The confirmations of an installation: `confirmations.json` in its data folder.
public struct ConfirmationStore: Sendable {
  private let path: String

  /// - Parameter data: the data folder; it is made when something is written.
  public init(data: String) { path = data + "/confirmations.json" }

  private struct Content: Codable {
    var confirmations: [Confirmation]
  }

  private var file: DataFile<Content> { DataFile(path: path) }

  /// All of them, in the order in which they were written.
  ///
  /// - Throws: `EditingError.unreadable`.
  public func all() throws -> [Confirmation] { try file.read()?.confirmations ?? [] }

  /// Adds one.
  ///
  /// - Parameter today: a confirmation of a later day is refused.
  /// - Throws: `EditingError`; then nothing was written.
  public func add(_ confirmation: Confirmation, base: KnowledgeBase, today: CivilDate) throws {
    guard base.book.rule(confirmation.rule) != nil else { throw EditingError.unknownRule(confirmation.rule) }
    guard confirmation.on <= today else { throw EditingError.dayAhead("\(confirmation.on)") }
    guard confirmation.by.contains(where: { !$0.isWhitespace }) else { throw EditingError.noName }
    var content = try file.read() ?? Content(confirmations: [])
    content.confirmations.append(confirmation)
    try file.write(content)
  }
}
