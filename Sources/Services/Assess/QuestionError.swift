/// A question that cannot be asked as it was put: a name that nothing has, a change that cannot be read.
public struct QuestionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What would be understood, like "a task: venipuncture, …".
  public let expected: String
  /// What was given.
  public let found: String
  /// What to do next; a sentence without its period.
  public let advice: String

  public init(expected: String, found: String, advice: String) {
    (self.expected, self.found, self.advice) = (expected, found, advice)
  }

  public var description: String { "expected \(expected); found '\(found)'. \(advice)" }
}
