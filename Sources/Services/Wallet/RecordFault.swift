public import Vocabulary

/// Something in a form about a record that cannot be used.
public struct RecordFault: Error, Hashable, Sendable {
  /// The name of the field.
  public let field: String
  /// What was expected, and what was found; without a period.
  public let message: Phrase

  public init(field: String, message: Phrase) { (self.field, self.message) = (field, message) }
}

/// Everything in a form that cannot be used, in the order of the fields.
public struct RecordFaults: Error, Hashable, Sendable {
  public let all: [RecordFault]

  public init(_ all: [RecordFault]) { self.all = all }
}
