import Knowledge

/// Which answer it is: a question, and the number of the record it is about. Written `program-graduated` for the
/// first record, `attempt-on_2` for the second.
public struct AnswerKey: Sendable, Hashable {
  public let question: String
  /// From 1 to 99.
  public let number: Int

  public init(_ question: String, _ number: Int = 1) {
    self.question = question
    self.number = number
  }

  /// nil for a text that is no key: small letters, digits and hyphens, then perhaps `_` and a number from 2 to 99.
  public init?(_ text: String) {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard let id = parts.first, !id.isEmpty, parts.count <= 2,
      id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    else { return nil }
    question = String(id)
    guard parts.count == 2 else {
      number = 1
      return
    }
    guard parts[1].utf8.count <= 2, parts[1].first != "0", let n = Int(parts[1]), n >= 2 else { return nil }
    number = n
  }
}

extension AnswerKey: CustomStringConvertible {
  public var description: String { number == 1 ? question : "\(question)_\(number)" }
}

/// Why an answer was left out when the evidence was put together.
public enum AnswerFault: Sendable, Hashable {
  /// No question has this id.
  case unknownQuestion(String)
  /// The text is not an answer to that question.
  case unreadable(key: String, answer: String)
  /// What the question hangs on was answered otherwise, or not at all.
  case notAsked(key: String)
  /// It contradicts an answer that came before it.
  case contradicts(key: String)
}
